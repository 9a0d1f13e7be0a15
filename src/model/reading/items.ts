import type { FlowItem, FlowLine } from "../../markdown/index.ts";
import { plainTitle } from "../../text/headings.ts";
import { type Draft, record, recordDetail, type Scope, type Walk } from "./draft.ts";
import { below, isAgainst, isDeclaring, isFact, isSetAside, isStating, kindOn } from "./ground.ts";
import { kindOfId, ownIdOf, reasonOf } from "./headings.ts";
import { type Signs, signsOf } from "./signs.ts";
import { ENOUGH, type Form, weigh } from "./weigh.ts";

/** A line that may be a statement: an item, a row, a line of a paragraph. */
export interface Candidate {
  line: FlowLine;
  form: Form;
  signs: Signs;
  shown?: number;
  ordered?: boolean;
}

/** Reads what stands below an item, or a paragraph, in the scope that this opens. */
export type ReadBelow = (item: FlowItem, scope: Scope) => void;

/** Reads one item of a list and what is nested in it. */
export function readItem(walk: Walk, item: FlowItem, ordered: boolean, scope: Scope, readBelow: ReadBelow): Draft | undefined {
  const signs = signsOf(item.line.text, walk.reader);
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

/** @returns the scope of the items below one that only groups them. */
function groupOf(walk: Walk, item: FlowItem, candidate: Candidate, scope: Scope): Scope | undefined {
  const { signs } = candidate;
  if (item.children.length === 0 || ownIdOf(walk, signs, scope.ground) || item.line.struck) return undefined;
  const heads = signs.label && signs.label.value === "" ? signs.label.match : undefined;
  if (heads) {
    const ground = heads.role === "detail" || heads.detail ? scope.ground : below(scope.ground, heads, signs.label?.name ?? "");
    const opens = heads.role !== "detail" && !heads.detail;
    return { ...scope, ground, ...(opens && ground !== scope.ground && { holder: undefined, owner: scope.holder ?? scope.owner }) };
  }
  const lists = item.children.some(({ form }) => form === "list");
  if (scope.holder || !lists || !isStating(scope.ground)) return undefined;
  if (isTitle(item.line)) return scope;
  // "The diary must:" says nothing by itself; "The output must show:" is a statement with its parts.
  return signs.introduces && !isStatedNumber(candidate, scope) && introduces(walk, item, signs) ? scope : undefined;
}

/** A bold title, with nothing behind it but a remark in parentheses, heads what stands below it. */
function isTitle({ bold, wholly, text }: FlowLine): boolean {
  return wholly || (bold !== undefined && /^\s{0,4}(?:\([^()]{0,120}\)\s{0,4})?[:：]?$/.test(text.slice(text.indexOf(bold) + bold.length)));
}

/** The number of an item is how others speak of it. */
function isStatedNumber({ ordered, shown }: Candidate, { ground }: Scope): boolean {
  return ordered === true && shown !== undefined && isDeclaring(ground);
}

/** @returns whether an item that ends in a colon only introduces its children: it has no verb, or they are what is to be done. */
function introduces(walk: Walk, item: FlowItem, signs: Signs): boolean {
  if (!signs.duty) return true;
  const words = signs.text.replace(/[:：]\s*$/, "").trim();
  const last = lastWords(words, 2);
  const endsInDuty = walk.reader.words.is("duty", lastWords(words, 1)) || walk.reader.words.is("duty", last);
  return endsInDuty || isDone(walk, item);
}

function isDone(walk: Walk, item: FlowItem): boolean {
  const children = item.children.flatMap((child) => (child.form === "list" ? child.items : []));
  const actions = children.filter(
    ({ line }) => walk.reader.words.opens("action", line.text) || walk.reader.words.opens("trigger", line.text),
  ).length;
  return children.length > 0 && actions * 10 >= children.length * 6;
}

function lastWords(text: string, count: number): string {
  return text.trim().split(/\s+/).slice(-count).join(" ");
}

/** @returns the scope of what stands below a line. */
export function scopeBelow(scope: Scope, draft: Draft | undefined): Scope {
  return draft && (draft.role === "statement" || draft.role === "exclusion") ? { ...scope, holder: draft, owner: draft } : scope;
}

/** Decides what one line is, and records it. */
export function readLine(walk: Walk, candidate: Candidate, scope: Scope): Draft {
  const { line, form, signs } = candidate;
  const id = ownIdOf(walk, signs, scope.ground);
  const given = { form, text: textOf(signs, id), span: line.span } as const;
  if (scope.holder && !id && !standsAlone(signs, scope)) return detail(walk, candidate, scope);
  const ground = labelledGround(signs, scope);
  if (ground.role === "exclusion" || line.struck || (signs.excluded && !signs.duty && !id))
    return record(walk, scope, {
      ...given,
      role: signs.empty ? "context" : "exclusion",
      own: id?.id,
      kind: id ? kindOfId(id.prefix, ground) : "functional",
      excluded: reasonOf(line.struck, signs, ground),
      by: reasonOf(line.struck, signs, ground),
    });
  const { weight, by } = weigh(id ? signs : { ...signs, id: undefined }, ground, form);
  if (weight >= ENOUGH && !line.link) return state(walk, candidate, { ...scope, ground }, id, by);
  return record(walk, scope, {
    ...given,
    role: otherwise(candidate, { ...scope, ground }),
    by: ground.by ? `the heading "${ground.by}"` : "nothing above it is known",
  });
}

/** `Out of scope: refunds` and `Performance: within 200 ms` say in one line what a heading would; amid context only what sets aside. */
function labelledGround({ label }: Signs, { ground }: Scope): Scope["ground"] {
  if (!label?.match.exact || label.value === "") return ground;
  if (label.match.role === "detail") return isStating(ground) ? { role: "context", by: label.name, exact: true } : ground;
  const says = below(ground, label.match, label.name);
  const opens = label.match.role === "story" || label.match.role === "criterion" || isSetAside(says);
  return isStating(ground) || opens ? says : ground;
}

function state(walk: Walk, { line, form, signs, shown }: Candidate, scope: Scope, id: Signs["id"], by: string): Draft {
  const { ground } = scope;
  const excluded = signs.excluded && !signs.duty;
  const shaped = signs.shape === "story" ? "story" : signs.shape === "given" ? "criterion" : undefined;
  return record(walk, scope, {
    role: excluded ? "exclusion" : "statement",
    form,
    text: textOf(signs, id),
    kind: id ? kindOfId(id.prefix, ground) : (shaped ?? kindOn(ground)),
    own: id?.id,
    shown,
    ground,
    excluded: excluded ? "it says so itself" : undefined,
    shape: signs.shape,
    normative: signs.duty || signs.shape !== undefined || id !== undefined,
    by,
    span: line.span,
  });
}

function detail(walk: Walk, { line, form, signs }: Candidate, scope: Scope): Draft {
  const { holder } = scope;
  const priority = signs.label?.match.detail ? signs.label.value : "";
  if (holder && priority !== "" && priority.length < 20 && /^(?:won'?t|wont have|won’t)/i.test(priority)) {
    holder.role = "exclusion";
    holder.excluded = "its priority says so";
  }
  // "Requirement 3" with its story below is one statement.
  if (holder?.titled && holder.form === "heading" && isStory(signs)) holder.kind = "story";
  return recordDetail(walk, scope, { form, text: signs.full, span: line.span });
}

function isStory({ shape, label }: Signs): boolean {
  return shape === "story" || label?.match.role === "story";
}

/** Below a statement only that is one itself which says so: a criterion, a story, a condition with a duty. */
function standsAlone({ shape, label }: Signs, { holder }: Scope): boolean {
  if (label?.match.role === "story" && holder?.titled) return false;
  if (label?.match.role === "story" || label?.match.role === "criterion") return label.value !== "" && holder?.kind !== "criterion";
  return (shape === "given" || shape === "ears") && holder?.kind !== "criterion";
}

function textOf(signs: Signs, id: Signs["id"]): string {
  return id || !signs.id ? signs.text : signs.full;
}

/** What a line is that is no statement. */
function otherwise({ signs, form, line, ordered }: Candidate, { ground }: Scope): Draft["role"] {
  if (signs.empty || signs.bare || line.link) return "context";
  if (signs.question) return "question";
  if (isFact(ground)) return ground.role === "flow" ? (form === "item" && ordered ? "step" : "context") : (ground.role as Draft["role"]);
  if (ground.role === "risk" || ground.role === "question") return ground.role;
  if (isAgainst(ground) || isSetAside(ground) || form === "paragraph" || isStating(ground)) return "context";
  return "unread";
}

/** @returns the title of a group, without the colon that ends it. */
export function titleOf(text: string): string {
  return plainTitle(text).replace(/[:：]\s*$/, "");
}
