import { readFileSync } from "node:fs";
import { CATALOGUE_CHECKS, CATEGORIES, CHECKS } from "../../src/index.ts";

const ALL = [...CHECKS, ...CATALOGUE_CHECKS];

/** The index of the checks' pages. */
export function checksIndex(): string {
  const parts = CATEGORIES.flatMap((category) => {
    const own = ALL.filter((check) => check.category === category);
    if (own.length === 0) return [];
    const rows = own.map(({ id, severity }) => `| [${id}](${id}.md) | ${severity} | ${summary(id)} |`);
    return [`## ${category}\n\n| Check | Severity | Finds |\n| --- | --- | --- |\n${rows.join("\n")}`];
  });
  return `# Checks\n\nThe ${ALL.length} checks by category. Each page says what is found, why, and how to mend it, with examples that run as tests. A level can be set for each in the [configuration](../configuration.md), and a finding can be [suppressed](unused-suppression.md) with a reason.\n\n${parts.join("\n\n")}\n`;
}

function summary(id: string): string {
  const page = readFileSync(`docs/checks/${id}.md`, "utf8");
  const [sentence = ""] = page.replace(/^[\s\S]*?Severity: \w+\.\n+/, "").split(/(?<=\.)\s/);
  return sentence.replace(/^Finds /, "").replace(/^./, (first) => first.toUpperCase());
}
