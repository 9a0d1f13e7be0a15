import type { HeadingRole } from "../../context/lexicon/types.ts";
import type { Requirement } from "../types/inputs.ts";
import type { TitleMatch } from "./lexicon.ts";
import type { Words } from "./words.ts";

/** What the headings and labels above a block say of it. */
export interface Ground {
  /** Undefined where no heading above is known. */
  role?: HeadingRole;
  /** A family of facts that the section holds beside its statements: integrations below requirements. */
  fact?: HeadingRole;
  /** The heading or label that said so, in words for people. */
  by: string;
  /** The phrase was the whole heading, not a part of one. */
  exact: boolean;
  /** The heading is the document's name: what stands directly below it is what it says, its sections say it themselves. */
  whole?: boolean;
  /** What it lists is to be built, and its prose only tells of it: the scope in an introduction. */
  lists?: boolean;
  /** The heading names what is to be built together with what is not: each subsection has to say which it holds. */
  mixed?: boolean;
}

export const NO_GROUND: Ground = { by: "", exact: false };

const STATING: ReadonlySet<HeadingRole | undefined> = new Set<HeadingRole | undefined>([
  "functional",
  "requirement",
  "non-functional",
  "constraint",
  "story",
  "criterion",
  "test",
  "scope",
  "security",
  "command",
  "endpoint",
  "event",
]);
const FACTS: ReadonlySet<HeadingRole | undefined> = new Set<HeadingRole | undefined>(["flow", "integration", "structure"]);
const AGAINST: ReadonlySet<HeadingRole | undefined> = new Set<HeadingRole | undefined>([
  "context",
  "stack",
  "convention",
  "files",
  "risk",
  "question",
  "detail",
]);
const SET_ASIDE: ReadonlySet<HeadingRole | undefined> = new Set<HeadingRole | undefined>(["exclusion", "aside"]);

/** @returns whether what stands on this ground states something to be built. */
export function isStating({ role }: Ground): boolean {
  return STATING.has(role);
}

export function isFact({ role }: Ground): boolean {
  return FACTS.has(role);
}

/** @returns whether what stands on this ground is known to state nothing that is to be built. */
export function isAgainst({ role }: Ground): boolean {
  return AGAINST.has(role);
}

/** A chapter on the design in a document of requirements may demand what it describes; one on users, aims or plans does not. */
export function isDesign(words: Words, { role, by }: Ground): boolean {
  return role === "context" && words.has("design", by);
}

/** An introduction has sections of any kind: what stands below a title of its own that nothing is known of may demand something. */
export function isGeneral(words: Words, { role, by }: Ground, title: string): boolean {
  return role === "context" && title !== by && words.has("general", by);
}

export function isSetAside({ role }: Ground): boolean {
  return SET_ASIDE.has(role);
}

/** Requirements, stories and criteria by name: a section that holds nothing else. */
export function isDeclaring({ role }: Ground): boolean {
  return role === "functional" || role === "requirement" || role === "non-functional" || role === "story" || role === "criterion";
}

/**
 * @param above what the headings above say
 * @param match what this heading says by itself
 * @returns what holds below it
 */
export function below(above: Ground, match: TitleMatch | undefined, title: string): Ground {
  if (above.whole) return below(NO_GROUND, match, title);
  if (isSetAside(above)) return above;
  if (!match) return above.mixed ? NO_GROUND : above;
  const own: Ground = { role: match.role, by: title, exact: match.exact, ...(match.mixed && { mixed: true }) };
  if (match.role === "priority") return above.role === undefined ? { ...own, role: "requirement" } : above;
  // Input and Output may be the names of features; what belongs to a statement is known by that statement.
  if (match.role === "detail") return above;
  if (SET_ASIDE.has(match.role) || match.role === "question" || match.role === "risk")
    return isStating(above) && (match.weak || match.domain || (!match.exact && match.role === "risk")) ? above : own;
  if (isStating(above)) return belowStatements(above, own, match);
  if (isAgainst(above)) return belowContext(above, own, match);
  // "Design with an assistant" is a flow like those beside it.
  if (isFact(above) && isAgainst(own) && !match.exact) return above;
  // An entity may be called "Order events".
  if (above.role === "structure" && !match.exact && STATING.has(match.role)) return above;
  return own;
}

/** Domains bear everyday names: below requirements, `Users` or `Budget` groups them and says nothing else. */
function belowStatements(above: Ground, own: Ground, match: TitleMatch): Ground {
  if (above.mixed && (AGAINST.has(match.role) || match.role === "flow")) return own;
  if (match.role === "scope") return above;
  if (match.role === "security") return above.role === "test" || above.role === "scope" ? own : { ...above, fact: "security" };
  if (STATING.has(match.role)) return above.role === "test" && match.role !== "criterion" ? above : own;
  if (AGAINST.has(match.role)) return match.exact && (match.detail || above.role === "scope") ? { ...own, role: "context" } : above;
  return match.exact && (above.role === "scope" || match.role === "structure" || match.role === "flow")
    ? own
    : { ...above, fact: match.role };
}

function belowContext(above: Ground, own: Ground, match: TitleMatch): Ground {
  const declares = match.role === "requirement" || match.role === "story" || match.role === "criterion" || match.exact;
  if (declares && match.role === "scope") return { ...own, lists: true };
  return declares || !STATING.has(match.role) ? own : above;
}

/** @returns the kind of what is stated on this ground. */
export function kindOn({ role, fact }: Ground): Requirement["kind"] {
  if (role === "story") return "story";
  if (role === "criterion" || role === "test") return "criterion";
  if (role === "non-functional" || role === "constraint" || role === "security" || (fact === "security" && role !== "functional"))
    return "non-functional";
  return "functional";
}
