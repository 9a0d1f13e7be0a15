import { allItems, type Inline, type Table } from "../../../markdown/index.ts";
import { nameKey } from "../../../text/names.ts";
import type { AlignedDocument, Place } from "../../types.ts";

/** A value that a document gives to an option, a parameter or a field of the configuration. */
export interface Setting {
  /** The form in which names of options, fields and variables are compared. */
  key: string;
  name: string;
  /** `value` is its default, or what a line of usage sets it to. */
  aspect: "value" | "least" | "most";
  /** A call sets it to the value, which says nothing of what it is where no call does. */
  used: boolean;
  /** As written; numbers without separators. */
  value: string;
  /** What it stands in, as far as a message can show it. */
  text: string;
  /** The command, endpoint or structure around it. */
  owner: string;
  document: AlignedDocument["kind"];
  place: Place;
}

const NAME = /^-{0,2}[a-z][\w-]{1,40}$/i;
const NAME_COLUMN = /^(?:options?|flags?|fields?|parameters?|settings?|arguments?|keys?|variables?|name)$/;
const OWNER_COLUMN = /^(?:structure|command|subcommand|endpoint|interface|function)$/;

const UNIT = String.raw`\s(?:ms|s|min|h|(?:milli)?seconds?|minutes?|hours?|days?|weeks?|months?|years?|bytes?|[KMG]i?B)(?!\w)`;
const VALUE = String.raw`-?\d[\d,]{0,15}(?:\.\d{1,6})?(?:(?:ms|[smhdwk])?(?!\w|%|\.\w)(?:${UNIT})?)`;
const DEFAULT = new RegExp(String.raw`\bdefaults?(?:\s(?:is|to|of|value))?[\s:=]{0,2}${"`"}?(${VALUE})`, "i");
/** A default in one word; what takes more words is worded in many ways. */
const DEFAULT_WORD = /\bdefaults?(?:\s(?:is|to))?[\s:=]{1,2}(?:the\s)?`?([a-z][\w-]{1,30})`?(?=\s{0,2}(?:$|[,;:.)|]))/i;

/** "Codes 4 to 6" are no range of what an option takes. */
const RANGE = new RegExp(String.raw`(?<![\w.,-]|\b(?:codes?|steps?|versions?|lines?)\s)(${VALUE})\s?(?:to|–|-|\.\.)\s?(${VALUE})`, "i");
const MOST = new RegExp(String.raw`(?:\bat most|\bup to|\bmax(?:imum)?(?:\sof)?|≤)\s?(${VALUE})`, "i");

/** An option, and what stands behind it up to the next one. */
const OPTION = /(?<![\w-])(--[a-z][a-z-]{1,40})(?<set>[ =](?<value>\d\w{0,12}(?:\.\w{1,6})?)(?![\w-]|\.\w))?/g;

/** @returns the values that the tables and sentences of a document give to options, parameters and fields */
export function settingsOf(document: AlignedDocument): Setting[] {
  const found: Setting[] = [];
  for (const section of [document.markdown.preamble, ...document.markdown.allSections]) {
    const owner = nameKey(section.title);
    for (const table of [section, ...section.fields].flatMap(({ tables }) => tables)) found.push(...inTable(document, table, owner));
    const items = [section, ...section.fields].flatMap(({ lists }) => lists.flatMap(allItems));
    for (const inline of [...section.paragraphs, ...section.fields.map(({ value }) => value), ...items])
      found.push(...inText(document, inline, owner));
  }
  return found;
}

function inTable(document: AlignedDocument, table: Table, around: string): Setting[] {
  const columns = table.header.map(({ text }) => nameKey(text));
  const named = columns.findIndex((column, index) => NAME_COLUMN.test(column) && (column !== "name" || index > 0 || columns.length > 2));
  const owning = columns.findIndex((column) => OWNER_COLUMN.test(column));
  return table.rows.flatMap((row) => {
    const owner = owning === -1 ? around : nameKey(row[owning]?.text ?? "") || around;
    const names = (row[named]?.text ?? "").split(/,\s{0,3}/).map((name) => name.replace(/[`*\s]/g, ""));
    const isNamed = named !== -1 && names.every((name) => NAME.test(name));
    return row.flatMap((cell, index) => {
      if (index === named || index === owning) return [];
      if (!isNamed) return inText(document, cell, named === -1 && owning === -1 ? nameKey(row[0]?.text ?? "") : owner);
      const parts = partsOf(cell.text, names.length);
      return names.flatMap((name, at) =>
        aspectsOf(columns[index] === "default" ? `default ${parts[at] ?? ""}` : (parts[at] ?? "")).map(([aspect, value]) =>
          setting(document, cell, { name, aspect, value, used: false, text: `${name}: ${parts[at] ?? ""}`, owner }),
        ),
      );
    });
  });
}

/** A row for several names gives each of them its part of a cell: `1–16, default 4; 1–3650, default 90`. */
function partsOf(text: string, names: number): string[] {
  if (names === 1) return [text];
  for (const mark of [/;\s/, /,\s/]) {
    const parts = text.split(mark);
    if (parts.length === names) return parts;
  }
  return [];
}

function aspectsOf(text: string): ["value" | "least" | "most", string][] {
  const [standard, range] = [DEFAULT.exec(text)?.[1] ?? defaultWord(text), RANGE.exec(text)];
  const most = range ? undefined : MOST.exec(text)?.[1];
  const found: ["value" | "least" | "most", string | undefined][] = [
    ["value", standard],
    ["least", range?.[1]],
    ["most", range?.[2] ?? most],
  ];
  return found.flatMap(([aspect, value]) => (value === undefined ? [] : [[aspect, value.replaceAll(",", "")]]));
}

/** Words that say that there is no value. */
const NOTHING = /^(?:none|empty|unset|absent|nothing|no|off|false|all|any)$/;

function defaultWord(text: string): string | undefined {
  const word = DEFAULT_WORD.exec(text)?.[1]?.toLowerCase();
  return word === undefined || NOTHING.test(word) ? undefined : word;
}

/** In a sentence an option has what stands behind it up to the next option, or up to the end of the clause. */
function inText(document: AlignedDocument, inline: Pick<Inline, "span">, owner: string): Setting[] {
  const { start, end } = inline.span;
  const text = document.markdown.prose.slice(start, end);
  if (!text.includes("--")) return [];
  const options = [...text.matchAll(OPTION)];
  return options.flatMap(({ index, 0: whole, 1: name = "", groups }, at) => {
    const until = Math.min(options[at + 1]?.index ?? text.length, index + 120);
    const [own = ""] = text.slice(index + whole.length, until).split(/[;)]|\.\s/);
    const aspects = groups?.value === undefined ? aspectsOf(own) : [["value", groups.value] as const];
    return aspects.map(([aspect, value]) =>
      setting(
        document,
        { span: { ...inline.span, start: start + index, end: start + index + whole.length } },
        { name, aspect, value, used: groups?.value !== undefined, text: `${whole}${groups?.value === undefined ? own : ""}`, owner },
      ),
    );
  });
}

function setting(
  document: AlignedDocument,
  { span }: Pick<Inline, "span">,
  given: Pick<Setting, "name" | "aspect" | "value" | "used" | "text" | "owner">,
): Setting {
  return {
    ...given,
    key: nameKey(given.name),
    text: given.text.replace(/[`*]/g, "").replace(/\s+/g, " ").trim(),
    document: document.kind,
    place: document.place(document.markdown.lines.span(span.start, span.end)),
  };
}
