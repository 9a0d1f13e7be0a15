import { requirementKey } from "../requirements/ids.ts";
import type { Draft } from "./draft.ts";

/** An id that two statements with different words bear. */
export interface Clash {
  id: string;
  first: Draft;
  second: Draft;
}

/** What naming gives: an id for each statement, and the ids that clash. */
export interface Named {
  ids: Map<Draft, string>;
  clashes: Clash[];
}

/**
 * Names every statement: by its own id, by a word and its number (`Story 4`), or by the section that it stands in and its number
 * there. Ids that are given twice with different words are told apart by their sections; what merely repeats a statement is none.
 */
export function nameStatements(drafts: readonly Draft[]): Named {
  const ids = new Map<Draft, string>();
  const clashes: Clash[] = [];
  const taken = new Map<string, Draft>();
  const stated = drafts.filter(({ role }) => role === "statement" || role === "exclusion");
  for (const draft of stated) {
    const own = draft.own ?? (draft.titled && `${draft.titled.word} ${draft.titled.number}`);
    if (own === undefined) continue;
    const first = taken.get(requirementKey(own));
    if (first && repeats(draft, first)) repeat(draft, first);
    else ids.set(draft, first ? tellApart(own, draft, taken) : own);
    if (first && ids.has(draft)) clashes.push({ id: own, first, second: draft });
    const id = ids.get(draft);
    if (id !== undefined) taken.set(requirementKey(id), draft);
  }
  nameOthers(stated, ids, taken);
  return { ids, clashes };
}

/** A list of contents, a summary or a table of priorities names what is stated in full elsewhere. */
function repeats(draft: Draft, first: Draft): boolean {
  if (draft.role === "exclusion" || first.role === "exclusion") return true;
  const [short, long] = [wordsIn(draft), wordsIn(first)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>];
  const shared = [...short].filter((word) => long.has(word)).length;
  return short.size === 0 || shared / short.size >= 0.6;
}

function wordsIn({ text, parts }: Draft): Set<string> {
  return new Set(
    Array.from(
      [text, ...parts]
        .join(" ")
        .slice(0, 2000)
        .toLowerCase()
        .matchAll(/[\p{L}\p{N}]{2,}/gu),
      ([word]) => word,
    ),
  );
}

function repeat(draft: Draft, first: Draft): void {
  if (draft.role === "exclusion" && first.role === "statement") Object.assign(first, { role: "exclusion", excluded: draft.excluded });
  if (draft.role === "statement" && first.role === "exclusion") first.parts.push(draft.text);
  Object.assign(draft, { role: "context", by: "it repeats a statement", owner: first });
}

/** By its section; within one by a count, and never by its line, so that the name stays when lines move. */
function tellApart(id: string, { frame }: Draft, taken: ReadonlyMap<string, Draft>): string {
  const within = `${frame.above?.title ?? ""} ${frame.title}`.trim();
  const isFree = (each: string) => !taken.has(requirementKey(each));
  const found = [frame.title, within].map((title) => `${id} (${title})`).find(isFree);
  if (found !== undefined) return found;
  let count = 2;
  while (!isFree(`${id} (${within}, ${count})`)) count++;
  return `${id} (${within}, ${count})`;
}

function nameOthers(stated: readonly Draft[], ids: Map<Draft, string>, taken: Map<string, Draft>): void {
  const unnamed = stated.filter((draft) => !ids.has(draft) && draft.role !== "context");
  // The parts of a statement are named after it.
  const wholes = new Set(unnamed);
  const isPart = ({ owner }: Draft) => owner !== undefined && wholes.has(owner);
  nameGroup(
    unnamed.filter((draft) => !isPart(draft)),
    ids,
    taken,
  );
  nameGroup(unnamed.filter(isPart), ids, taken);
}

function nameGroup(unnamed: readonly Draft[], ids: Map<Draft, string>, taken: Map<string, Draft>): void {
  const titles = new Map<string, Set<string>>();
  for (const { root } of unnamed) titles.set(root.title, (titles.get(root.title) ?? new Set()).add(root.above));
  const groups = new Map<string, Draft[]>();
  for (const draft of unnamed) {
    const base = baseOf(draft, ids, (titles.get(draft.root.title)?.size ?? 0) > 1);
    const group = groups.get(base);
    if (group) group.push(draft);
    else groups.set(base, [draft]);
  }
  for (const [base, group] of groups) {
    const shown = group.map((draft) => draft.shown);
    // The numbers that a list shows name its items, as long as each is there once.
    const usable = shown.every((number) => number !== undefined) && new Set(shown).size === shown.length;
    for (const [index, draft] of group.entries()) ids.set(draft, free(`${base}${usable ? draft.shown : index + 1}`, taken, draft));
  }
}

/** Criteria of a numbered requirement go on with its number: 3.1, 3.2. */
function baseOf({ owner, kind, root }: Draft, ids: ReadonlyMap<Draft, string>, several: boolean): string {
  const parent = owner && (kind === "criterion" || owner.shown !== undefined) ? ids.get(owner) : undefined;
  if (parent !== undefined) return owner?.titled || kind !== "criterion" ? `${parent}.` : `${parent} criterion `;
  return several && root.above !== "" ? `${root.above}: ${root.title} ` : `${root.title} `;
}

function free(id: string, taken: Map<string, Draft>, draft: Draft): string {
  let name = id;
  for (let count = 2; taken.has(requirementKey(name)) && count < 1000; count++) name = `${id} (${count})`;
  taken.set(requirementKey(name), draft);
  return name;
}
