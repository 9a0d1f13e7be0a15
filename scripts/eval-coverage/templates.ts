import { readdirSync, readFileSync } from "node:fs";
import { readMarkdown, type Section } from "../../src/markdown/index.ts";
import { titleKey } from "../../src/text/names.ts";

const FOLDER = "context/templates";

/** @returns a function that tells whether `architecture-doc > Component Details > Purpose` leads to a template, a section, a part. */
export function readTemplates(): (path: string) => boolean {
  const byName = new Map(
    readdirSync(FOLDER).map((file) => [file.replace(/\.md$/, ""), readMarkdown(readFileSync(`${FOLDER}/${file}`, "utf8")).sections]),
  );
  return (path) => {
    const [name = "", ...steps] = path.split(" > ");
    const sections = byName.get(name);
    return sections !== undefined && leadsOn(sections, steps);
  };
}

/** A step names a section at any depth below, and the last one may name a labelled field or a column of a table instead. */
function leadsOn(sections: readonly Section[], [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return true;
  return allOf(sections).some((section) => {
    if (titleKey(section.title) === titleKey(step)) return leadsOn([section], rest);
    return rest.length === 0 && hasPart(section, step);
  });
}

function allOf(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...allOf(section.sections)]);
}

function hasPart({ fields, tables }: Section, name: string): boolean {
  const columns = tables.flatMap(({ header }) => header.map(({ text }) => text));
  return [...fields.map(({ label }) => label), ...columns].some((part) => titleKey(part) === titleKey(name));
}
