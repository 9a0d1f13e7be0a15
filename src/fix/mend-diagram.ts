import type { AlignedDocument, Diagram } from "../model/types.ts";
import type { Review } from "../review/feature.ts";
import { type Edit, type Fix, newlineOf } from "./edits.ts";

const CHECK = "invalid-diagram";

/** Mends diagrams in which only a mistake stands between what is written and what was meant: a label without quotes, an arrow of another kind. */
export function mendDiagrams({ findings, model }: Review): Fix[] {
  const told = findings.filter(({ check }) => check === CHECK);
  return model.diagrams.flatMap((diagram): Fix[] => {
    const mistake = diagram.problem?.mistake;
    const document = model.documents[diagram.document];
    if (mistake?.mended === undefined || !document) return [];
    if (!told.some(({ place }) => place.file === mistake.place.file && place.line === mistake.place.line)) return [];
    const edit = replaceLines(document, diagram, mistake.mended);
    return edit ? [[{ ...edit, check: CHECK, title: `Write ${mistake.instead} in place of ${mistake.found}` }]] : [];
  });
}

/** The lines that differ, each behind what its block is indented or quoted with. */
function replaceLines(
  { file, kind, markdown }: AlignedDocument,
  { block }: Diagram,
  mended: string,
): Omit<Edit, "check" | "title"> | undefined {
  const before = block.value.split("\n");
  const after = mended.split("\n");
  const first = before.findIndex((line, index) => line !== after[index]);
  if (first === -1) return undefined;
  let kept = 0;
  while (kept < before.length - first && kept < after.length - first && before.at(-1 - kept) === after.at(-1 - kept)) kept++;
  const { lines, text } = markdown;
  const start = lines.offset(block.span.line + 1 + first, 1);
  const end = lines.offset(block.span.line + 1 + before.length - kept, 1);
  const written = text.slice(start, end).split(/(?<=\n)/);
  const sought = before.slice(first, before.length - kept);
  const prefix = prefixOf(written[0] ?? "", sought[0] ?? "");
  // What is not written as the block's value says is left to a person.
  if (prefix === undefined || written.some((line, index) => prefixOf(line, sought[index] ?? "") !== prefix)) return undefined;
  const newline = newlineOf(text);
  return {
    file,
    kind,
    start,
    end,
    text: after
      .slice(first, after.length - kept)
      .map((line) => `${prefix}${line}${newline}`)
      .join(""),
  };
}

function prefixOf(written: string, value: string): string | undefined {
  const line = written.replace(/\r?\n$/, "");
  return line.endsWith(value) ? line.slice(0, line.length - value.length) : undefined;
}
