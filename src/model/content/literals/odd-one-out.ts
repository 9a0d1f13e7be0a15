import { addTo } from "../../../text/group.ts";
import type { Content, Literal, Stranger } from "../types.ts";
import type { Carried } from "./carried.ts";

/** Fewer interfaces than these have no custom. */
const CUSTOM = 4;

/** What the interfaces of a document have under one label, by interface. */
type Slots = ReadonlyMap<string, readonly Literal[]>;

/**
 * @returns the names that one interface has under a label where all others have another one, and that stand nowhere else: six endpoints
 * are guarded by `session`, and the seventh by `sessions_token`
 */
export function oddOnesOut({ literals }: Content, carried: Carried): Stranger[] {
  const byLabel = new Map<string, Map<string, Literal[]>>();
  for (const literal of literals) {
    const { passage, marked, kind } = literal;
    const slot = marked && kind !== "path" && kind !== "code" && passage.document === "backend-design" ? slotOf(literal) : undefined;
    if (!slot) continue;
    const own = byLabel.get(slot.label) ?? new Map<string, Literal[]>();
    byLabel.set(slot.label, own);
    addTo(own, slot.interface, literal);
  }
  return [...byLabel.values()].flatMap((slots) => oddIn(slots, carried));
}

/** A label below a heading, or a column of a row. */
function slotOf({ passage: { keys, heading } }: Literal): { label: string; interface: string } | undefined {
  const label = keys.at(-1) ?? "";
  if (label.startsWith("label:") && heading !== "") return { label, interface: heading };
  const row = keys.find((key) => key.startsWith("row:"));
  // Rows of fields differ in all that they say.
  return label.startsWith("column:auth") && row !== undefined ? { label: `${heading} ${label}`, interface: row } : undefined;
}

function oddIn(slots: Slots, carried: Carried): Stranger[] {
  if (slots.size < CUSTOM) return [];
  const named = new Map<string, Set<string>>();
  for (const [own, literals] of slots)
    for (const { text } of literals) {
      const owners = named.get(text) ?? new Set<string>();
      named.set(text, owners.add(own));
    }
  const usual = [...named].filter(([, owners]) => owners.size === slots.size - 1).map(([text]) => text);
  return usual.flatMap((text) => {
    const [lacking, literals = []] = [...slots].find(([own]) => !named.get(text)?.has(own)) ?? [];
    const expected = [...slots.values()].flat().find((each) => each.text === text);
    const odd = literals.filter(
      (each) => each.kind === expected?.kind && named.get(each.text)?.size === 1 && isNowhereElse(each, carried) && lacking !== undefined,
    );
    const [literal] = odd;
    return literal && expected && odd.length === 1 ? [{ literal, expected }] : [];
  });
}

function isNowhereElse({ text, passage: { document } }: Literal, carried: Carried): boolean {
  const own = carried.literals.get(document)?.get(text) ?? [];
  return own.length === 1 && [...carried.literals.keys()].every((kind) => kind === document || !carried.in(kind, text));
}
