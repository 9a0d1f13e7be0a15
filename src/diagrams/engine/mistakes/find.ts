import { diagramType } from "../../text.ts";
import type { Mistake, Problem } from "../../types.ts";
import { wrongArrow } from "./arrows.ts";
import { missingEnd, surplusEnd, wordEnd } from "./ends.ts";
import { missingSource, missingTarget } from "./half-arrows.ts";
import { direction, header, missingHeader } from "./header.ts";
import { missingQuote, nestedQuotes, unclosedLabel, unquotedLabel } from "./labels.ts";
import { reservedWord } from "./reserved.ts";
import { attributeKeys, attributeOrder, missingColon, participantAlias, semicolon } from "./statements.ts";
import { comment, secondDiagram, strayText } from "./stray.ts";
import type { Propose, Repair } from "./types.ts";

/** The surest first: the first one that gets Mermaid further is told. */
const PROPOSALS: readonly Propose[] = [
  header,
  missingHeader,
  direction,
  comment,
  participantAlias,
  attributeOrder,
  attributeKeys,
  missingQuote,
  unquotedLabel,
  nestedQuotes,
  wrongArrow,
  semicolon,
  wordEnd,
  reservedWord,
  missingSource,
  missingTarget,
  surplusEnd,
  missingEnd,
  missingColon,
  unclosedLabel,
  secondDiagram,
  strayText,
];

/** A text in which one mistake is made a hundred times needs a hundred repairs. */
const ROUNDS = 20;

/** Lines that people write are shorter; what looks for mistakes tries many ways of dividing a line. */
const LONGEST_LINE = 400;

/**
 * Finds the common mistake that explains why Mermaid refuses a text: the one with which mended, Mermaid gets further.
 *
 * @param judge tells the problem of a text, where it has one
 * @param until the time, as of `performance.now()`, at which to give up
 */
export async function findMistake(
  text: string,
  problem: Problem,
  judge: (text: string) => Promise<Problem | undefined>,
  until: number,
): Promise<Mistake | undefined> {
  if (text.split("\n").some(({ length }) => length > LONGEST_LINE)) return undefined;
  if (/inactivate an inactive participant/.test(problem.message)) return inactive(text, problem);
  let refused = { text, problem };
  let first: Repair | undefined;
  let certain = true;
  for (let round = 0; round < ROUNDS; round++) {
    const better = await furtherThan(refused, judge, until);
    if (!better) break;
    first ??= better.repair;
    certain &&= better.repair.certain;
    if (!better.problem) return told(first, text, certain ? better.text : undefined);
    refused = { text: better.text, problem: better.problem };
  }
  return first && told(first, text, undefined);
}

async function furtherThan(
  { text, problem }: { text: string; problem: Problem },
  judge: (text: string) => Promise<Problem | undefined>,
  until: number,
): Promise<{ repair: Repair; text: string; problem: Problem | undefined } | undefined> {
  const lines = text.split("\n");
  const refused = { lines, type: diagramType(text), problem };
  for (const repair of PROPOSALS.flatMap((propose) => propose(refused))) {
    if (performance.now() > until) return undefined;
    const mended = [...lines.slice(0, repair.at), ...repair.lines, ...lines.slice(repair.at + (repair.removes ?? 1))].join("\n");
    const left = await judge(mended);
    if (!left || isFurther(left, problem, repair, lines)) return { repair, text: mended, problem: left };
  }
  return undefined;
}

/** Mermaid stops at a later place: not merely one that the repair itself has moved. */
function isFurther(left: Problem, before: Problem, { at, lines, removes = 1 }: Repair, written: readonly string[]): boolean {
  if (before.kind === "type") return left.kind !== "type";
  const line = left.line - (lines.length - removes);
  if (line !== before.line) return line > Math.max(before.line, at + 1);
  const longer = at + 1 === line ? (lines.at(-1)?.length ?? 0) - (written[at]?.length ?? 0) : 0;
  return left.column - longer > before.column;
}

function told({ mistake, at, tell = at, found, instead }: Repair, text: string, mended: string | undefined): Mistake {
  const column = Math.max(text.split("\n")[tell]?.indexOf(found) ?? 0, 0) + 1;
  return { id: mistake, line: tell + 1, column, found, instead, ...(mended !== undefined && { mended }) };
}

/** `deactivate A`, or `A-->>-B`, where A is not active. */
function inactive(text: string, { message }: Problem): Mistake {
  const found = /\(([^)]{0,300})\)/.exec(message)?.[1] ?? "";
  const lines = text.split("\n");
  const at = lines.findLastIndex((line) => line.trim() === `deactivate ${found}`);
  return { id: "inactive-participant", line: Math.max(at, 0) + 1, column: 1, found, instead: `activate ${found}` };
}
