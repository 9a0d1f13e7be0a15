// The floor: reads every Markdown file of a folder and parses it, and does nothing else.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { markdownToMdast } from "satteri";

const [root] = process.argv.slice(2);
for (const name of readdirSync(root, { recursive: true }))
  if (name.endsWith(".md")) markdownToMdast(readFileSync(join(root, name), "utf8"), { features: { gfm: true, frontmatter: true } });
