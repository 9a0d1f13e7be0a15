import type { DocumentKind } from "../../config/config.ts";
import type { Trouble } from "../../feature/types.ts";
import type { MarkdownDocument } from "../../markdown/index.ts";
import { fileOf, topOf } from "../../model/query.ts";
import { defineCheck } from "../define.ts";

const REQUIRED: readonly DocumentKind[] = ["prd", "research", "architecture", "backend-design"];

const TROUBLES: Record<Exclude<Trouble, "failed">, string> = {
  "utf-16": "it is in UTF-16",
  "not-utf-8": "it is not in UTF-8",
  "nul-bytes": "it holds NUL bytes",
  "too-large": "it is larger than 1 MiB",
  "not-a-file": "it is not a regular file",
  symlink: "it is a symbolic link",
  unreadable: "it cannot be opened",
};

export default defineCheck({
  id: "missing-document",
  category: "completeness",
  severity: "error",
  messages: {
    missing: { text: "Expected {file}: the {kind} of this feature is not there.", advice: "{how}" },
    unreadable: {
      text: "Unexpected contents of {file}: {reason}.",
      advice: "Save it as a UTF-8 text of at most 1 MiB; links and special files are not followed.",
    },
    failed: {
      text: "Unexpected failure of groundplan over {file}: {reason}. The document was left out of the review.",
      advice:
        "This is a defect of groundplan: report it, with the file. Until it is mended, look for what is unusual in the document, such as names of thousands of characters, and write it otherwise.",
    },
    empty: { text: "Unexpected empty document {file}.", advice: "{how}" },
    unwritten: { text: "Unexpected skeleton in {file}: nothing but the template's own words.", advice: "{how}" },
    "no-requirements": {
      text: "Expected requirements in {file}: none was found.",
      advice: "State each requirement with an id (FR-1, NFR-1), or in a numbered list under a heading such as Functional Requirements.",
    },
  },
  *run(model) {
    for (const kind of REQUIRED) {
      const file = fileOf(model, kind);
      if (!model.feature.documents[kind])
        yield { message: "missing", place: topOf(file), arguments: { file, kind: describe(kind), how: advise(kind) } };
    }
    for (const document of Object.values(model.feature.documents)) {
      const { file, kind, trouble, failure = "an unknown reason", markdown } = document;
      if (trouble === "failed") yield { message: "failed", place: topOf(file), arguments: { file, reason: failure } };
      else if (trouble) yield { message: "unreadable", place: topOf(file), arguments: { file, reason: TROUBLES[trouble] } };
      else if (markdown.text.slice(markdown.frontMatter.span?.end ?? 0).trim() === "")
        yield { message: "empty", place: topOf(file), arguments: { file, how: advise(kind) } };
      else if (kind === "prd" && model.requirements.length === 0)
        yield { message: "no-requirements", place: topOf(file), arguments: { file } };
      else if (kind === "research" && isUnwritten(markdown))
        yield { message: "unwritten", place: topOf(file), arguments: { file, how: advise(kind) } };
    }
  },
});

/** Every text below the headings is still a hole in braces. */
function isUnwritten({ allSections }: MarkdownDocument): boolean {
  const texts = allSections.flatMap(({ paragraphs, fields, lists, tables }) => [
    ...paragraphs,
    ...fields.map(({ value }) => value),
    ...lists.flatMap(({ items }) => items),
    ...tables.flatMap(({ rows }) => rows.flat()),
  ]);
  return texts.every(({ text }) => text.replace(/\{[^{}]{0,500}\}/g, "").trim() === "");
}

function describe(kind: DocumentKind): string {
  const names: Record<DocumentKind, string> = {
    prd: "PRD",
    research: "research report",
    contracts: "interface contract",
    architecture: "architecture",
    "data-design": "data design",
    "backend-design": "backend design",
  };
  return names[kind];
}

function advise(kind: DocumentKind): string {
  if (kind === "prd") return "Write the PRD first: everything else follows from it. `groundplan new` creates its skeleton.";
  if (kind === "research")
    return "Write down what the codebase already has: stack, naming conventions, existing interfaces. `groundplan new` creates its skeleton.";
  return "Ask for the next step (`groundplan next`) and write it section by section, or let `groundplan draft` begin it.";
}
