import { readType } from "../../model/data-types/read.ts";
import type { DataType } from "../../model/data-types/types.ts";
import type { DataStructure, Interface, Value } from "../../model/types.ts";
import { hasWord } from "../../text/names.ts";

/** What a caller gives, as a design states it in a line. */
export interface StatedParameter {
  name: string;
  /** `path`, `query`, `header`, `cookie`; undefined where the design does not say, and the path does not tell. */
  in: string | undefined;
  required: boolean;
  dataType: DataType;
  text: string;
}

const PARAMETER = /^\s{0,9}(?:[-*]\s)?((?:\p{L}{1,20}\s){0,3})`(-{0,2}[A-Za-z][\w.-]{0,99})(?:[ =][^`]{0,99})?`([^`]{0,400})/u;

/** @returns the parameters, arguments and options that an interface lists, each in inline code */
export function parametersOf({ name, values }: Interface): StatedParameter[] {
  const part = values.Parameters ?? values["Arguments and options"];
  if (!part) return [];
  const seen = new Set<string>();
  return clausesOf(part).flatMap((clause): StatedParameter[] => {
    const [, before = "", parameter = "", rest = ""] = PARAMETER.exec(clause) ?? [];
    if (parameter === "" || seen.has(parameter)) return [];
    seen.add(parameter);
    const said = `${before} ${rest}`;
    const place = new RegExp(`\\{${parameter.replace(/[.]/g, "\\.")}\\}`).test(name)
      ? "path"
      : /\b(path|query|header|cookie)\b/i.exec(said)?.[1]?.toLowerCase();
    const type = rest.replace(/^[\s:,(]{1,9}/, "").trim();
    const required = place === "path" || (/\brequired\b/i.test(rest) && !/\b(?:not|never) required\b/i.test(rest));
    return [
      {
        name: parameter,
        in: place,
        required,
        dataType: typeIn(type),
        text: rest.replace(/^[\s,:]+|[\s.]+$/g, ""),
      },
    ];
  });
}

/** What is measured in characters is a text, also where no type is named. */
function typeIn(said: string): DataType {
  const stated = readType(/^[^,;(]{0,60}/.exec(said)?.[0] ?? "", said);
  const text = readType("string", said);
  return stated.family === "unknown" && text.limits.length ? text : stated;
}

/** @returns what a part lists: its items, the rows of its table, or what semicolons part */
export function clausesOf(part: Value): string[] {
  const rows = part.table?.rows.map((cells) => cells.map(({ source }) => source).join(", ")) ?? [];
  return [part.source, ...part.items.map(({ source }) => source), ...rows].flatMap((text) => text.split(/;|\n/));
}

/** An answer of an endpoint: its status with what it holds. */
export interface StatedResponse {
  status: string;
  text: string;
  codes: string[];
  structure: string | undefined;
}

const STATUS = /(?<![\d.-])([1-5]\d\d)(?![\d.-])/g;

/**
 * @param structures those that an answer may hold
 * @returns each status with the words up to the next one
 */
export function responsesOf(part: Value | undefined, structures: readonly DataStructure[], codes: readonly string[]): StatedResponse[] {
  if (!part) return [];
  const text = clausesOf(part).join("; ");
  const found = [...text.matchAll(STATUS)];
  const answers = found.map((match, index) => {
    const words = text.slice(match.index + 3, found[index + 1]?.index ?? text.length);
    return {
      status: match[1] ?? "",
      text: words.replace(/[`*]/g, "").replace(/^[\s,;:.)]+|[\s,;:.(]+$/g, ""),
      codes: codes.filter((code) => hasWord(words, code)),
      structure:
        structures.find(({ name }) => words.includes(`\`${name}\``))?.name ?? structures.find(({ name }) => hasWord(words, name))?.name,
    };
  });
  return merge(answers);
}

/** One status may be named for several codes. */
function merge(answers: readonly StatedResponse[]): StatedResponse[] {
  const byStatus = new Map<string, StatedResponse>();
  for (const answer of answers) {
    const known = byStatus.get(answer.status);
    if (known) {
      known.codes.push(...answer.codes);
      known.text = [known.text, answer.text].filter(Boolean).join("; ");
      known.structure ??= answer.structure;
    } else byStatus.set(answer.status, { ...answer, codes: [...answer.codes] });
  }
  return [...byStatus.values()];
}

/** @returns the structure that a part names first, in inline code or as a word */
export function structureIn(part: Value | undefined, structures: readonly DataStructure[]): DataStructure | undefined {
  if (!part) return undefined;
  const marked = structures.find(({ name }) => part.codes.some((code) => code === name));
  return marked ?? structures.find(({ name }) => hasWord(part.text, name));
}
