import { DOCUMENT_KINDS, type DocumentKind, INTERFACE_KINDS, PAGE_KINDS, type PageKind } from "../config/config.ts";
import { KnownError } from "../findings/errors.ts";
import type { Place } from "../findings/finding.ts";
import { type Comment, type Field, type MarkdownDocument, readMarkdown, type Section } from "../markdown/index.ts";
import { isSkeleton } from "../text/skeleton.ts";
import type { Part, Template, TemplateSection } from "./types.ts";

const CONDITIONS: readonly string[] = [...INTERFACE_KINDS, ...DOCUMENT_KINDS];
const KINDS: readonly string[] = [...DOCUMENT_KINDS, ...PAGE_KINDS];
const OPTIONAL = /(?<!\s)\s*\(if applicable\)\s*$/i;

/**
 * Reads a template: a Markdown skeleton that is at the same time the schema of a kind of document.
 *
 * @param file the template's path, for messages
 * @throws KnownError (`template`) that names file and line where the template is not usable
 */
export function parseTemplate(text: string, file: string): Template {
  const document = readMarkdown(text);
  const fail = (line: number, problem: string, advice: string) => new KnownError("template", `${file}:${line}: ${problem}`, advice);
  if (document.frontMatter.problem)
    throw fail(
      document.frontMatter.problem.line,
      `front matter: ${document.frontMatter.problem.reason}`,
      "Mend the YAML between the --- lines.",
    );
  const { kind, title, lines } = document.frontMatter.data;
  if (!isTemplateKind(kind)) throw fail(1, `unexpected kind "${String(kind ?? "")}"`, `Expected one of ${KINDS.join(", ")}.`);
  const [root, second] = document.sections.filter((section) => section.depth === 1);
  if (!root || second)
    throw fail(
      second?.heading.line ?? 1,
      "expected one heading of the first rank",
      "Begin with `# {Feature Title}` and keep all other headings below it.",
    );
  const sections = root.sections.map((section) => readSection(section, document, file, fail));
  if (sections.length === 0)
    throw fail(root.heading.line, "no section", "Add a heading of the second rank for each section that documents must have.");
  return { kind, title: typeof title === "string" ? title : kind, file, text: document.text, lines: readBudget(lines, fail), sections };
}

function isTemplateKind(kind: unknown): kind is DocumentKind | PageKind {
  return typeof kind === "string" && KINDS.includes(kind);
}

type Fail = (line: number, problem: string, advice: string) => KnownError;

function readBudget(lines: unknown, fail: Fail): Template["lines"] {
  if (lines === undefined) return undefined;
  const match = /^(\d+)\s*-\s*(\d+)$/.exec(String(lines));
  const [min, max] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || min > max) throw fail(1, `unexpected lines "${String(lines)}"`, "Write the budget as two numbers, for example 150-200.");
  return { min, max };
}

function readSection(section: Section, document: MarkdownDocument, file: string, fail: Fail): TemplateSection {
  const comments = commentsOf(section, document);
  const { directives, guidance } = readComment(comments);
  if (directives.when !== undefined && !CONDITIONS.includes(directives.when)) {
    throw fail(section.heading.line, `unexpected condition "when: ${directives.when}"`, `Expected one of ${CONDITIONS.join(", ")}.`);
  }
  const share = directives.share === undefined ? undefined : Number(directives.share);
  if (share !== undefined && !(share > 0 && share <= 100))
    throw fail(
      section.heading.line,
      `unexpected share "${directives.share}"`,
      "Write the share of the line budget as a percentage, for example 12.",
    );
  const title = section.title.replace(OPTIONAL, "");
  const place: Place = { file, line: section.heading.line, column: section.heading.column };
  return {
    title,
    depth: section.depth,
    repeated: isSkeleton(title),
    optional: OPTIONAL.test(section.title),
    when: directives.when,
    facts: directives.facts,
    share,
    guidance,
    parts: readParts(section),
    sections: section.sections.map((child) => readSection(child, document, file, fail)),
    place,
  };
}

/** Comments under the section's own heading, before its first subsection. */
function commentsOf(section: Section, document: MarkdownDocument): Comment[] {
  const end = section.sections[0]?.span.start ?? section.span.end;
  return document.comments.filter(({ span }) => span.start >= section.span.start && span.start < end);
}

/** Lines of the form `share: 12` at the top of a comment are for the machine, the rest is for the writer. */
function readComment(comments: readonly Comment[]): { directives: Partial<Record<"facts" | "share" | "when", string>>; guidance: string } {
  const directives: Partial<Record<string, string>> = {};
  const guidance: string[] = [];
  for (const line of comments.flatMap((comment) => comment.text.split("\n"))) {
    const directive = guidance.length === 0 ? /^\s*(facts|share|when):\s*(\S+)\s*$/.exec(line) : null;
    if (directive?.[1]) directives[directive[1]] = directive[2];
    else guidance.push(line.trim());
  }
  return { directives, guidance: guidance.join(" ").trim() };
}

const unbraced = (text: string) => text.trim().replace(/^\{|\}$/g, "");

/** The order of parts is that of the template's text, so that drafts and briefs can follow it. */
function readParts(section: Section): Part[] {
  const owned = new Set(section.fields.flatMap((field) => [...field.lists, ...field.tables]));
  const placed: { start: number; part: Part }[] = [
    ...section.paragraphs
      .filter(({ text }) => isSkeleton(text))
      .map(({ text, span }) => ({ start: span.start, part: { form: "prose" as const, hint: unbraced(text) } })),
    ...section.fields.map((field) => ({ start: field.span.start, part: fieldPart(field) })),
    ...section.tables
      .filter((table) => !owned.has(table))
      .map((table) => ({
        start: table.span.start,
        part: {
          form: "table" as const,
          columns: table.header.map(({ text }) => text),
          hints: (table.rows[0] ?? []).map(({ text }) => unbraced(text)),
        },
      })),
    ...section.lists
      .filter((list) => !owned.has(list))
      .map((list) => ({
        start: list.span.start,
        part: { form: "list" as const, ordered: list.ordered, hint: list.items.map(({ text }) => unbraced(text)).join("; ") },
      })),
    ...section.blocks
      .filter(({ language }) => language === "mermaid")
      .map((block) => ({ start: block.span.start, part: { form: "diagram" as const, type: block.value.trim().split(/\s+/)[0] ?? "" } })),
  ];
  return placed.sort((a, b) => a.start - b.start).map(({ part }) => part);
}

function fieldPart(field: Field): Part {
  const hint = [field.value.text, ...field.lists.flatMap((list) => list.items.map(({ text }) => text))]
    .filter(Boolean)
    .map(unbraced)
    .join("; ");
  return {
    form: "field",
    label: field.label,
    hint,
    list: field.lists.length > 0,
    columns: field.tables[0]?.header.map(({ text }) => text),
  };
}
