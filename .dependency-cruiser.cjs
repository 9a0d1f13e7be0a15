/**
 * The layers of the house: every file has a room, the rooms stand on floors, and a room imports only from its own floor and those
 * below. Each rule's comment is its advice.
 */
const FLOORS = require("./scripts/floors.cjs").FLOORS.map(({ name, rooms }) => [name, Object.keys(rooms)]);
const rooms = (names) => `^src/(${names.join("|")})/`;
const of = (floor) => FLOORS.find(([name]) => name === floor)[1];
const above = (floor) => FLOORS.slice(FLOORS.findIndex(([name]) => name === floor) + 1).flatMap(([, names]) => names);
const below = (floor) => FLOORS.slice(0, FLOORS.findIndex(([name]) => name === floor)).flatMap(([, names]) => names);

const noArrowUp = FLOORS.filter(([name, names]) => names.length > 0 && above(name).length > 0).map(([name, names]) => ({
  name: `${name}-floor-looks-down`,
  severity: "error",
  comment: "No arrow runs back up: move what both need one floor down, or pass a function or a value in.",
  from: { path: rooms(names) },
  to: { path: `${rooms(above(name))}|^src/(core|index)\\.ts$` },
}));

module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", comment: "Move what both need one floor down; a type counts as well.", from: {}, to: { circular: true } },
    { name: "no-unresolved", severity: "error", comment: "Add the package, or mend the path.", from: {}, to: { couldNotResolve: true } },
    { name: "every-file-has-a-room", severity: "error", comment: "Only the two doors stand in src/ itself: put the file into the room that its purpose names, and the room on a floor in scripts/floors.cjs.", from: { path: "^src/", pathNot: `^src/(core|index)\\.ts$|${rooms(FLOORS.flatMap(([, names]) => names))}` }, to: {} },
    { name: "no-import-of-what-has-no-room", severity: "error", comment: "Put the file that is imported into a room.", from: {}, to: { path: "^src/", pathNot: `^src/(core|index)\\.ts$|${rooms(FLOORS.flatMap(([, names]) => names))}` } },
    ...noArrowUp,
    { name: "text-knows-nothing", severity: "error", comment: "Words, names and letters belong to no product: pass in what is special.", from: { path: "^src/text/" }, to: { path: "^src/(?!text/)" } },
    { name: "parser-behind-markdown", severity: "error", comment: "Ask src/markdown for what you need; it alone knows the parser.", from: { pathNot: "^src/markdown/" }, to: { path: "node_modules/(satteri|mdast-util|micromark|gray-matter|github-slugger)" } },
    { name: "mermaid-in-its-thread", severity: "error", comment: "Ask src/diagrams: Mermaid is loaded in a thread of its own, from a bundle of its own.", from: { pathNot: "^src/diagrams/engine/" }, to: { path: "node_modules/(mermaid|khroma)|^src/diagrams/engine/" } },
    { name: "grammars-behind-survey", severity: "error", comment: "Ask src/survey for facts of the code; it alone knows tree-sitter.", from: { pathNot: "^src/survey/" }, to: { path: "node_modules/(web-tree-sitter|@vscode/tree-sitter-wasm)" } },
    { name: "drawing-on-demand", severity: "error", comment: "mermaid-cli and puppeteer are the user's to install: ask src/render, which loads them when something is to be drawn.", from: { pathNot: "^src/render/" }, to: { path: "node_modules/(@mermaid-js/mermaid-cli|puppeteer)" } },
    { name: "markdown-and-diagrams-know-no-product", severity: "error", comment: "Text to tree or to verdict and graph, nothing more: judge upstairs.", from: { path: rooms(["markdown", "diagrams"]) }, to: { path: "^src/", pathNot: `${rooms(["text", "markdown", "diagrams"])}|^src/context/package-root\\.ts$` } },
    { name: "a-check-sees-facts", severity: "error", comment: "A check imports the finding, words, the model's types and questions, and what serves all checks. What it needs beyond that is a fact: extract it in src/model.", from: { path: "^src/checks/[^/]+/" }, to: { path: "^src/", pathNot: `^src/checks/[^/]+\\.ts$|^src/checks/[^/]+/|${rooms([...of("ground"), "markdown", "diagrams", "context", "feature", "model", "system"])}` } },
    { name: "a-check-parses-nothing", severity: "error", comment: "A check judges what stands in the model; reading belongs downstairs.", from: { path: "^src/checks/" }, to: { path: "^src/markdown/(parse|native|fallback)|^src/diagrams/(parse|thread)|^src/model/(build|inputs|outputs)" } },
    { name: "checks-apart", severity: "error", comment: "What two checks need stands beside the categories, or is a fact.", from: { path: "^src/checks/([^/]+)/([^/]+)\\.ts$" }, to: { path: "^src/checks/[^/]+/", pathNot: "^src/checks/$1/" } },
    { name: "the-model-judges-nothing", severity: "error", comment: "Facts first, judgement last: the model reads no disk and knows no check.", from: { path: rooms(["model", "system"]) }, to: { path: "^src/(checks|review)/|^(node:)?fs(/promises)?$" } },
    { name: "fixes-are-pure", severity: "error", comment: "A fix turns a review into edits of texts; whoever saves them stands in src/actions or in a face.", from: { path: "^src/fix/", pathNot: "^src/fix/apply\\.ts$" }, to: { path: rooms(["actions", "guide", "report", "verdict", "render"]) } },
    { name: "the-guide-changes-nothing", severity: "error", comment: "The guide says what to do next; what changes a project asks it, and not the other way round.", from: { path: "^src/guide/" }, to: { path: rooms(["actions", "assistants", "fix", "render", "report"]) } },
    { name: "reports-know-the-review", severity: "error", comment: "A report words verdicts; put what is missing into them.", from: { path: "^src/report/" }, to: { path: rooms(["actions", "assistants", "fix", "render", "feature", "markdown", "diagrams"]) } },
    { name: "disk-at-the-edge", severity: "error", comment: "Only the rooms that read, keep or draw touch the disk, and the command line; pass the text in.", from: { path: "^src/", pathNot: `${rooms(["disk", "feature", "context", "config", "survey", "contracts", "render", "verdict", "cli"])}|^src/(agents/(journal/|words\\.ts$)|mcp/shown/words\\.ts$|page/assets\\.ts$)` }, to: { path: "^(node:)?fs(/promises)?$" } },
    { name: "faces-enter-by-the-facade", severity: "error", comment: "A face imports the core through src/core.ts; export there what is missing.", from: { path: rooms(of("faces")) }, to: { path: rooms(below("facade")), pathNot: "^src/report/" } },
    { name: "faces-apart", severity: "error", comment: "Faces do not import each other. The command line is where they are put together, lazily.", from: { path: "^src/(agents|mcp|editor|page)/" }, to: { path: rooms(of("faces")), pathNot: "^src/$1/" } },
  ],
  options: { doNotFollow: { path: "node_modules" }, tsPreCompilationDeps: true, tsConfig: { fileName: "tsconfig.json" }, enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] } },
};
