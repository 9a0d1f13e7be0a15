import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../core.ts";

/**
 * Reads words for models from their Markdown file.
 *
 * @param values what stands for `{name}` in the text
 */
export function words(
  name: "instructions" | "design-backend" | "review-design" | "fix-findings" | "new-pattern",
  values: Readonly<Record<string, string>> = {},
): string {
  const text = readFileSync(join(packageRoot(), "src/mcp/prompts", `${name}.md`), "utf8");
  return text.replace(/\{(\w+)\}/g, (hole, key: string) => values[key] ?? hole).trim();
}
