import { OUTPUT_KINDS, type OutputKind } from "../config/config.ts";
import { lineBudget } from "../config/settings.ts";
import type { Context } from "../context/types.ts";
import { DERIVED, derivedHashes, derivedSections, sectionBody } from "../feature/derived.ts";
import { readFeature } from "../feature/read-feature.ts";
import type { FeatureDocument, FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { type Compacted, compact } from "../feature/writing/compact.ts";
import { placeSection, setFrontMatter, topSections, withMark } from "../feature/writing/edit.ts";
import { writeText } from "../feature/writing/write-document.ts";
import { type DerivedPart, derivedParts } from "../guide/derived/parts.ts";
import { readMarkdown } from "../markdown/index.ts";
import { recordLines } from "../model/fingerprints/record.ts";
import type { AlignedDocument } from "../model/types.ts";
import { type Review, review } from "../review/feature.ts";
import { textHash } from "../text/hash.ts";
import { titleKey } from "../text/names.ts";
import { isSkeleton } from "../text/skeleton.ts";

/** What was, or is to be, brought up to date in a document. */
export interface Derived {
  document: OutputKind;
  file: string;
  /** The titles of the sections that are written anew; none where only the front matter no longer names one. */
  sections: string[];
  /** How many blank lines are taken out, so that it fits its budget. */
  removed: number;
}

interface Planned extends Derived {
  text: string;
}

/**
 * Writes what follows from what is already there: Requirements Coverage from where requirements are answered, Related Documents
 * from the documents that exist. A section is groundplan's where nobody has filled it, or where it stands as groundplan wrote it; one
 * that a person has edited is the person's from then on, and is no longer named in the front matter. What its blank lines alone make
 * too long is laid out closer.
 *
 * @param before the review of what stands there, where one was made already
 * @returns what was written, and the review of what stands there now
 * @throws KnownError (`stale-revision`, `cannot-write`) as every write does
 */
export function deriveParts(
  workspace: Workspace,
  context: Context,
  key: FeatureKey,
  before: Review = review(readFeature(workspace, key), context),
): { derived: Derived[]; review: Review } {
  const planned = planParts(before);
  for (const { document: kind, text } of planned) {
    const document = before.model.feature.documents[kind];
    if (document) writeText(workspace, document.file, withMark(document.markdown, text), document.revision);
  }
  return { derived: planned.map(asDerived), review: planned.length === 0 ? before : review(readFeature(workspace, key), context) };
}

/** @returns what {@link deriveParts} would write; nothing is written */
export function staleParts(reviewed: Review): Derived[] {
  return planParts(reviewed).map(asDerived);
}

function asDerived({ document, file, sections, removed }: Planned): Derived {
  return { document, file, sections, removed };
}

function planParts({ model }: Review): Planned[] {
  return OUTPUT_KINDS.flatMap((kind): Planned[] => {
    const document = model.feature.documents[kind];
    if (!document || document.trouble || topSections(document.markdown).length === 0) return [];
    const titles = model.context.templates[kind].sections.map(({ title }) => title);
    const { text: whole, sections } = bringUpToDate(document, titles, derivedParts(model, kind));
    const { text, removed } = fitted(whole, model.documents[kind]);
    return text === document.markdown.text ? [] : [{ document: kind, file: document.file, text, sections, removed }];
  });
}

/** Beyond this many times its budget, blank lines are not what makes a document too long. */
const FAR = 1.5;

/** What the layout alone makes too long is laid out closer; the lines that groundplan keeps for itself do not count. */
function fitted(text: string, document: AlignedDocument | undefined): Compacted {
  const max = document && lineBudget(document.template.lines, document.settings.lines[document.kind])?.max;
  const most = (max ?? Number.POSITIVE_INFINITY) + (document ? recordLines(document) : 0);
  return !Number.isFinite(most) || text.split("\n").length > FAR * most ? { text, removed: 0 } : compact(text, most);
}

function bringUpToDate(document: FeatureDocument, titles: readonly string[], parts: readonly DerivedPart[]) {
  const { markdown } = document;
  const present = new Map(topSections(markdown).map((section) => [titleKey(section.title), section]));
  const own = new Set(derivedSections(markdown).map(({ title }) => titleKey(title)));
  const hashes = new Map([...derivedHashes(markdown)].filter(([section]) => own.has(section)));
  const sections: string[] = [];
  let text = markdown.text;
  for (const { title, body } of parts) {
    const section = present.get(titleKey(title));
    if (section && !own.has(titleKey(title)) && !isUnwritten(sectionBody(markdown, section))) continue;
    hashes.set(titleKey(title), textHash(body));
    if (section && textHash(sectionBody(markdown, section)) === textHash(body)) continue;
    text = placeSection(readMarkdown(text), titles, title, body);
    sections.push(title);
  }
  const entries = [...hashes].map(([section, hash]) => `${section} ${hash}`);
  const recorded = [...derivedHashes(markdown)].map(([section, hash]) => `${section} ${hash}`);
  return { text: entries.join() === recorded.join() ? text : setFrontMatter(readMarkdown(text), { [DERIVED]: entries }), sections };
}

/** Nothing stands there but comments and what the template says in braces. */
function isUnwritten(body: string): boolean {
  const { sections, preamble } = readMarkdown(body.replace(/<!--[\s\S]*?-->/g, ""));
  const rows = preamble.tables.flatMap((table) => table.rows.flat());
  const said = [...preamble.paragraphs, ...preamble.lists.flatMap(({ items }) => items), ...rows].map(({ text }) => text.trim());
  return sections.length === 0 && said.every((words) => words === "" || isSkeleton(words));
}
