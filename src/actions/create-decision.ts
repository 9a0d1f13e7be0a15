import { DECISION_STATUSES, type Decision, decisionName } from "../context/decisions.ts";
import type { Context } from "../context/types.ts";
import { loadDecisions } from "../feature/decision-files.ts";
import { readText } from "../feature/read-file.ts";
import type { Workspace } from "../feature/workspace.ts";
import { setFrontMatter, withMark } from "../feature/writing/edit.ts";
import { writeText } from "../feature/writing/write-document.ts";
import { KnownError } from "../findings/errors.ts";
import { type MarkdownDocument, readMarkdown } from "../markdown/index.ts";
import { closest, nameKey } from "../text/names.ts";

/** What a record is begun with. */
export interface NewDecision {
  title: string;
  /** Absent: proposed, or accepted where it supersedes another record. */
  status?: string;
  /** The numbers of the records whose place it takes. */
  supersedes: readonly number[];
  /** The day, as YYYY-MM-DD. */
  today: string;
}

/**
 * Writes a decision record under the next number, and into each record that it supersedes the status that says so; nothing
 * else of these is touched.
 *
 * @returns the files that were written, the new one first
 * @throws KnownError (`decision`) for a title without letters, a status that is none, a record that is not there or already superseded
 */
export function createDecision(workspace: Workspace, context: Context, { title, status, supersedes, today }: NewDecision): string[] {
  const { decisions } = loadDecisions(workspace);
  const stage = statusOf(status, supersedes);
  const slug = slugOf(title);
  const olds = supersedes.map((number) =>
    readOld(
      workspace,
      number,
      decisions.filter((decision) => decision.number === number),
    ),
  );
  const number = Math.max(0, ...decisions.map((decision) => decision.number ?? 0)) + 1;
  const folder = workspace.config.decisions;
  const file = `${folder}/${String(number).padStart(4, "0")}-${slug}.md`;
  const related = olds.map(({ name, path }) => `[${name}](${path.slice(folder.length + 1)})`);
  const values = { status: stage, date: today, ...(olds.length > 0 && { supersedes: olds.map(({ name }) => name).join(", ") }) };
  writeText(workspace, file, setFrontMatter(readMarkdown(skeleton(context, title, related)), values), null);
  for (const { path, document, revision } of olds)
    writeText(workspace, path, withMark(document, superseded(document, decisionName(number))), revision);
  return [file, ...olds.map(({ path }) => path)];
}

function statusOf(status: string | undefined, supersedes: readonly number[]): string {
  const stage = status ?? (supersedes.length > 0 ? "accepted" : "proposed");
  if (!(DECISION_STATUSES as readonly string[]).includes(stage) || stage === "superseded") {
    const suggestion = closest(stage, DECISION_STATUSES);
    const choices = "Expected proposed, accepted, rejected or deprecated.";
    throw new KnownError("decision", `unexpected status "${stage}"`, suggestion ? `Did you mean ${suggestion}? ${choices}` : choices);
  }
  if (supersedes.length > 0 && stage !== "accepted")
    throw new KnownError(
      "decision",
      `unexpected status "${stage}" of a record that supersedes another`,
      "Only an accepted decision takes another's place: leave --status away, or --supersedes until it is accepted.",
    );
  return stage;
}

function slugOf(title: string): string {
  const slug = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|(?<!-)-+$/g, "")
    .slice(0, 80)
    .replace(/(?<!-)-+$/, "");
  if (slug !== "" && !/[\r\n]/.test(title)) return slug;
  throw new KnownError(
    "decision",
    "unexpected title",
    'Name problem and solution in one line of words: --title "Execute refunds from a queue".',
  );
}

function readOld(workspace: Workspace, number: number, found: readonly Pick<Decision, "file" | "supersededBy">[]) {
  const name = decisionName(number);
  const [old, twin] = found;
  const fail = (problem: string, advice: string) => new KnownError("decision", problem, `${advice} Nothing was written.`);
  if (!old) throw fail(`there is no ${name}`, "`groundplan adr list` shows the records.");
  if (twin) throw fail(`${name} is the number of two records`, "Give one of them another number first: see `groundplan adr check`.");
  if (old.supersededBy !== undefined) throw fail(`${name} is superseded by ${old.supersededBy} already`, "Supersede that one.");
  const read = readText(workspace, old.file);
  if (!read || read.trouble) throw fail(`${old.file} cannot be read`, "Mend the file.");
  const document = readMarkdown(read.text);
  const { problem } = document.frontMatter;
  if (problem) throw fail(`${old.file}:${problem.line}: front matter: ${problem.reason}`, "Mend the lines between the two ---.");
  return { name, path: old.file, document, revision: read.revision };
}

/** Changes the status where the record keeps it: in the front matter, or in a section of its own as older forms do. */
function superseded(document: MarkdownDocument, successor: string): string {
  const [stated] = document.allSections.find(({ title }) => nameKey(title) === "status")?.paragraphs ?? [];
  if (document.frontMatter.data.status !== undefined || !stated) return setFrontMatter(document, { status: `superseded by ${successor}` });
  return `${document.text.slice(0, stated.span.start)}Superseded by ${successor}${document.text.slice(stated.span.end)}`;
}

/** The template without its guidance; what is superseded is linked under More Information. */
function skeleton({ pages }: Context, title: string, related: readonly string[]): string {
  const { text, comments, sections } = readMarkdown(pages.decision.text);
  const start = sections[0]?.span.start ?? 0;
  const body = comments
    .filter(({ span }) => span.start >= start)
    .reduceRight((rest, { span }) => rest.slice(0, span.start) + rest.slice(span.end), text)
    .slice(start)
    .replace(/^# .*$/m, () => `# ${title.trim()}`)
    .replace(/ \(if applicable\)$/gm, "")
    .replace(/\n{3,}/g, "\n\n");
  return related.length === 0 ? body : `${body.trimEnd()}\n\nSupersedes ${related.join(", ")}.\n`;
}
