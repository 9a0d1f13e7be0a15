import type { AlignedDocument, Model } from "../../model/types.ts";
import { cutAtWord } from "../../text/shorten.ts";
import type { StatedField, StatedStructure } from "./types.ts";

const TESTS = /\b(?:tests?|testing|examples? of|public examples)\b/i;

/**
 * Reads what blocks of code in the PRD say of records: the fields of a payload, a record, an interface.
 *
 * @returns the structures, under the name that the code gives, or else under the words that introduce the block
 */
export function recordsInFences({ reading }: Model, prd: AlignedDocument): StatedStructure[] {
  return prd.markdown.blocks.flatMap((block) => {
    const { language, value } = block;
    const own = reading?.blocks.find(({ form, place }) => form === "fence" && place.line === block.span.line);
    const section = own?.section ?? "";
    if (TESTS.test(section) || /^(?:mermaid|tsx|jsx|css|html|vue|svelte)$/.test(language) || value.length > 12_000) return [];
    const { file, line } = prd.place(block.span);
    const sources = [{ file, line, ...(own?.parent !== undefined && { id: own.parent }) }];
    const named = namedRecords(value);
    if (named.length > 0) return named.map((one) => ({ ...one, sources }));
    const fields = language === "json" || language === "jsonc" || language === "" ? jsonFields(value) : [];
    return fields.length < 2 ? [] : [{ name: introduction(prd, block.span.line), fields, sources }];
  });
}

/** The words of the statement or the line above a block. */
function introduction({ markdown }: AlignedDocument, line: number): string {
  for (let at = line - 1; at > 0 && at > line - 6; at--) {
    const text = markdown.lines.lineIn(markdown.text, at).replace(/[*`#]/g, "").trim();
    if (text !== "") return shortName(text);
  }
  return "payload";
}

/** "JSON output must return created task object:" is about a created task object. */
export function shortName(text: string): string {
  const plain = text
    .replace(/^(?:\d{1,3}[.)]|[-+])\s{1,4}/, "")
    .replace(/(?<!:):+$/, "")
    .replace(/^(?:the )?(?:system|command|api|service)\s(?:must|shall|should|will)\s/i, "")
    .replace(/^.{0,80}\b(?:returns?|outputs?|displays?|contains?|includes?)\s(?:a |an |the |structured )?(?=[a-z]{3})/i, "")
    .replace(/^with\s/i, "");
  return cutAtWord(plain, 40);
}

const RECORD = /\brecord\s{1,4}([A-Z]\w{1,60})\s{0,4}\(([^()]{1,2000})\)/g;
const INTERFACE = /\b(?:interface|type)\s{1,4}([A-Z]\w{1,60})\s{0,4}(?:=\s{0,4})?\{([^{}]{1,2000})\}/g;
const STRUCT = /\btype\s{1,4}([A-Z]\w{1,60})\s{1,4}struct\s{0,4}\{([^{}]{1,2000})\}/g;
const DATACLASS = /@dataclass[^\n]{0,80}\nclass\s{1,4}([A-Z]\w{1,60})[^\n]{0,80}:\n((?:[ \t]{1,8}[a-z]\w{0,60}:[^\n]{1,120}\n?){1,60})/g;

function namedRecords(code: string): Omit<StatedStructure, "sources">[] {
  const read = (pattern: RegExp, split: RegExp, field: (text: string) => StatedField | undefined) =>
    Array.from(code.matchAll(pattern), ({ 1: name = "", 2: body = "" }) => ({
      name,
      fields: body.split(split).flatMap((text) => field(text.replace(/\/\/.*$/gm, "").trim()) ?? []),
    })).filter(({ fields }) => fields.length > 0);
  return [
    ...read(RECORD, /,(?![^<>]{0,80}>)/, (text) =>
      typed(/^(?:@\w+(?:\([^()]*\))?\s{1,4})*(?<type>[\w.<>,[\]? ]{1,80})\s(?<name>\w{1,60})$/.exec(text)),
    ),
    ...read(STRUCT, /\n/, (text) => typed(/^(?<name>[A-Z]\w{0,60})\s{1,9}(?<type>[\w.*[\]]{1,60})/.exec(text))),
    ...read(INTERFACE, /[;\n]/, (text) =>
      typed(/^(?:readonly )?(?<name>\w{1,60})(?<optional>\?)?:\s{0,4}(?<type>[^;,]{1,120})/.exec(text)),
    ),
    ...read(DATACLASS, /\n/, (text) => typed(/^(?<name>[a-z]\w{0,60}):\s{0,4}(?<type>[^=#]{1,80})/.exec(text))),
  ];
}

function typed(match: RegExpExecArray | null): StatedField | undefined {
  const { name, type, optional } = match?.groups ?? {};
  if (name === undefined || type === undefined) return undefined;
  return { name, type: type.trim(), required: optional === "?" ? "no" : "", rule: "", meaning: "" };
}

/** The keys of a JSON object at its first level, with the types of their values. */
function jsonFields(text: string): StatedField[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) return [];
  return Object.entries(value).map(([name, each]) => ({ name, type: typeOf(each), required: "", rule: "", meaning: "" }));
}

function typeOf(value: unknown): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.length === 0 ? "array" : `array of ${typeOf(value[0])}`;
  return typeof value;
}
