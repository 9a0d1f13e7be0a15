import { resolveLink } from "../feature/links/links.ts";
import { type MarkdownDocument, readMarkdown, type Section } from "../markdown/index.ts";
import type { AlignedDocument } from "../model/types.ts";
import type { Review } from "../review/feature.ts";
import { closest, onlyClose, unnumbered } from "../text/names.ts";
import { applyEdits, type Edit, type Fix } from "./edits.ts";
import { type Level, levelsTold, unmatched } from "./level.ts";
import { withUrl } from "./link-url.ts";

/** Gives each misspelt heading the template's title, and mends the feature's links to it. */
export function renameHeadings(review: Review): Fix[] {
  return levelsTold(review, "misspelt").flatMap((level) => {
    const heading = renaming(level);
    const links = heading && mendedLinks(review, level.document, heading);
    return heading && links ? [[heading, ...links]] : [];
  });
}

/** Only where one title of the level is close to the heading, and one heading to the title. */
function renaming(level: Level): Edit | undefined {
  const { document, alignment, siblings } = level;
  const { misspelt, template } = alignment;
  if (!misspelt || siblings.some((sibling) => sibling.template.repeated)) return undefined;
  const words = unnumbered(misspelt.title);
  const meant = siblings.filter((sibling) => closest(sibling.template.title, [words]) !== undefined);
  const headings = unmatched(level).map(({ title }) => unnumbered(title));
  if (meant.some((sibling) => sibling !== alignment) || onlyClose(template.title, headings) !== words) return undefined;
  const span = titleSpan(document.markdown, misspelt);
  return (
    span && {
      file: document.file,
      kind: document.kind,
      ...span,
      text: template.title,
      check: "missing-section",
      title: `Rename the heading "${misspelt.title}" to "${template.title}"`,
    }
  );
}

/** Where the words of a heading stand, without hashes and numbering; undefined where they hold markup. */
function titleSpan({ text }: MarkdownDocument, { heading, title }: Section): { start: number; end: number } | undefined {
  const words = unnumbered(title);
  const source = text.slice(heading.start, heading.end);
  const at = source.indexOf(words);
  const around = at === -1 ? "" : source.slice(0, at) + source.slice(at + words.length);
  // What is left of a plain heading: hashes or underlining, and numbering.
  const numbering = title.slice(0, title.length - words.length);
  const plain = around.replace(numbering, "").replace(/^#+(?=\s)|(?<!\s)\s+#+\s*$|\r?\n(?:=+|-+)\s*$/g, "");
  if (at === -1 || plain.trim() !== "") return undefined;
  return { start: heading.start + at, end: heading.start + at + words.length };
}

/** @returns edits of every link whose heading bears another fragment afterwards; undefined where one cannot be mended. */
function mendedLinks(review: Review, { file, markdown }: AlignedDocument, heading: Edit): Edit[] | undefined {
  const after = readMarkdown(applyEdits(markdown.text, [heading])).allSections;
  const renamed = new Map(
    markdown.allSections.flatMap(({ anchor }, index) => {
      const now = after[index]?.anchor ?? anchor;
      return now === anchor ? [] : [[anchor, now] as const];
    }),
  );
  const edits: Edit[] = [];
  for (const document of Object.values(review.model.documents)) {
    for (const [index, { url }] of document.markdown.links.entries()) {
      const { path, fragment } = resolveLink(url, document.file);
      const now = path === file && fragment ? renamed.get(fragment.toLowerCase()) : undefined;
      if (now === undefined) continue;
      const edit = withUrl(
        document,
        index,
        url.replace(/#.*$/s, () => `#${now}`),
      );
      if (!edit) return undefined;
      edits.push({ ...edit, check: heading.check, title: `Mend the link to "${heading.text}"` });
    }
  }
  return edits.filter((edit, index) => edits.findIndex((other) => other.file === edit.file && other.start === edit.start) === index);
}
