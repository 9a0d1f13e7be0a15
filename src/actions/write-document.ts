import { isOutput, type WrittenKind } from "../config/config.ts";
import type { Context } from "../context/types.ts";
import { folderOf } from "../feature/list-features.ts";
import { readFeature } from "../feature/read-feature.ts";
import type { FeatureDocument, FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { setFrontMatter, topSections, withMark } from "../feature/writing/edit.ts";
import { writeText } from "../feature/writing/write-document.ts";
import { KnownError } from "../findings/errors.ts";
import type { WordedFinding } from "../findings/finding.ts";
import { byTime } from "../guide/pending.ts";
import { readMarkdown } from "../markdown/index.ts";
import { WAIVED, waiversIn } from "../model/documents/waivers.ts";
import { APPROVED, approvalEntries } from "../model/fingerprints/approvals.ts";
import { ANSWERED, entriesIn } from "../model/fingerprints/record.ts";
import type { Written } from "./write-section.ts";
import { reviewWithPatterns, started } from "./write-section.ts";

/** One document that an author hands in as a whole. */
export interface DocumentText {
  key: FeatureKey;
  document: WrittenKind;
  /** Markdown; without front matter, that of the present document stays. */
  text: string;
  /** The revision that the author has read; absent for a research report that is not there yet, and for an output that nobody has begun. */
  revision?: string;
}

/**
 * Writes one document as a whole and checks it. For a change of one section, the section is what to write.
 *
 * @returns the findings are those of the whole document
 * @throws KnownError `not-started`, `empty-body`, `front-matter`, `unreadable-text`, `status`, `stale-revision`, `cannot-write`
 */
export function writeDocument(workspace: Workspace, context: Context, { key, document: kind, text, revision }: DocumentText): Written {
  const feature = readFeature(workspace, key);
  const present = isOutput(kind) ? started(feature.documents[kind], key) : feature.documents[kind];
  const file = `${folderOf(workspace, key)}/${workspace.config.files[kind]}`;
  const sent = withoutWrapping(text, file);
  const whole = present ? withRecord(present, withFrontMatter(present, sent)) : sent;
  refuseEmpty(whole, file);
  if (isOutput(kind)) refuseDeclaredDone(whole, present);
  const base = revision ?? (present && isUnbegun(present) ? present.revision : null);
  const written = writeText(workspace, file, present ? withMark(present.markdown, whole) : whole, base);
  const { after, patterns } = reviewWithPatterns(workspace, context, key);
  const own = after.findings.filter(({ place }: WordedFinding) => place.file === file);
  const { now: findings, pending } = byTime(after, own);
  return { file, revision: written, review: after, findings, pending, patterns };
}

/** Nothing is lost where nothing but the front matter and the title stands. */
function isUnbegun({ kind, markdown }: FeatureDocument): boolean {
  const { sections, preamble } = markdown;
  return isOutput(kind) && topSections(markdown).length === 0 && sections.length <= 1 && preamble.paragraphs.length === 0;
}

/**
 * Authors put blank lines or a fence around a document that they hand in; both would keep its front matter from being read.
 *
 * @throws KnownError (`front-matter`) where something else stands before the front matter
 */
function withoutWrapping(text: string, file: string): string {
  const sent = text.replace(/^\uFEFF?(?:[ \t]{0,99}\r?\n){0,99}/, "");
  const [, , inside] = /^(`{3,9}|~{3,9})[ \t]{0,9}(?:markdown|md)?[ \t]{0,9}\r?\n([\s\S]*)\n\1\s{0,99}$/.exec(sent) ?? [];
  const read = inside === undefined ? sent : `${inside}\n`;
  const later = readMarkdown(read).frontMatter.span
    ? undefined
    : /^---[ \t]{0,9}\r?\n(?=(?:epic|feature|title|status|tags|owner|interfaces|last_updated)[ \t]{0,9}:)/m.exec(read);
  if (!later) return read;
  throw new KnownError(
    "front-matter",
    `unexpected text before the front matter of ${file}: it begins in line ${read.slice(0, later.index).split("\n").length}`,
    "Begin the text with the line --- of the front matter, or leave the front matter out: the present one stays. Nothing was written.",
  );
}

function withFrontMatter({ markdown }: FeatureDocument, text: string): string {
  const newline = markdown.text.includes("\r\n") ? "\r\n" : "\n";
  const sent = text.replace(/^\uFEFF/, "");
  const { span } = markdown.frontMatter;
  const kept = readMarkdown(sent).frontMatter.span || !span ? "" : `${markdown.text.slice(0, span.end).trimEnd()}\n\n`;
  return `${kept}${sent.trim()}\n`.replace(/\r\n?|\n/g, newline);
}

/** An author who sends front matter of its own does not unsay what a finished design has answered, nor what was agreed on its inputs. */
function withRecord({ markdown }: FeatureDocument, text: string): string {
  const sent = readMarkdown(text);
  const records = { [ANSWERED]: entriesIn(markdown), [WAIVED]: waiversIn(markdown) };
  // Nobody approves by writing.
  const approved = approvalEntries(markdown);
  if (approvalEntries(sent).join("\n") !== approved.join("\n"))
    return withRecord({ markdown } as FeatureDocument, setFrontMatter(sent, { [APPROVED]: approved }));
  const lost = Object.entries(records).filter(([key, entries]) => entries.length > 0 && !(key in sent.frontMatter.data));
  return lost.length === 0 ? text : setFrontMatter(sent, Object.fromEntries(lost));
}

function refuseEmpty(text: string, file: string): void {
  const { frontMatter } = readMarkdown(text);
  if (text.slice(frontMatter.span?.end ?? 0).trim() !== "") return;
  throw new KnownError("empty-body", `unexpected empty text for ${file}`, "Send the document's Markdown; what is there now is unchanged.");
}

/** Done is computed: an author does not declare it. */
function refuseDeclaredDone(text: string, present: FeatureDocument | undefined): void {
  const isComplete = (data: Readonly<Record<string, unknown>> | undefined) => data?.status === "complete";
  if (!isComplete(readMarkdown(text).frontMatter.data) || isComplete(present?.markdown.frontMatter.data)) return;
  throw new KnownError(
    "status",
    "unexpected status complete in the front matter",
    "Leave the status as it is: finishing the feature sets it, when every gate holds. Nothing was written.",
  );
}
