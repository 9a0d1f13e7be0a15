import { type DocumentKind, isOutput } from "../../../config/config.ts";
import { addTo } from "../../../text/group.ts";
import { interfaceKey, nameKey } from "../../../text/names.ts";
import type { Model } from "../../types.ts";
import type { Content, Literal, LiteralKind, Stranger } from "../types.ts";
import { otherHeaders, renamedBeside } from "./beside.ts";
import type { Carried } from "./carried.ts";
import { oddOnesOut } from "./odd-one-out.ts";
import { otherMessages, otherRoles } from "./other-names.ts";
import { slipsIn } from "./slips.ts";

const OUTPUTS = ["architecture", "backend-design"] as const;

/** Of these a document that describes an interface names all. */
const OF_INTERFACES: ReadonlySet<LiteralKind> = new Set(["event", "file"]);

/** @returns names that an interface has in the contracts under another name, requests with another method, and strangers among names of one family */
export function strangersIn(model: Model, content: Content, carried: Carried): Stranger[] {
  const names = new Set([...model.backend.interfaces, ...model.contracts.interfaces].map(({ name }) => name));
  const others = { ...content, literals: content.literals.filter(({ text }) => !names.has(text)) };
  return [
    ...inInterfaces(model, others),
    ...otherMethods(content),
    ...otherMedia(content, carried),
    ...otherRoles(content, carried),
    ...otherHeaders(content, carried),
    ...renamedBeside(content, carried),
    ...otherMessages(model, content, carried),
    ...oddOnesOut(content, carried),
    ...slipsIn(model, content, carried),
    ...ofFamilies(content, carried).filter(({ literal }) => !names.has(literal.text)),
  ];
}

/** The one name of a sort that an interface has in the backend design and not in the contracts, beside the one that it lacks. */
function inInterfaces(model: Model, { literals }: Content): Stranger[] {
  const subjects = new Map(
    model.backend.interfaces.flatMap(({ name }) => [
      [`under:${interfaceKey(name)}`, name],
      [`row:${nameKey(name)}`, name],
    ]),
  );
  const found = new Map<string, { contracts: Map<string, Literal>; design: Map<string, Literal> }>();
  for (const literal of literals) {
    const { passage, kind, marked, text } = literal;
    const side = passage.document === "contracts" ? "contracts" : passage.document === "backend-design" ? "design" : undefined;
    const subject = passage.keys.map((key) => subjects.get(key)).find((name) => name !== undefined);
    if (!side || !marked || subject === undefined || !OF_INTERFACES.has(kind)) continue;
    const key = `${subject} ${kind}`;
    const own = found.get(key) ?? { contracts: new Map<string, Literal>(), design: new Map<string, Literal>() };
    found.set(key, own);
    if (!own[side].has(text)) own[side].set(text, literal);
  }
  return [...found.values()].flatMap(({ contracts, design }) => {
    const [literal, ...more] = [...design.values()].filter(({ text }) => !contracts.has(text));
    const [expected, ...others] = [...contracts.values()].filter(({ text }) => !design.has(text));
    return literal && expected && more.length + others.length === 0 ? [{ literal, expected }] : [];
  });
}

/** `POST /submissions` where all others send a PUT to it. */
function otherMethods({ literals }: Content): Stranger[] {
  const byPath = new Map<string, Literal[]>();
  for (const literal of literals) {
    const path = literal.kind === "path" ? literal.text.split(/\s+/)[1] : undefined;
    if (path !== undefined) addTo(byPath, path, literal);
  }
  return [...byPath.values()].flatMap((group) => {
    const isAlone = ({ passage, text }: Literal) =>
      !group.some((other) => other.text === text && other.passage.document !== passage.document);
    const literal = group.find((each) => isOutput(each.passage.document) && isAlone(each));
    const expected = group.find(({ passage, text }) => passage.document !== literal?.passage.document && text !== literal?.text);
    // The backend design may add an operation of its own to a path.
    const offers =
      literal?.passage.document === "backend-design" && group.filter(({ passage }) => passage.document === "backend-design").length > 1;
    return literal && expected && !offers ? [{ literal, expected }] : [];
  });
}

/** The one media type that no other document has, beside the one that the contracts have and this document lacks. */
function otherMedia({ literals }: Content, carried: Carried): Stranger[] {
  const media = literals.filter(({ kind, passage }) => kind === "media" && !passage.aside);
  const strangers = media.filter(({ passage, text }) => isOutput(passage.document) && !elsewhere(carried, passage.document, text));
  const lost = media.filter(({ passage, text }) => passage.document === "contracts" && !OUTPUTS.some((kind) => carried.in(kind, text)));
  const [literal] = strangers;
  const [expected] = lost;
  const one = (all: readonly Literal[]) => new Set(all.map(({ text }) => text)).size === 1;
  return literal && expected && one(strangers) && one(lost) ? [{ literal, expected }] : [];
}

/** `fulfilment.events` beside `fulfilment.stock` and `fulfilment.stock.dead`, which other documents name. */
function ofFamilies({ literals }: Content, carried: Carried): Stranger[] {
  const families = new Map<string, Map<string, Literal[]>>();
  for (const literal of literals) {
    const [family = "", ...rest] = literal.text.split(".");
    if (literal.kind !== "event" || !literal.marked || rest.length === 0 || literal.passage.aside) continue;
    const members = families.get(family) ?? new Map<string, Literal[]>();
    families.set(family, members);
    members.set(literal.text, [...(members.get(literal.text) ?? []), literal]);
  }
  return [...families.values()].flatMap((members) => {
    const known = [...members.values()].filter((group) => new Set(group.map(({ passage }) => passage.document)).size > 1);
    const strangers = [...members.values()].filter(
      ([first]) => first && isOutput(first.passage.document) && !elsewhere(carried, first.passage.document, first.text),
    );
    const [expected] = known[0] ?? [];
    const [literal] = strangers[0] ?? [];
    // A family of which a document adds several is its own.
    const isOffered = literal?.passage.document === "architecture" && literal.passage.keys.includes("column:interfaces");
    return known.length > (isOffered ? 0 : 1) && strangers.length === 1 && literal && expected ? [{ literal, expected }] : [];
  });
}

function elsewhere(carried: Carried, kind: DocumentKind, text: string): boolean {
  return [...carried.literals.keys()].some((other) => other !== kind && carried.in(other, text));
}
