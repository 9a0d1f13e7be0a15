import type { Template, TemplateSection } from "../../context/types.ts";
import { KnownError } from "../../findings/errors.ts";
import { type MarkdownDocument, readMarkdown } from "../../markdown/index.ts";
import { FACTS, QUESTIONS } from "../facts.ts";
import type { Benefits, System } from "../types.ts";
import { answersIn, askedPart, NO_ANSWERS } from "./asked.ts";
import { type Kept, keep, stamp } from "./kept.ts";

const ASKED = "What no document states, to be written here once; the table above takes it over:";

const NOTICE = `<!-- groundplan:system -
Written by \`groundplan system\` from the documents of all features. What stands between a pair of keep marks is yours
and stays as it is; everything else is written anew.
-->`;

/**
 * Writes the overview: the template's sections in their order, those that name a family of facts from the facts, the
 * others as parts for people to write.
 *
 * @param kept the parts that people have written; what the template no longer asks for comes last and is not lost
 * @param overview the page's path, relative to the workspace
 * @param benefits what the patterns of the catalogue bring
 * @throws KnownError (`template`) where the template names a family that there is none of
 */
export function composeOverview(
  system: System,
  template: Template,
  kept: Kept["parts"],
  overview: string,
  benefits: Benefits = () => "",
): string {
  const skeleton = readMarkdown(template.text);
  const asked = new Set<string>();
  const write = (section: TemplateSection): string[] => {
    const heading = `${"#".repeat(section.depth)} ${section.title}`;
    const own = contents(section);
    return [heading, ...(own === "" ? [] : [own]), ...section.sections.flatMap(write)];
  };
  const contents = (section: TemplateSection): string => {
    if (section.facts !== undefined) return told(section, section.facts);
    if (section.parts.length === 0) return "";
    const { anchor, body } = skeletonOf(section, skeleton);
    asked.add(anchor);
    return keep(anchor, kept.get(anchor) ?? `\n\n${body}\n\n`);
  };
  // What no document states is asked for below the table, and stands in it when it is answered.
  const told = (section: TemplateSection, facts: string): string => {
    const writer = factsOf(section, facts);
    const question = Object.hasOwn(QUESTIONS, facts) ? QUESTIONS[facts] : undefined;
    const name = `asked-${facts}`;
    const present = kept.get(name);
    const names = question?.names(system) ?? [];
    if (!question || (names.length === 0 && present === undefined)) return writer(system, overview, NO_ANSWERS, benefits);
    asked.add(name);
    const part = askedPart(present, question.subject, question.columns, names);
    return `${writer(system, overview, answersIn(part), benefits)}\n\n${ASKED}\n\n${keep(name, part)}`;
  };
  const parts = template.sections.flatMap(write);
  const left = [...kept].filter(([name]) => !asked.has(name)).map(([name, part]) => keep(name, part));
  const title = `# ${skeleton.sections.find(({ depth }) => depth === 1)?.title ?? template.title}`;
  return stamp(`${[title, NOTICE, ...parts, ...(left.length > 0 ? ["## Other Notes", ...left] : [])].join("\n\n")}\n`);
}

function factsOf({ place }: TemplateSection, facts: string) {
  const writer = Object.hasOwn(FACTS, facts) ? FACTS[facts] : undefined;
  if (writer) return writer;
  throw new KnownError(
    "template",
    `${place.file}:${place.line}: unexpected facts "${facts}" in the system overview`,
    `Expected one of ${Object.keys(FACTS).join(", ")}, or no facts for a part that people write.`,
  );
}

/** A section's own text in the template, without its guidance and its subsections. */
function skeletonOf({ place }: TemplateSection, skeleton: MarkdownDocument): { anchor: string; body: string } {
  const section = skeleton.allSections.find(({ heading }) => heading.line === place.line);
  if (!section) return { anchor: `line-${place.line}`, body: "" };
  const end = section.sections[0]?.span.start ?? section.span.end;
  const body = skeleton.comments
    .filter(({ span }) => span.start >= section.heading.end && span.end <= end)
    .reduceRight((text, { span }) => text.slice(0, span.start) + text.slice(span.end), skeleton.text.slice(0, end));
  return { anchor: section.anchor, body: body.slice(section.heading.end).trim() };
}
