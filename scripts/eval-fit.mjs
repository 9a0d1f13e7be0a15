// Prints, for every PRD of a folder, the patterns that are proposed with the statement that calls for each, for a
// reviewer to read; the count stands on the last line. Usage: npm run eval:fit -- <folder> [project with patterns]
import { readdirSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { withModule } from "./run-typescript.mjs";

const [folder, project = "."] = process.argv.slice(2);
if (!folder) {
  console.error("Name a folder with PRDs (Markdown files): npm run eval:fit -- <folder>");
  process.exit(2);
}

/** In a plan only the PRDs count; anywhere else every Markdown file is taken for one. */
function find(path) {
  if (statSync(path).isFile()) return path.endsWith(".md") ? [path] : [];
  const files = readdirSync(path)
    .sort()
    .flatMap((name) => find(join(path, name)));
  const prds = files.filter((file) => basename(file) === "prd.md");
  return prds.length > 0 ? prds : files;
}

await withModule("src/core.ts", ({ openWorkspace, loadContext, readLoosePrd, review, proposePatterns }) => {
  const { root, config } = openWorkspace(project);
  const context = loadContext(root, config);
  const counts = find(folder).map((file) => {
    const { model } = review(readLoosePrd(file, config), context);
    const proposals = proposePatterns(model);
    console.log(`\n${relative(folder, file)}: ${model.requirements.length} requirements, ${proposals.length} proposals`);
    for (const { pattern, signal, isFact, because, place } of proposals)
      console.log(
        `  ${pattern.slug}\t${isFact ? `[${signal}]` : `"${signal}"`}\tline ${place.line}: ${because.replace(/\s+/g, " ").slice(0, 200)}`,
      );
    return proposals.length;
  });
  const sum = counts.reduce((total, count) => total + count, 0);
  console.log(
    `\n${context.patterns.length} patterns, ${counts.length} PRDs, ${sum} proposals, ${(sum / Math.max(1, counts.length)).toFixed(1)} a PRD`,
  );
  process.exitCode = counts.length > 0 ? 0 : 1;
});
