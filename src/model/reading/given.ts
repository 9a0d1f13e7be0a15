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

/** @returns whether a line goes on with a criterion that an earlier one began. */
export function continuesGiven(walk: Walk, line: FlowLine): boolean {
  const { words } = walk.reader;
  const start = line.bold ?? line.text;
  return ["when", "then", "and"].some((kind) => words.opens(kind as "when", start));
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
  for (let item = items[from + count]; item && continuesGiven(walk, item.line) && !opensAnew(walk, item, count); item = items[from + count])
    count++;
  // A sentence that holds all three needs no others.
  return count > 1 ? count : 0;
}

/** A second Given begins the next criterion; so does a When where the first was a When. */
function opensAnew(walk: Walk, { line }: FlowItem, count: number): boolean {
  return count > 1 && walk.reader.words.opens("given", line.bold ?? line.text) && !walk.reader.words.opens("and", line.bold ?? line.text);
}
