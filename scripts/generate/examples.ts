import { readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";

const PATTERNS = "context/patterns";
const EXAMPLES = `${PATTERNS}/examples`;

/** How a fence names the language of a file. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ".ts": "typescript",
  ".java": "java",
  ".py": "python",
  ".cs": "csharp",
  ".rs": "rust",
  ".yaml": "yaml",
  ".tf": "hcl",
  ".sql": "sql",
  ".Dockerfile": "dockerfile",
};

/** A mark, and the block that may stand below it. */
const MARKED = /<!-- example: ([\w.-]{1,80}) -->\n(?:\n```[a-z]{1,20}\n[\s\S]*?\n```\n)?/g;

/** @returns every file of the catalogue with the code of its examples below their marks. */
export function patternPages(): Record<string, string> {
  const names = readdirSync(PATTERNS).filter((name) => name.endsWith("-patterns.md"));
  return Object.fromEntries(names.map((name) => [`${PATTERNS}/${name}`, withExamples(readFileSync(`${PATTERNS}/${name}`, "utf8"))]));
}

/** @returns a page with the code of each example that it marks */
export function withExamples(page: string): string {
  return page.replace(MARKED, (_, file: string) => {
    const code = readFileSync(`${EXAMPLES}/${file}`, "utf8").trimEnd();
    const language = LANGUAGES[extname(file)];
    if (language === undefined) throw new Error(`${file}: no language is known for ${extname(file)}`);
    if (code.includes("```")) throw new Error(`${file}: a fence in it would end the block`);
    return `<!-- example: ${file} -->\n\n\`\`\`${language}\n${code}\n\`\`\`\n`;
  });
}
