import type { FlowItem, FlowLine } from "../../markdown/index.ts";
import { ownIdOf } from "./blocks/headings.ts";
import type { Scope, Walk } from "./draft.ts";
import { below, isAgainst, isDeclaring, isStating } from "./ground.ts";
import { introGround } from "./intros.ts";
import type { Candidate } from "./lines.ts";
import type { Signs } from "./signs.ts";

/** @returns the scope of the items below one that only groups them. */
export function groupOf(walk: Walk, item: FlowItem, candidate: Candidate, scope: Scope): Scope | undefined {
  const { signs } = candidate;
  if (item.children.length === 0 || ownIdOf(walk, signs, scope.ground) || item.line.struck) return undefined;
  const intro = signs.introduces ? introGround(walk, signs.text.replace(/[:：]\s{0,9}$/, ""), scope.ground) : undefined;
  if (intro) return { ...scope, holder: undefined, owner: scope.holder ?? scope.owner, ground: intro };
  const heads = signs.label && signs.label.value === "" ? signs.label.match : undefined;
  if (heads) {
    const ground = heads.role === "detail" || heads.detail ? scope.ground : below(scope.ground, heads, signs.label?.name ?? "");
    const opens = heads.role !== "detail" && !heads.detail;
    return { ...scope, ground, ...(opens && ground !== scope.ground && { holder: undefined, owner: scope.holder ?? scope.owner }) };
  }
  const lists = item.children.some(({ form }) => form === "list");
  if (lists && signs.excluding && !isAgainst(scope.ground))
    return { ...scope, holder: undefined, ground: { role: "exclusion", by: signs.text, exact: true } };
  if (scope.holder || !lists || !isStating(scope.ground)) return undefined;
  if (isTitle(item.line)) return scope;
  // "The diary must:" says nothing by itself; "The output must show:" is a statement with its parts.
  return signs.introduces && !isStatedNumber(candidate, scope) && introduces(walk, item, signs) ? scope : undefined;
}

/** A bold title, with nothing behind it but a remark in parentheses, heads what stands below it. */
function isTitle({ bold, wholly, text }: FlowLine): boolean {
  return wholly || (bold !== undefined && /^\s{0,4}(?:\([^()]{0,120}\)\s{0,4})?[:：]?$/.test(text.slice(text.indexOf(bold) + bold.length)));
}

/** @returns whether the number of an item is how others speak of it. */
export function isStatedNumber({ ordered, shown }: Candidate, { ground }: Scope): boolean {
  return ordered === true && shown !== undefined && isDeclaring(ground);
}

/** @returns whether an item that ends in a colon only introduces its children: it has no verb, or they are what is to be done. */
export function introduces(walk: Walk, item: FlowItem, signs: Signs): boolean {
  // "Each tab shows one file:" is a statement, and the names below it are its parts.
  if (!signs.duty) return !(wordCount(signs.text) >= 4 && areNames(walk, item));
  const words = signs.text.replace(/[:：]\s*$/, "").trim();
  const last = lastWords(words, 2);
  const endsInDuty = walk.reader.words.is("duty", lastWords(words, 1)) || walk.reader.words.is("duty", last);
  return endsInDuty || isDone(walk, item);
}

function areNames(walk: Walk, item: FlowItem): boolean {
  const children = childrenOf(item);
  const names = children.filter(
    ({ line: { text } }) => wordCount(text) <= 3 && !/[:：]/.test(text) && !walk.reader.words.opens("action", text),
  );
  return children.length > 0 && names.length * 10 >= children.length * 8;
}

function childrenOf(item: FlowItem): FlowItem[] {
  return item.children.flatMap((child) => (child.form === "list" ? child.items : []));
}

function isDone(walk: Walk, item: FlowItem): boolean {
  const children = childrenOf(item);
  const actions = children.filter(
    ({ line }) => walk.reader.words.opens("action", line.text) || walk.reader.words.opens("trigger", line.text),
  ).length;
  return children.length > 0 && actions * 10 >= children.length * 6;
}

function wordCount(text: string): number {
  return text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}|[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function lastWords(text: string, count: number): string {
  return text.trim().split(/\s+/).slice(-count).join(" ");
}
