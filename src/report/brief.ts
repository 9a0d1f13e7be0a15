import type { Brief } from "../guide/brief.ts";
import type { SectionBrief } from "../guide/section-brief.ts";

type DocumentBrief = NonNullable<Brief["document"]>;

/** Words a brief as Markdown, for a person and for a model alike. */
export function reportBrief({ step, why, outgrown, section, document, code, remaining, patterns, hazards, ask, findings }: Brief): string {
  const parts = [
    `# Step ${step.number} of 7: ${step.title}`,
    why,
    ...(outgrown === undefined ? [] : [outgrown]),
    ...(ask.length > 0 ? [`## Ask\n\n${bullets(ask)}`] : []),
    ...(code.length > 0 ? [`## What the code has\n\n${code.map(wordFacts).join("\n\n")}`] : []),
    ...(section ? [wordSection(section)] : []),
    ...(document ? [wordDocument(document)] : []),
    ...(patterns.length > 0
      ? [
          `## Patterns that fit\n\n${patterns.map(({ pattern, link, signal, because }) => `- ${pattern.title} (${link}): "${signal}" in "${because}"`).join("\n")}`,
        ]
      : []),
    ...(hazards.length > 0
      ? [`## What may go wrong\n\nAnswer each in the design, or say in a risk or a departure why not.\n\n${bullets(hazards)}`]
      : []),
    ...(remaining.length > 0 ? [`## Then\n\n${bullets(remaining)}`] : []),
    ...(!section && findings.length > 0
      ? [`## Open findings\n\n${findings.map(({ place, text, advice }) => `- ${place.file}:${place.line}: ${text} ${advice}`).join("\n")}`]
      : []),
    `Done when: ${step.gate}.`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

type FactGroup = Brief["code"][number];

function wordFacts({ label, from, items }: FactGroup): string {
  return `${label} (${from}):\n\n${bullets(items)}`;
}

function wordSection(brief: SectionBrief): string {
  const form = brief.form === "table" ? "; write its items as a table, one row for each" : "";
  return [
    `## ${brief.state === "missing" ? "Write" : "Mend"}: ${brief.section} (${brief.file})`,
    `${brief.guidance}`,
    `About ${brief.lines} lines${form}. It holds:\n\n${brief.shape.map((line) => line.replace(/^ */, "$&- ")).join("\n")}`,
    ...brief.facts.map((facts) => `Use these ${wordFacts(facts)}`),
    ...(brief.links.length > 0 ? [`Link to:\n\n${brief.links.map((link) => `- ${link}`).join("\n")}`] : []),
    ...(brief.findings.length > 0
      ? [`Findings to mend:\n\n${brief.findings.map(({ place, text, advice }) => `- line ${place.line}: ${text} ${advice}`).join("\n")}`]
      : []),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** @returns each section with what to look for, and its shape. */
function wordDocument({ file, sections }: DocumentBrief): string {
  const parts = sections.map(({ title, guidance, shape }) =>
    [`### ${title}`, guidance, shape.map((line) => line.replace(/^ */, "$&- ")).join("\n")].filter(Boolean).join("\n\n"),
  );
  return [`## Write: ${file}`, ...parts].join("\n\n");
}
