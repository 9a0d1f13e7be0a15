import { subjectsOf } from "../content/stems.ts";
import type { Model, Place } from "../types.ts";

/** An error whose exit status a command's list of exit codes lacks, or gives to something else. */
export interface WrongExit {
  code: string;
  /** The status that the table of error codes has for it. */
  status: string;
  /** The status by whose meaning the list names the error; undefined where the list has the status nowhere. */
  listed?: string;
  command: string;
  place: Place;
  row: Place;
}

/** `3 the label has expired; 4 the printer is offline` */
const ENTRY = /(?<![\w.-])(\d{1,3})(?![\w.-])([^;,.\d\n]{0,120})/g;
/** The list is not whole: it leaves the rest to others. */
const OPEN = /\b(?:other\w{0,4}|otherwise|else|any|all|each|table|below|above|see|from)\b/i;

/** @returns the errors of commands that their own lists of exit codes do not have as the table of error codes has them */
export function wrongExits({ backend: { interfaces, errors }, documents }: Model): WrongExit[] {
  // Of a code that has two rows the first one counts.
  const rows = new Map(
    errors.toReversed().flatMap((error) => (/^\d{1,3}$/.test(error.status.trim()) ? [[error.code, error] as const] : [])),
  );
  const sections = documents["backend-design"]?.markdown.allSections ?? [];
  return interfaces.flatMap(({ kind, name, values, place }) => {
    const exits = Object.entries(values).find(([label]) => /exit/i.test(label))?.[1];
    const entries = new Map(
      Array.from(exits?.source.matchAll(ENTRY) ?? [], ([, status = "", meaning = ""]) => [status, subjectsOf(meaning)]),
    );
    if (kind !== "cli" || !exits || entries.size < 2 || OPEN.test(exits.source)) return [];
    const section = sections.find(({ heading }) => heading.line === place.line);
    const { prose = "" } = documents["backend-design"]?.markdown ?? {};
    const text = section
      ? prose.slice(section.heading.end, section.span.end)
      : Object.values(values)
          .map(({ source }) => source)
          .join("\n");
    return [...new Set(text.match(/[A-Z][A-Z\d]{1,30}(?:_[A-Z\d]{1,30}){1,8}/g))].flatMap((code) => {
      // What the list names by its code is held against the table as all other uses of the code are.
      const row = exits.source.includes(code) ? undefined : rows.get(code);
      const wrong = row && exitOf(code, row.status.trim(), entries);
      return wrong ? [{ ...wrong, command: name, place: exits.place, row: row.place }] : [];
    });
  });
}

function exitOf(code: string, status: string, entries: ReadonlyMap<string, ReadonlySet<string>>) {
  if (!entries.has(status)) return { code, status };
  const words = [...subjectsOf(code)];
  const means = (meaning: ReadonlySet<string> | undefined) => words.length > 1 && words.every((word) => meaning?.has(word));
  const [listed, ...others] = [...entries].filter(([, meaning]) => means(meaning)).map(([own]) => own);
  return listed === undefined || others.length > 0 || listed === status ? undefined : { code, status, listed };
}
