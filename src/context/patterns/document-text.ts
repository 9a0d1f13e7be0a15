import { readMarkdown, type Section } from "../../markdown/index.ts";
import { nameKey } from "../../text/names.ts";

/** What a part of an entry is called in a document. */
const TITLES: Readonly<Record<string, string>> = {
  example: "Example",
  pitfalls: "Common Pitfalls",
  related: "Related Patterns",
};

/**
 * Makes a document from the template of one.
 *
 * @param template the text of the template; its comments are for the writer, what applies later is left out
 */
export function newDocument(template: string, title: string): string {
  const { text, allSections, comments } = readMarkdown(template);
  const later = allSections.filter((section) => /\(if applicable\)/i.test(section.title)).map(({ span }) => span);
  const start = allSections.find(({ depth }) => depth === 1)?.span.start ?? 0;
  const out = [
    ...later,
    ...comments.map(({ span }) => span).filter((span) => !later.some((one) => span.start >= one.start && span.end <= one.end)),
  ];
  const kept = out
    .filter((span) => span.start >= start)
    .sort((a, b) => b.start - a.start)
    .reduce((rest, span) => rest.slice(0, span.start) + rest.slice(span.end), text);
  return `${kept
    .slice(start)
    .replace(/^# .*$/m, () => `# ${title}`)
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

/** Makes a document from an entry of a category: its fields become the overview, its steps get headings. */
export function documentFromEntry(entry: string): string {
  const { text, allSections } = readMarkdown(entry);
  const [head] = allSections;
  if (!head) return entry;
  const fields = text.slice(head.heading.end, head.sections[0]?.span.start ?? head.span.end).trim();
  const parts = head.sections.map((section) => {
    const title = TITLES[nameKey(section.title)] ?? section.title;
    const isSteps = nameKey(section.title) === "implementation";
    return `## ${title}\n\n${
      isSteps
        ? stepsOf(section, text)
        : text
            .slice(section.heading.end, section.span.end)
            .trim()
            .replace(/^#(?=##)/gm, "")
    }`;
  });
  const hasCode = head.sections.some(({ title }) => nameKey(title) === "codeexamples");
  const code = hasCode ? [] : ["## Code Examples\n\n{Code of this codebase, or the place where it stands}"];
  const at = parts.findIndex((part) => part.startsWith("## Implementation"));
  return `${[`# ${head.title}`, `## Overview\n\n${fields}`, ...parts.toSpliced(at + 1, 0, ...code)].join("\n\n")}\n`;
}

/** `1. Name it; then do it.`: a heading for each step, with the first words as its name. */
function stepsOf(section: Section, text: string): string {
  const list = section.lists.find(({ ordered }) => ordered);
  if (!list) return text.slice(section.heading.end, section.span.end).trim();
  return list.items
    .map(({ source, text: words }, index) => {
      const name =
        words
          .split(/[,.;:(]/)[0]
          ?.split(/\s+/)
          .slice(0, 7)
          .join(" ") ?? "";
      return `### Step ${index + 1}: ${name}\n\n${source.trim()}`;
    })
    .join("\n\n");
}
