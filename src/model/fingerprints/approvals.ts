import { OUTPUT_KINDS } from "../../config/config.ts";
import { authoredBody } from "../../feature/derived.ts";
import type { MarkdownDocument } from "../../markdown/index.ts";
import { shortHash } from "../../text/hash.ts";
import { once } from "../../text/once.ts";
import type { AlignedDocument, Model, Place } from "../types.ts";

/** The key of an output's front matter under which it says who has approved which text. */
export const APPROVED = "approved";

/** What somebody has approved in a role. */
export interface Approval {
  role: string;
  by: string;
  /** As YYYY-MM-DD. */
  day: string;
  /** The text that was approved, as a short hash. */
  hash: string;
  /** The design still says what was approved. */
  holds: boolean;
  place: Place;
}

const LENGTH = 12;
/** `product 1a2b3c4d5e6f 2026-12-01 Security Team` */
const ENTRY = /^([\p{L}\p{N}][\p{L}\p{N}_-]{0,39}) ([0-9a-f]{12}) (\d{4}-\d{2}-\d{2}) (\S.{0,99})$/u;

/** @returns what both outputs say, as a short hash: without front matter, derived parts, remarks and layout */
export function designHash({ documents }: Pick<Model, "documents">): string {
  return shortHash(OUTPUT_KINDS.map((kind) => (documents[kind] ? authoredBody(documents[kind].markdown) : "")).join("\n"), LENGTH);
}

/** @returns the entries that a document's front matter holds */
export function approvalEntries({ frontMatter }: MarkdownDocument): string[] {
  const entries = frontMatter.data[APPROVED];
  return Array.isArray(entries) ? entries.filter((entry) => typeof entry === "string") : [];
}

/** @returns the entry that says who approves a text, and when */
export function approvalEntry(approval: Pick<Approval, "role" | "by" | "day" | "hash">): string {
  return `${approval.role} ${approval.hash} ${approval.day} ${approval.by}`;
}

/** @returns the last approval of each role; an entry that cannot be understood approves nothing */
export function approvalsOf(model: Pick<Model, "documents">): Approval[] {
  const hash = once(() => designHash(model));
  const byRole = new Map<string, Approval>();
  for (const kind of OUTPUT_KINDS) {
    const document = model.documents[kind];
    for (const entry of document ? approvalEntries(document.markdown) : []) {
      const [, role = "", approved = "", day = "", by = ""] = ENTRY.exec(entry) ?? [];
      if (document && role !== "")
        byRole.set(role, { role, by, day, hash: approved, holds: approved === hash(), place: linePlace(document) });
    }
  }
  return [...byRole.values()];
}

/** @returns the roles that must approve the design as it is and have not */
export function lackingApprovals({ documents, context }: Pick<Model, "documents" | "context">): string[] {
  const { approvals } = context.config;
  if (approvals.length === 0) return [];
  const given = new Set(approvalsOf({ documents }).flatMap(({ role, holds }) => (holds ? [role] : [])));
  return approvals.filter((role) => !given.has(role));
}

function linePlace({ markdown: { text, lines, frontMatter }, place }: AlignedDocument): Place {
  const { start = 0, end = 0 } = frontMatter.span ?? {};
  const at = start + Math.max(0, text.slice(start, end).search(/^approved:/m));
  return place(lines.span(at, at + APPROVED.length));
}
