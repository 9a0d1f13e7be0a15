import type { FlowItem } from "../../../markdown/index.ts";
import { type Draft, record, type Scope, type Walk } from "../draft.ts";
import { groupOf, introduces, isStatedNumber } from "../groups.ts";
import { type Candidate, readLine, scopeBelow } from "../lines.ts";
import { lineSigns } from "../signs.ts";

/** Reads what stands below an item, or a paragraph, in the scope that this opens. */
export type ReadBelow = (item: FlowItem, scope: Scope) => void;

/** Reads one item of a list and what is nested in it. */
export function readItem(walk: Walk, item: FlowItem, ordered: boolean, scope: Scope, readBelow: ReadBelow): Draft | undefined {
  const signs = lineSigns(item.line, walk.reader);
  const candidate: Candidate = { line: item.line, form: "item", signs, shown: item.shown, ordered };
  if (item.line.text === "") {
    readBelow(item, scope);
    return undefined;
  }
  // What is to be done to a file stands below its path.
  if (scope.ground.role === "files" && signs.bare) {
    record(walk, scope, { role: "context", form: "item", text: signs.text, by: "it is a path", span: item.line.span });
    readBelow(item, { ...scope, ground: { role: "scope", by: scope.ground.by, exact: false } });
    return undefined;
  }
  const group = groupOf(walk, item, candidate, scope);
  if (group) {
    record(walk, scope, {
      role: "context",
      form: "item",
      text: signs.text,
      by: "it introduces what stands below it",
      span: item.line.span,
    });
    readBelow(item, group);
    return undefined;
  }
  const draft = readLine(walk, candidate, scope);
  const parts = draft.role === "statement" && signs.introduces && isStatedNumber(candidate, scope) && introduces(walk, item, signs);
  readBelow(item, parts ? { ...scope, holder: undefined, owner: draft } : scopeBelow(scope, draft));
  return draft;
}
