import type { Field, Section, Span } from "../../markdown/index.ts";
import { nameKey } from "../../text/names.ts";
import type { Place, Value } from "../types.ts";

/** Labels that teams write in place of the template's. */
const SAME_LABEL: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    purpose: ["description", "summary", "goal"],
    responsibilities: ["responsibility", "keyresponsibilities", "mainresponsibilities", "keyfunctions"],
    dependencies: ["dependson", "dependency", "requires", "uses"],
    interfaces: ["interface", "publicinterface", "publicapi", "exposes", "keymethods"],
    argumentsandoptions: ["arguments", "options", "flags"],
    outputformat: ["output", "outputexample", "exampleoutput"],
    requestbody: ["request"],
    response: ["responses", "successresponse"],
    errorresponses: ["errors", "errorcodes"],
    processingsteps: ["steps", "processing"],
    parameters: ["pathparameters", "queryparameters", "pathandqueryparameters"],
    authenticationandauthorization: ["authentication", "authorization", "auth"],
  }),
);

/** @returns the keys of all labels that say what a label of the template says, its own first. */
export function spellingsOf(label: string): string[] {
  const key = nameKey(label);
  return [key, ...(SAME_LABEL.get(key) ?? [])];
}

/** @returns the block that stands behind a label with nothing on its line, before the next label. */
export function behindLabel(section: Section, fields: readonly Field[], place: (span: Span) => Place): Value | undefined {
  const [first] = fields;
  if (!first) return undefined;
  const next = section.fields.find(({ span }) => span.start > first.span.start);
  const block = section.blocks.find(
    ({ language, span }) => language !== "mermaid" && span.start > first.span.start && (!next || span.start < next.span.start),
  );
  return block && { text: block.value, source: block.value, codes: [], items: [], place: place(block.span) };
}

type StatedIn = (section: Section) => { text: string; span: Span } | undefined;

/** What a section says without a label: its first paragraph is its purpose, and the text of a command's help shows its usage. */
const WITHOUT_LABEL: ReadonlyMap<string, StatedIn> = new Map(
  Object.entries<StatedIn>({
    purpose: ({ paragraphs }) => paragraphs.find(({ text }) => /\s/.test(text.slice(text.search(/\p{L}{2}|$/u)))),
    usage: (section) => helpOf(section, /\S/),
    argumentsandoptions: (section) => helpOf(section, /\b(?:arguments|options|flags|parameters)\s?:|\s--?\w/i),
    outputformat: (section) => helpOf(section, /\boutput\b/i),
    interfaces: (section) => helpOf(section, /^\s{0,8}(?:pub(?:lic)? |export |async )*(?:func|def|fn|function|interface) /m),
  }),
);

/** @returns the value of a label that a section states in another way than with the label. */
export function unlabelled(section: Section, label: string, place: (span: Span) => Place): Value | undefined {
  const found = WITHOUT_LABEL.get(nameKey(label))?.(section);
  return found && { text: found.text, source: found.text, codes: [], items: [], place: place(found.span) };
}

function helpOf({ blocks }: Section, says: RegExp) {
  const block = blocks.find(({ language, value }) => language !== "mermaid" && says.test(value));
  return block && { text: block.value, span: block.span };
}
