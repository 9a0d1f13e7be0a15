import { OUTPUT_KINDS } from "../config/config.ts";
import type { Workspace } from "../feature/workspace.ts";
import { setFrontMatter, withMark } from "../feature/writing/edit.ts";
import { writeText } from "../feature/writing/write-document.ts";
import { KnownError } from "../findings/errors.ts";
import { APPROVED, approvalEntries, approvalEntry, designHash } from "../model/fingerprints/approvals.ts";
import type { Model } from "../model/types.ts";
import { closest } from "../text/names.ts";

/** Who approves, in which role. */
export interface Approver {
  role: string;
  by: string;
  /** The day, as YYYY-MM-DD. */
  today: string;
}

const ROLE = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u;
const NAME = /^[^\p{C}\p{Zl}\p{Zp}]{1,100}$/u;

/**
 * Records in the design that somebody approves what both outputs say now. What the role approved before is replaced.
 *
 * @returns the file that it was recorded in
 * @throws KnownError `approval` for a role that is none or not among those that approve, for a name that is none, and where there is no
 *   design yet; `stale-revision`, `cannot-write`
 */
export function approveFeature(workspace: Workspace, model: Model, { role, by, today }: Approver): string {
  const { approvals } = workspace.config;
  const known = approvals.length === 0 || approvals.includes(role);
  if (!ROLE.test(role) || !known) {
    const suggestion = closest(role.slice(0, 60), approvals);
    throw new KnownError(
      "approval",
      `unexpected role ${JSON.stringify(role.slice(0, 60))}`,
      known
        ? "Write a role as one word of letters, digits and dashes: product, security."
        : `${suggestion ? `Did you mean ${suggestion}? ` : ""}Those that approve are: ${approvals.join(", ")}.`,
    );
  }
  if (!NAME.test(by.trim())) throw new KnownError("approval", "unexpected name of who approves", "Name the person with --by.");
  const [document] = OUTPUT_KINDS.toReversed().flatMap((kind) => model.documents[kind] ?? []);
  if (!document) throw new KnownError("approval", "there is no design yet that could be approved", "Write it first.");
  const entry = approvalEntry({ role, by: by.trim(), day: today, hash: designHash(model) });
  const others = approvalEntries(document.markdown).filter((present) => !present.startsWith(`${role} `));
  const text = setFrontMatter(document.markdown, { [APPROVED]: [...others, entry] });
  writeText(workspace, document.file, withMark(document.markdown, text), document.revision);
  return document.file;
}
