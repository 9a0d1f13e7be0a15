// A fork, or a repository that has moved, is released under its own name: puts the owner into package.json, where npm's
// provenance and the registry of MCP servers look for it. Usage, before npm run generate: node scripts/name-owner.mjs <owner>/<repository>
import { readFileSync, writeFileSync } from "node:fs";

const [, owner, repository] = /^([A-Za-z0-9-]+)\/([A-Za-z0-9._-]+)$/.exec(process.argv[2] ?? "") ?? [];
if (!owner) {
  console.error(`Unexpected repository "${process.argv[2] ?? ""}", expected <owner>/<repository>.`);
  process.exit(2);
}

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
manifest.mcpName = `io.github.${owner}/${manifest.name}`;
manifest.repository = { type: "git", url: `git+https://github.com/${owner}/${repository}.git` };
writeFileSync("package.json", `${JSON.stringify(manifest, null, 2)}\n`);
