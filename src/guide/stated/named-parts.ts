import type { Model } from "../../model/types.ts";
import { plainTitle } from "../../text/headings.ts";
import { nameKey } from "../../text/names.ts";
import { personIn } from "./people.ts";
import { remarksBelow } from "./said.ts";
import type { Said } from "./types.ts";

/** Names in code that end in what a part of a program does. */
const PART =
  /\b([A-Z][A-Za-z\d]{1,50}(?:Service|Processor|Route|Router|Controller|Repository|Worker|Handler|Manager|Client|Generator|Validator|Scheduler|Consumer|Producer|Middleware|Engine|Adapter|Parser|Loader|Resolver|Registry|Exporter|Collector|Installer|Command)s?)\b/g;
const FILES =
  /\b(?:files? to (?:create|modify|change)|architecture|unit description|implementation|components?|modules?|affected code|impact)\b/i;
/** "THE Payment_Validator SHALL", "The Ingest Worker must": who has the duty. */
const DUTY =
  /(?:^|[.;,:]\s)(?:the|The|THE)\s((?:\p{Lu}[\p{L}\p{N}]{1,30}[_ -]){0,3}\p{Lu}[\p{L}\p{N}]{1,30})\s(?:shall|must|SHALL|MUST|should|SHOULD|will|WILL)\b/gu;
/** What stands for the whole of it, for what is seen of it, or for what it gives. */
const WHOLE =
  /^(?:the )?(?:system|application|app|platform|product|solution|software|service|server|api|backend|frontend|front end|ui|user interface|website|site|page|screen|form|modal|dialog|button|view|layout|endpoint|response|request|result|output|error|message|feature|implementation|module|component|mvp|project|program|tool|cli|command|documentation|design|test|tests|code|it)s?$/i;
/** What is worked on does no work. */
const THING =
  /\b(?:files?|contents?|documents?|lists?|tables?|fields?|columns?|values?|records?|data|messages?|texts?|icons?|labels?|links?|tabs?|panels?|menus?|headers?|footers?|sections?|rows?|cards?|charts?|reports?|emails?|notifications?|urls?|passwords?|tokens?|sessions?|status|state|modes?|types?|items?|schema|format)$/i;
/** What a part is called that does something. */
const DOES =
  /(?:er|or|service|system|module|component|engine|store|queue|repository|pipeline|gateway|daemon|job|bot|agent|registry|cache|library|api|database)$/i;
/** "Payment_Validator: the utility that ..." below a heading of terms. */
const TERM = /^\W{0,3}([\p{L}\p{N}_ -]{2,50}?)\W{0,3}[:：–—]\s{0,3}(.{5,400})$/su;

/** A part of the application that the PRD names, with what it says that it is. */
export interface NamedPart {
  name: string;
  /** As it stands in the text. */
  written: string;
  purpose: string;
  /** The PRD says what it has to do, and does not name it in passing. */
  hasDuty: boolean;
  line?: number;
}

/** @returns the parts that the PRD names in code, and those that it gives duties, by the names that it gives them */
export function namedParts(model: Model, said: readonly Said[], most: number): NamedPart[] {
  const terms = termsIn(model);
  const all = [...inCode(model, said).map((written) => ({ written, name: written, hasDuty: false })), ...withDuties(said, terms)];
  return [...new Map(all.map((part) => [nameKey(part.name), part])).values()].slice(0, most).map((part) => {
    const term = terms.get(nameKey(part.written));
    return { ...part, purpose: term?.text ?? "", ...(term && { line: term.line }) };
  });
}

function withDuties(said: readonly Said[], terms: ReadonlyMap<string, object>): Omit<NamedPart, "purpose">[] {
  const counts = new Map<string, number>();
  for (const { text, parts } of said)
    for (const line of [text, ...parts])
      for (const [, subject = ""] of line.matchAll(DUTY)) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  return [...counts].flatMap(([written, count]) => {
    const name = written.replaceAll("_", " ");
    if (WHOLE.test(name) || THING.test(name) || (!written.includes("_") && !DOES.test(name)) || personIn(name.toLowerCase()) !== undefined)
      return [];
    return count > 1 || terms.has(nameKey(written)) ? [{ written, name, hasDuty: true }] : [];
  });
}

/** What the PRD explains of its words. */
function termsIn(model: Model): Map<string, { text: string; line: number }> {
  const remarks = remarksBelow(
    model,
    /\b(?:glossary|terms|terminology|definitions)\b|用語|术语|용어|глоссарий|glosario|glossar|glossaire/i,
  );
  return new Map(
    remarks.flatMap(({ text, source }) => {
      const [, name = "", told = ""] = TERM.exec(text) ?? [];
      return name === "" ? [] : [[nameKey(name), { text: told, line: source.line }] as const];
    }),
  );
}

function inCode(model: Model, said: readonly Said[]): string[] {
  const remarks = remarksBelow(model, FILES).filter(({ text }) => !/\.(?:tsx|jsx|css|html|vue|svelte)\b|\btests?\b/i.test(text));
  const drawn = (model.reading?.blocks ?? []).filter(
    ({ form, section }) => form === "fence" && /architecture|overview|flow|solution/i.test(plainTitle(section)),
  );
  const fences = drawn.flatMap(({ place }) => {
    const block = model.documents.prd?.markdown.blocks.find(({ span }) => span.line === place.line);
    return block && ["", "text", "txt", "mermaid"].includes(block.language) ? [block.value] : [];
  });
  const texts = [...said.flatMap(({ text, parts }) => [text, ...parts]), ...remarks.map(({ text }) => text), ...fences];
  const names = texts.flatMap((text) => Array.from(text.matchAll(PART), ([, name = ""]) => name));
  return [...new Set(names)].filter((name) => !/Tests?|Mock|Exception/.test(name));
}
