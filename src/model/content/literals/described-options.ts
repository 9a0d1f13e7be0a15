import type { Interface, Model, Place, Value } from "../../types.ts";
import type { Content, Literal } from "../types.ts";

/** An option that a command describes, and its usage leaves out. */
export interface Unlisted {
  option: string;
  command: string;
  place: Place;
}

const FLAG = /--[a-z][\w-]{1,60}/g;

/** What is described is another option: "required without `--pending`". */
const BESIDE = /\b(?:with|without|unless|needs|requires|excludes|beside|like|see)\s`?$/i;

/** An option that an output names and no command describes, and where a statement of the PRD asks for it. */
export interface Undescribed {
  option: string;
  place: Place;
  related?: Place;
}

/** @returns the options that an output names, and that no command describes; none where no command describes any */
export function undescribedOptions(model: Model, { literals }: Content): Undescribed[] {
  const described = new Set(model.backend.interfaces.flatMap(describedBy));
  if (described.size === 0) return [];
  for (const literal of literals) if (isDescribing(literal)) described.add(literal.text);
  const undescribed = literals.filter(
    ({ kind, text, passage, at }) =>
      kind === "flag" &&
      text.startsWith("--") &&
      !passage.aside &&
      ["architecture", "backend-design"].includes(passage.document) &&
      !described.has(text) &&
      !["--help", "--version"].includes(text) &&
      !isForeign(passage.text, at),
  );
  return undescribed.map(({ text: option, place }) => {
    const asked = literals.find(({ text, passage }) => passage.document === "prd" && text === option);
    return { option, place, ...(asked && { related: asked.place }) };
  });
}

function describedBy({ kind, values }: Interface): string[] {
  if (kind !== "cli") return [];
  return Object.entries(values).flatMap(([label, value]) => {
    const text = /argument|option|flag|parameter/i.test(label) ? textOf(value) : "";
    return Array.from(text.matchAll(FLAG)).flatMap(({ 0: flag, index }) =>
      BESIDE.test(text.slice(Math.max(0, index - 24), index)) ? [] : [flag],
    );
  });
}

/** A sentence or a cell of the backend design that says what an option does. */
function isDescribing({ kind, passage, at }: Literal): boolean {
  const { document, text, keys } = passage;
  if (kind !== "flag" || document !== "backend-design" || BESIDE.test(text.slice(Math.max(0, at - 24), at))) return false;
  return (
    /\b(?:options?|flags?)\b/i.test(text) ||
    keys.some((key) => /^label:.{0,20}(?:option|flag)|^column:(?:option|flag|argument|parameter)/.test(key)) ||
    (isOnCommands(keys) && /\b(?:overrides?|takes?|accepts?|defaults?|apply|applies|have|has)\b/i.test(text))
  );
}

/** A paragraph above the commands, on what all of them have. */
function isOnCommands(keys: readonly string[]): boolean {
  return keys.some((key) => /^under:.{0,30}(?:command|option)/.test(key)) && keys.every((key) => key.startsWith("under:"));
}

/** An option of a tool that the feature calls: `git log --oneline`. */
function isForeign(text: string, at: number): boolean {
  return /`[\w./-]{1,40}(?:\s[\w./<>[\]-]{1,40}){0,6}\s$/.test(text.slice(0, at)) && !/usage/i.test(text);
}

/** @returns the options that a command describes and its usage leaves out, where the usage names its options one by one */
export function unlistedInUsage({ backend }: Model): Unlisted[] {
  return backend.interfaces.flatMap(({ kind, name, values }) => {
    const { Usage: usage } = values;
    if (kind !== "cli" || !usage || !/--[a-z]/.test(usage.source) || /\[?(?:options|flags)\b/i.test(usage.source)) return [];
    const listed = new Set(usage.source.match(FLAG));
    const described = Object.entries(values).flatMap(([label, value]) => (/argument|option/i.test(label) ? [textOf(value)] : []));
    const options = described.flatMap((text) =>
      Array.from(text.matchAll(/(?:^|[;,|]\s|[-*]\s|\sor\s)`(--[a-z][\w-]{1,60})`(?!\sand\b)/gm), ({ 1: option = "" }) => option),
    );
    return [...new Set(options)].filter((option) => !listed.has(option)).map((option) => ({ option, command: name, place: usage.place }));
  });
}

function textOf({ source, items, table }: Value): string {
  const rows = (table?.rows ?? []).map((row) => row.map(({ source: cell }) => cell).join(" | "));
  return [source, ...items.map((item) => item.source), ...rows].join("\n");
}
