/** The layers of the house. Each rule's comment says what to do instead. */
const core = "^src/(assistants|markdown|feature|context|model|checks|fix|guide|report|config)/|^src/(review|review-catalogue|write|life-cycle|init|open|baseline|save-baseline|fingerprint|day)\\.ts$";

module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", comment: "Move what both need one floor down.", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "no-unresolved", severity: "error", comment: "Add the package, or mend the path.", from: {}, to: { couldNotResolve: true } },
    { name: "parser-behind-markdown", severity: "error", comment: "Ask src/markdown for what you need; it alone knows the parser.", from: { pathNot: "^src/markdown/" }, to: { path: "node_modules/(satteri|mdast-util|micromark|gray-matter|github-slugger)" } },
    { name: "markdown-knows-no-product", severity: "error", comment: "Text to tree and outline, nothing more: judge one floor up.", from: { path: "^src/markdown/" }, to: { path: "^src/(?!markdown/)" } },
    { name: "checks-see-the-model-only", severity: "error", comment: "A check imports the finding, names, the model's types and questions, and its own define. What it needs beyond that is a fact: extract it in src/model.", from: { path: "^src/checks/", pathNot: "^src/checks/(index|run|checklist|catalogue)\\.ts$" }, to: { path: "^src/", pathNot: "^src/(finding|names|day|config|config/settings)\\.ts$|^src/model/(types|query|items|parties|requirement-ids|data-types|conventions|drawings)\\.ts$|^src/diagrams/text\\.ts$|^src/checks/define\\.ts$|^src/(markdown/(index|types)|feature/types|context/types|context/catalogue)\\.ts$" } },
    { name: "model-is-pure", severity: "error", comment: "The model reads no disk and makes no judgement: reading belongs into src/feature, judging into src/checks.", from: { path: "^src/model/" }, to: { path: "^src/(checks|guide|report|agents|mcp|cli)/|^src/(review|write|life-cycle|init)\\.ts$" } },
    { name: "fixes-are-pure", severity: "error", comment: "A fix turns a review into edits of texts; only src/fix/apply.ts reads and writes files.", from: { path: "^src/fix/", pathNot: "^src/fix/apply\\.ts$" }, to: { path: "^src/feature/(write-document|read-file|lock)\\.ts$|^src/(write|life-cycle|init)\\.ts$|^src/(guide|report)/" } },
    { name: "reviews-know-no-fixes", severity: "error", comment: "What is found does not depend on how it is mended; fixes stand above the review.", from: { path: "^src/(markdown|feature|context|model|checks|guide|report)/|^src/(review|write)\\.ts$" }, to: { path: "^src/fix/" } },
    { name: "reports-know-the-review", severity: "error", comment: "A report words a review; ask the review for what is missing.", from: { path: "^src/report/" }, to: { path: "^src/", pathNot: "^src/(report/|review\\.ts|finding\\.ts|fingerprint\\.ts|context/types\\.ts|guide/(brief|trace)\\.ts|checks/checklist\\.ts)" } },
    { name: "disk-at-the-edge", severity: "error", comment: "Only feature, context and the command line's demo touch the disk; pass the text in.", from: { path: "^src/", pathNot: "^src/(feature|context|config)/|^src/cli/|^src/mcp/words\\.ts$" }, to: { path: "^(node:)?fs(/promises)?$" } },
    { name: "faces-enter-by-the-index", severity: "error", comment: "A face imports the core through src/index.ts; export there what is missing.", from: { path: "^src/(agents|mcp)/" }, to: { path: core } },
    { name: "command-line-enters-by-the-index", severity: "error", comment: "The command line imports the core through src/index.ts, and words it with src/report.", from: { path: "^src/cli/" }, to: { path: core, pathNot: "^src/report/" } },
    { name: "faces-apart", severity: "error", comment: "Faces do not import each other. The command line is where they are put together, lazily.", from: { path: "^src/(agents|mcp)/" }, to: { path: "^src/(agents|mcp|cli)/", pathNot: "^src/$1/" } },
    { name: "core-knows-no-face", severity: "error", comment: "No arrow runs back up: pass a function or a value in.", from: { path: core }, to: { path: "^src/(agents|mcp|cli)/" } },
  ],
  options: { doNotFollow: { path: "node_modules" }, tsPreCompilationDeps: true, tsConfig: { fileName: "tsconfig.json" }, enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] } },
};
