import type { AlignedDocument, Model, Place, ReadBlock } from "../../model/types.ts";
import { literally } from "../../text/names.ts";
import type { Remark, Said, Source } from "./types.ts";

const MOST_LINES = 40;
/** What a row says of a statement's weight and state is no part of it. */
const WEIGHT =
  /^(?:must|should|could|won['’]t|may|high|medium|low|critical|p[0-4]|mvp|yes|no|m|s|c|w|draft|open|done|todo|new|proposed|approved|\d{1,3})(?:[- ]have)?$/i;

/** @returns what the PRD asks for, without what it excludes and without tests, in the order of the text */
export function saidIn(model: Model): Said[] {
  const { prd } = model.documents;
  if (!prd) return [];
  const labels = labelsIn(model, prd);
  return model.statements.flatMap(({ id, text, whole, kind, parent, section, excluded, rank, place }, index) => {
    if (excluded !== undefined || rank === 3) return [];
    // What belongs to it ends where the next statement begins.
    const next = model.statements[index + 1]?.place.line ?? place.line + MOST_LINES;
    const mark = marker(prd, { ...place, endLine: Math.max(place.endLine ?? place.line, Math.min(next - 1, place.line + MOST_LINES)) });
    const [, ...parts] = whole.split("\n");
    return [
      {
        id,
        text: mark(oneLine(text)),
        parts: parts.map((part) => mark(oneLine(part))).filter((part) => part !== "" && !WEIGHT.test(part)),
        kind,
        label: labels.get(place.line) ?? section,
        ...(parent !== undefined && { parent }),
        source: { id, file: place.file, line: place.line },
      },
    ];
  });
}

/** @returns items and paragraphs of the PRD below the headings and labels that a pattern names */
export function remarksBelow({ reading, documents: { prd } }: Model, named: RegExp): Remark[] {
  if (!reading || !prd) return [];
  let [heading, label] = ["", ""];
  return reading.blocks.flatMap((block) => {
    if (block.form === "heading") [heading, label] = [block.text, ""];
    else if (isLabel(prd, block)) label = block.text;
    else if (block.form !== "fence" && block.text !== "" && (named.test(label) || named.test(heading)))
      return [remark(prd, block, label || heading)];
    return [];
  });
}

/** @returns what blocks of some roles say */
export function remarksOf({ reading, documents: { prd } }: Model, roles: readonly ReadBlock["role"][]): Remark[] {
  if (!reading || !prd) return [];
  return reading.blocks.flatMap((block) =>
    roles.includes(block.role) && block.form !== "heading" && block.text !== "" ? [remark(prd, block, block.section)] : [],
  );
}

function remark(prd: AlignedDocument, block: ReadBlock, label: string): Remark {
  const source: Source = { file: block.place.file, line: block.place.line, ...(block.id !== undefined && { id: block.id }) };
  return { text: marker(prd, block.place)(oneLine(block.text)), label, source };
}

/** What stands above each line: the heading, or the line in bold or with a colon that introduces it. */
function labelsIn({ reading }: Model, prd: AlignedDocument): Map<number, string> {
  const labels = new Map<number, string>();
  let label = "";
  for (const block of reading?.blocks ?? []) {
    // A sentence that introduces a list is no name for what stands in it.
    if (block.form === "heading" || (isLabel(prd, block) && block.text.split(/\s+/).length <= 6))
      label = block.text.replace(/(?<!:):+$/, "");
    if (block.role === "statement") labels.set(block.place.line, label);
  }
  return labels;
}

/** A paragraph of one line that is bold from end to end, or ends in a colon. */
function isLabel({ markdown }: AlignedDocument, { form, role, place, text }: ReadBlock): boolean {
  if (form !== "paragraph" || role !== "context" || text.length > 90) return false;
  const line = markdown.lines.lineIn(markdown.text, place.line).trim();
  return /:\**$/.test(line) || /^\*\*[^*]{1,90}\*\*$/.test(line);
}

/** The reading gives texts without marks: names that are marked as code on these lines are marked again. */
function marker({ markdown }: AlignedDocument, place: Place): (text: string) => string {
  const end = place.endLine ?? place.line;
  const codes = markdown.inlineCodes.filter(({ span, text }) => span.line >= place.line && span.line <= end && text.trim() !== "");
  const words = [...new Set(codes.map(({ text }) => oneLine(text)))].sort((a, b) => b.length - a.length);
  if (words.length === 0) return (text) => text;
  const pattern = new RegExp(`(?<![\\w\`-])(?:${words.map(literally).join("|")})(?![\\w\`])`, "g");
  return (text) => withDashes(text, words).replace(pattern, (name) => `\`${name}\``);
}

/** The dashes of a flag that begins an item had been taken for those of a list. */
function withDashes(text: string, words: readonly string[]): string {
  const flag = words.find((word) => /^--?[a-z]/.test(word) && text.startsWith(word.replace(/^--?/, "")));
  return flag === undefined ? text : `${flag}${text.slice(flag.replace(/^--?/, "").length)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** @returns a statement with all that belongs to it, in one line; a title stands before its text */
export function wholeOf({ text, parts }: Pick<Said, "text" | "parts">): string {
  if (parts.length === 0) return text;
  const head = text.replace(/(?<![.:\s])[.:\s]{1,5}$/, "");
  return `${head}: ${parts.map((part) => part.replace(/(?<![.;\s])[.;\s]{1,5}$/, "")).join("; ")}`;
}
