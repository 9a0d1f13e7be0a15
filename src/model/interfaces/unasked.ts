import { interfaceKey } from "../../text/names.ts";
import { subjectsOf } from "../content/stems.ts";
import type { Interface, Model } from "../types.ts";

/** Share of an interface's words that one statement must have to have asked for it. */
const ENOUGH = 0.4;

/** What designs say of every interface. */
const COMMON = subjectsOf("one a list read get give return show one single new support agent operator user id key page");

/**
 * Finds interfaces that go beyond what was asked: nothing cites a requirement for them, no input names them, and no
 * statement shares their words. Where most interfaces of a design stand so, it only cites nothing.
 */
export function unaskedInterfaces(model: Model): Interface[] {
  const { interfaces } = model.backend;
  if (model.statements.length === 0 || interfaces.length < 2) return [];
  const agreed = new Set(model.contracts.interfaces.map(({ name }) => interfaceKey(name)));
  const inputs = (["prd", "research", "contracts"] as const).map((kind) => model.documents[kind]?.markdown.text ?? "").join("\n");
  const statements = model.statements.map(({ text }) => subjectsOf(text));
  const cited = new Set(model.mentions.map(({ place }) => `${place.file}:${place.line}`));
  const unasked = interfaces.filter((each) => {
    const { name, place, values } = each;
    if (agreed.has(interfaceKey(name)) || inputs.includes(name)) return false;
    const lines = Object.values(values).flatMap((value) => linesOf(value.place));
    if ([...linesOf(place), ...lines].some((line) => cited.has(line))) return false;
    const words = [...subjectsOf(`${name.replace(/[{}]/g, " ")} ${values.Purpose?.source ?? values.Trigger?.source ?? ""}`)].filter(
      (word) => !COMMON.has(word),
    );
    return words.length > 1 && !statements.some((own) => words.filter((word) => own.has(word)).length >= words.length * ENOUGH);
  });
  return unasked.length * 2 <= interfaces.length ? unasked : [];
}

function linesOf({ file, line, endLine = line }: Interface["place"]): string[] {
  return Array.from({ length: Math.min(endLine - line, 40) + 1 }, (_, index) => `${file}:${line + index}`);
}
