import { readFileSync } from "node:fs";
import { CATEGORIES, EVERY_CHECK } from "../../src/core.ts";

/** The index of the checks' pages. */
export function checksIndex(): string {
  const parts = CATEGORIES.flatMap((category) => {
    const own = EVERY_CHECK.filter((check) => check.category === category);
    if (own.length === 0) return [];
    const rows = own.map(({ id, severity }) => `| [${id}](${id}.md) | ${severity} | ${summary(id)} |`);
    return [`## ${category}\n\n| Check | Severity | Finds |\n| --- | --- | --- |\n${rows.join("\n")}`];
  });
  return `# Checks\n\nThe ${EVERY_CHECK.length} checks by category. Each page says what is found, why, and how to mend it, with examples that run as tests. A level can be set for each in the [configuration](../configuration.md), and a finding can be [suppressed](unused-suppression.md) with a reason.\n\n${parts.join("\n\n")}\n`;
}

function summary(id: string): string {
  const page = readFileSync(`docs/checks/${id}.md`, "utf8");
  const [sentence = ""] = page.replace(/^[\s\S]*?Severity: \w+\.\n+/, "").split(/(?<=\.)\s/);
  return sentence.replace(/^Finds /, "").replace(/^./, (first) => first.toUpperCase());
}
