import type { DocumentKind } from "../../../config/config.ts";
import { nameKey } from "../../../text/names.ts";
import { once } from "../../../text/once.ts";
import type { Model } from "../../types.ts";
import { nearnessOf } from "../comparing/nearness.ts";
import type { Content, Literal, LiteralKind, Stranger } from "../types.ts";
import type { Carried } from "./carried.ts";
import { isSample } from "./samples.ts";
import { likeness, type Shape, shapeOf } from "./similar.ts";

/** Of names of these kinds a document has few, and each has its definition; codes have a check of their own. */
const KINDS: ReadonlySet<LiteralKind> = new Set(["field", "event", "header", "file", "value", "series"]);
/** How near both must stand. */
const NEEDED = 2.5;

/**
 * Finds names that stand once in the outputs and nowhere else, beside one that is nearly the same, that several documents have or its own one
 * defines, and that its own document has in other places: a slip of the pen.
 */
export function slipsIn(model: Model, content: Content, carried: Carried): Stranger[] {
  // A type that is written otherwise is told as one that is not defined.
  const defined = new Set([...definedBy(model), ...model.typeReferences.map(({ name }) => nameKey(name))]);
  const nearness = nearnessOf(content);
  return (["architecture", "backend-design"] as const).flatMap((kind) => {
    const own = [...(carried.literals.get(kind)?.values() ?? [])];
    const known = once(() =>
      own.flatMap(([first, ...more]) => {
        const isKnown = first && (isShared(kind, first.text, carried) || (more.length > 0 && defined.has(nameKey(first.text))));
        return isKnown ? [{ literal: first, shape: shapeOf(first.text) }] : [];
      }),
    );
    return own.flatMap(([literal, ...more]) => {
      if (!literal || more.length > 0 || !isCandidate(literal) || defined.has(nameKey(literal.text))) return [];
      if ([...carried.literals.keys()].some((other) => other !== kind && carried.in(other, literal.text))) return [];
      const shape = shapeOf(literal.text);
      const found = known().find(
        ({ literal: other, shape: sought }) =>
          other.kind === literal.kind &&
          isAlike(shape, sought) &&
          // A sentence that names both tells two things.
          !literal.passage.text.includes(other.text) &&
          nearness.between(literal.passage, other.passage) >= NEEDED,
      );
      return found ? [{ literal, expected: found.literal }] : [];
    });
  });
}

function isCandidate({ marked, kind, text, passage }: Literal): boolean {
  return (marked || kind === "series") && KINDS.has(kind) && text.length > 5 && !passage.aside && !isSample(text);
}

function isShared(kind: DocumentKind, text: string, carried: Carried): boolean {
  return [...carried.literals.keys()].some((other) => other !== kind && other !== "research" && carried.in(other, text));
}

/** A few letters differ, or of several words one has lost its beginning: `hook_url` for `webhook_url`. */
function isAlike(own: Shape, other: Shape): boolean {
  if (likeness(own, other) === "spelling") return true;
  if (own.parts.length < 2 || own.parts.length !== other.parts.length) return false;
  const [first, ...more] = own.parts.flatMap((part, index) =>
    part === other.parts[index] ? [] : [{ part, whole: other.parts[index] ?? "" }],
  );
  return first !== undefined && more.length === 0 && first.part.length > 3 && first.whole.endsWith(first.part);
}

function definedBy({ backend, architecture, entities, contracts }: Model): Set<string> {
  const structures = [...backend.structures, ...contracts.structures];
  return new Set(
    [
      ...structures.flatMap(({ name, fields }) => [name, ...fields.map((field) => field.name)]),
      ...entities.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]),
      ...[...backend.interfaces, ...contracts.interfaces].map(({ name }) => name),
      ...architecture.components.map(({ name }) => name),
      ...backend.errors.map(({ code }) => code),
    ].map(nameKey),
  );
}
