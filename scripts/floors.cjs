/**
 * The floors of the house and the rooms on them, from the ground up, with what each room is for. The layer rules and the map in
 * CONTRIBUTING.md are made of this.
 */
module.exports.FLOORS = [
  {
    name: "ground",
    rooms: {
      text: "names, words, letters and days: it knows nothing of the product",
      disk: "the one way to read a file that a project holds, to list its files, to ask git and to load what few need, and the user's own secret",
      findings: "what a finding and an error are, fingerprints, the baseline",
      config: "the configuration file: schema, reading, what is set for a file",
    },
  },
  {
    name: "reading",
    rooms: {
      feature: "folder to documents, once; keys, confinement, the atomic writer",
      context: "templates, patterns, decision records and words to typed values",
      markdown: "text to tree, outline and blocks with places; the only importer of the parser",
      diagrams: "Mermaid text to verdict and graph; `engine/` is bundled apart, runs in a thread of its own, and alone imports Mermaid",
    },
  },
  {
    name: "facts",
    rooms: {
      survey: "code to facts; the only importer of tree-sitter",
      contracts: "OpenAPI, AsyncAPI and JSON Schema to facts, and back",
      model: "documents to facts, a file for each family; nothing is judged here",
      system: "the models of all features to the facts of the whole, and to the overview page",
    },
  },
  {
    name: "judgement",
    rooms: {
      checks: "one check, one file, one id, one page, in the folder of its category; what serves all checks stands beside the categories",
      review: "the story, each a page long: a feature, the system, the catalogue, the decisions",
    },
  },
  {
    name: "acts",
    rooms: {
      actions: "what changes a project: open, init, start, write, finish, decide, keep a catalogue",
      assistants: "which files of which assistants name the server, and how each is extended without moving a character",
      fix: "review to edits that cannot change meaning; only `apply.ts` saves them",
      guide: "review to steps, budgets, proposals and briefs",
      report: "review to text, JSON, SARIF, GitHub, GitLab, JUnit and Markdown",
      verdict: "features to what is told of them: from what is kept, or anew in several threads",
      render: "diagrams to pictures, in a real browser where there is one",
    },
  },
  { name: "facade", rooms: {} },
  {
    name: "faces",
    rooms: {
      cli: "the command line, one command a file; only `main.ts` prints",
      mcp: "the server, one tool a file; words for models are Markdown in `prompts/`",
      agents:
        "headless generation, and the outline author that needs no model; all words for the model are Markdown in `roles/` and `prompts/`",
      editor: "the language server",
      page: "one HTML file for those who will not read tables in Markdown",
    },
  },
];
