import type { FlowItem, FlowLine } from "../../markdown/index.ts";
import { ownIdOf, reasonOf } from "./blocks/headings.ts";
import { type Draft, record, type Scope, type Walk } from "./draft.ts";
import { isSetAside } from "./ground.ts";
import { signsOf } from "./signs.ts";

/** @returns whether a line begins a criterion that is written on several lines: Given, When, Then. */
export function beginsGiven(walk: Walk, line: FlowLine): boolean {
  const { words } = walk.reader;
  const { text, shape } = signsOf(line.text, walk.reader);
  const marked = line.bold !== undefined && (words.opens("given", line.bold) || words.opens("when", line.bold)) && line.bold.length < 24;
  return marked || shape === "given" || shape === "when" || (words.opens("given", text) && /^\p{Lu}{3}/u.test(text));
}

/** @returns whether a line goes on with a criterion that an earlier one began: "WHEN ... THEN ..." in one line leaves no room for a When. */
export function continuesGiven(walk: Walk, line: FlowLine, begun: FlowLine): boolean {
  const { words } = walk.reader;
  const start = line.bold ?? line.text;
  const kinds = isWhole(walk, begun) ? (["then", "and"] as const) : (["when", "then", "and"] as const);
  return kinds.some((kind) => words.opens(kind, start));
}

/** It says when and what then. */
function isWhole({ reader: { words } }: Walk, { text, bold }: FlowLine): boolean {
  const start = bold ?? text;
  return (words.opens("when", start) || words.opens("trigger", start)) && words.has("then", text);
}

/** Records several lines as one criterion. */
export function recordGiven(walk: Walk, lines: readonly FlowLine[], form: Draft["form"], scope: Scope): Draft | undefined {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return undefined;
  const aside = scope.ground.role === "aside";
  const excluded = isSetAside(scope.ground) && !aside;
  const signs = signsOf(first.text, walk.reader);
  const id = ownIdOf(walk, signs, scope.ground);
  const said = id ? [signs.text, ...lines.slice(1).map(({ text }) => text)] : lines.map(({ text }) => text);
  return record(walk, scope, {
    role: aside ? "context" : excluded ? "exclusion" : "statement",
    form,
    text: said.join(" "),
    own: id?.id,
    kind: "criterion",
    excluded: excluded ? reasonOf(false, signs, scope.ground) : undefined,
    normative: true,
    by: "Given, When and Then",
    span: { ...first.span, end: last.span.end, endLine: last.span.endLine, endColumn: last.span.endColumn },
  });
}

/** @returns how many items from one on make one criterion: those that go on with what the first began; 0 where it begins none. */
export function givenItems(walk: Walk, items: readonly FlowItem[], from: number): number {
  const first = items[from];
  if (!first || !beginsGiven(walk, first.line)) return 0;
  let count = 1;
  const goesOn = (item: FlowItem) => continuesGiven(walk, item.line, first.line) && !opensAnew(walk, item, count);
  for (let item = items[from + count]; item && goesOn(item); item = items[from + count]) count++;
  // A sentence that holds all three needs no others.
  return count > 1 ? count : 0;
}

/** A second Given begins the next criterion; so does a line that says it all. */
function opensAnew(walk: Walk, { line }: FlowItem, count: number): boolean {
  const { words } = walk.reader;
  const start = line.bold ?? line.text;
  return isWhole(walk, line) || (count > 1 && words.opens("given", start) && !words.opens("and", start));
}
