import { isWaivable } from "../checks/waivers.ts";
import { isOutput, OUTPUT_KINDS } from "../config/config.ts";
import type { Workspace } from "../feature/workspace.ts";
import { setFrontMatter, withMark } from "../feature/writing/edit.ts";
import { writeText } from "../feature/writing/write-document.ts";
import { KnownError } from "../findings/errors.ts";
import type { WordedFinding } from "../findings/finding.ts";
import { waiverHash } from "../findings/waived.ts";
import { WAIVED, waiversIn } from "../model/documents/waivers.ts";
import type { Review } from "../review/feature.ts";
import { fileName } from "../text/shorten.ts";

/** `broken-link prd.md:5: the epic lies in another repository`. */
const FORM = /^([a-z][a-z-]{1,60})\s+(\S{1,300}?)(?::(\d{1,7}))?:\s+(\S.{0,500})$/s;

/**
 * Records in an output that it was agreed to live with some findings of its inputs, so that every face judges alike.
 *
 * @param wanted each as check, place in an input and reason: `broken-link prd.md:5: the epic lies in another repository`
 * @returns whether anything was written
 * @throws KnownError `waiver` where one names no finding of an input or gives no reason; `stale-revision`, `cannot-write`
 */
export function waiveFindings(workspace: Workspace, { model, findings }: Review, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return false;
  const inputs = Object.values(model.documents).filter(({ kind }) => !isOutput(kind));
  const files = new Set(inputs.map(({ file }) => file));
  const open = findings.filter(({ place, check }) => files.has(place.file) && isWaivable(check));
  const entries = wanted.flatMap((words) => entriesOf(words, open));
  const document = OUTPUT_KINDS.flatMap((kind) => model.documents[kind] ?? [])[0];
  if (!document) throw new KnownError("waiver", "there is no design yet that could say what is waived", "Start the feature first.");
  const text = setFrontMatter(document.markdown, { [WAIVED]: [...new Set([...waiversIn(document.markdown), ...entries])] });
  writeText(workspace, document.file, withMark(document.markdown, text), document.revision);
  return true;
}

function entriesOf(words: string, open: readonly WordedFinding[]): string[] {
  const [, check = "", file = "", line, reason = ""] = FORM.exec(words.trim()) ?? [];
  const meant = open.filter(
    (finding) =>
      finding.check === check &&
      (finding.place.file === file || fileName(finding.place.file) === fileName(file)) &&
      (line === undefined || finding.place.line === Number(line)),
  );
  if (meant.length === 0)
    throw new KnownError(
      "waiver",
      `unexpected waiver "${words}": ${check === "" ? "it does not read as check, place and reason" : "no finding of an input is there that could be waived"}`,
      open.length === 0
        ? "Nothing in the inputs keeps a gate closed."
        : `Write it as "check file:line: reason". These can be waived: ${open
            .slice(0, 5)
            .map((finding) => `${finding.check} ${fileName(finding.place.file)}:${finding.place.line}`)
            .join(", ")}.`,
    );
  return meant.map((finding) => `${check} ${fileName(finding.place.file)} ${waiverHash(finding)}: ${reason.replace(/\s+/g, " ")}`);
}
