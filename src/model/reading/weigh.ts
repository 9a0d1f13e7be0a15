import { type Ground, isAgainst, isDeclaring, isFact, isSetAside, isStating } from "./ground.ts";
import type { Signs } from "./signs.ts";

/** What speaks for a line being a statement, weighed together: no single sign decides. */
export interface Weight {
  weight: number;
  /** The heaviest sign, in words. */
  by: string;
}

/** From this weight on, a line is a statement. */
export const ENOUGH = 2;

export type Form = "item" | "row" | "paragraph" | "heading";

const FORMS: Readonly<Record<Form, number>> = { item: 1, row: 1, paragraph: -1, heading: -1 };

/** @returns how much speaks for a line being a statement, and what. */
export function weigh(signs: Signs, ground: Ground, form: Form): Weight {
  const weights: [number, string][] = [...grounds(ground, form), ...words(signs, ground, form), [FORMS[form], ""]];
  const weight = weights.reduce((sum, [part]) => sum + part, 0);
  const heaviest = weights.reduce((most, each) => (each[0] > most[0] ? each : most), [0, ""] as [number, string]);
  return { weight, by: heaviest[1] };
}

function grounds(ground: Ground, form: Form): [number, string][] {
  const by = `the heading "${ground.by}"`;
  if (isSetAside(ground)) return [[-9, by]];
  if (isAgainst(ground)) return [[-3, by]];
  if (isFact(ground)) return [[-1, by]];
  if (!isStating(ground)) return [];
  return [[form === "paragraph" || form === "heading" ? 1 : 3, by]];
}

function words(
  { id, shape, duty, action, conditional, rule, able, empty, bare, question, label, text }: Signs,
  ground: Ground,
  form: Form,
): [number, string][] {
  const found: [number, string][] = [];
  if (id?.known && (id.separated || form !== "paragraph")) found.push([id.separated ? 5 : 2, `the id ${id.id}`]);
  else if (id?.separated && isDeclaring(ground)) found.push([2, `the id ${id.id}`]);
  if (shape) found.push([isAgainst(ground) ? 4 : 5, SHAPES[shape]]);
  else if (duty) found.push([form === "paragraph" || form === "heading" ? 3 : 2, "a word of duty"]);
  else if (action && form !== "paragraph") found.push([ACTED[ground.role ?? ""] ?? 1, "an action that it begins with"]);
  // What holds of data under a condition is a rule; their fields and types are none.
  // "The day is closed by itself at midnight." below requirements; "The following describes ..." introduces others.
  else if (form === "paragraph" && (isDeclaring(ground) || PROSE.has(ground.role ?? "")) && able())
    found.push([2, `the heading "${ground.by}"`]);
  else if (ground.role === "structure" && rule()) found.push([2, "a condition"]);
  // "Members can leave a group." says enough where no heading says anything.
  else if (form === "item" && ground.role === undefined && (conditional || able()))
    found.push([1, conditional ? "a condition" : "what it is able to do"]);
  if (empty) found.push([-20, ""]);
  if (bare) found.push([-4, ""]);
  if (question && ground.role !== "criterion") found.push([-3, ""]);
  if (!isStating(ground) && label?.match.role === "detail") found.push([-2, ""]);
  if (text.length < 4 && !id) found.push([-2, ""]);
  return found;
}

/** Chapters that are often written in whole sentences. */
const PROSE: ReadonlySet<string> = new Set(["security", "constraint"]);

/** A step of a flow begins with an action as well, and is none the more a statement. */
const ACTED: Readonly<Record<string, number>> = { flow: 0, integration: 2 };

const SHAPES: Readonly<Record<NonNullable<Signs["shape"]>, string>> = {
  story: "the shape of a user story",
  given: "Given, When and Then",
  when: "When ... Then",
  ears: "a condition and a word of duty",
};
