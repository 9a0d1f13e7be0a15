import { byConsequence, type Caution, type FeatureKey, groupBy, type ReadingCount, type Step, type WordedFinding } from "../../core.ts";
import { addressOf } from "../resources/addresses.ts";
import { asData, quoted } from "./data.ts";
import type { ShownFindings, ShownStep } from "./shapes.ts";
import { clip, takeFitting, takeFittingLines } from "./shorten.ts";

const LONGEST_WORDS = 300;

/** The dearest first. */
export function showFindings(findings: readonly WordedFinding[], most = 40, room = 9000): ShownFindings {
  const shown = byConsequence(findings).map(({ check, severity, place, text, advice, arguments: values }) => ({
    check,
    severity,
    file: place.file,
    line: place.line,
    text: quoteWords(clip(asData(text), LONGEST_WORDS), values),
    advice: quoteWords(clip(asData(advice), LONGEST_WORDS), values),
  }));
  const { kept } = takeFitting(grouped(shown), most, room);
  return { findings: kept, left_out: findings.length - kept.length };
}

/** Few words of a document name something; many of them may be meant to be obeyed. */
const NAMES = /^\s?(?:\S{1,80}\s){0,5}\S{0,80}$/;

/** Arguments in which a check says what it expected, in its own words. */
const OWN = new Set(
  "where expected heaviest lightest how form hint what reason problem documents words part instead suggestion columns entities role since".split(
    " ",
  ),
);

/** A finding's words are groundplan's; what it cites of a document bears its marks. */
export function quoteWords(text: string, values: WordedFinding["arguments"]): string {
  let marked = text;
  for (const [name, value] of Object.entries(values)) {
    if (OWN.has(name)) continue;
    const cited = asData(String(value ?? ""));
    if (NAMES.test(cited)) continue;
    // What was cut off at the end is cited up to there.
    const at = marked.indexOf(cited.slice(0, 30));
    if (at < 0) continue;
    const end = marked.startsWith(cited, at) ? at + cited.length : marked.length;
    marked = `${marked.slice(0, at)}${quoted("document", marked.slice(at, end))}${marked.slice(end)}`;
  }
  return marked;
}

export function wordFindings({ findings, left_out }: ShownFindings): string {
  const lines = findings.map(
    ({ check, severity, file, line, text, advice }) => `- ${file}:${line} ${severity} ${check}: ${text} ${advice}`,
  );
  const named = findings.some(({ advice }) => advice.includes(SAME)) ? ", those in the named lines among them" : "";
  return [...lines, ...(left_out > 0 ? [`- and ${left_out} more${named}`] : [])].join("\n");
}

type Shown = ShownFindings["findings"][number];

/** From so many findings of one cause in a document on, the first one stands for all. */
const GROUPED = 3;
const SAME = "more of this kind stand there";
/** More lines than these are counted. */
const MOST_LINES = 20;

/** @returns findings with one for those that say the same of one document, but for what they name: they have one cause, and are mended by one thing */
export function grouped<Each extends Shown>(findings: readonly Each[]): Each[] {
  const alike = groupBy(findings, ({ check, file, advice }) => `${check} ${file} ${advice.replace(/"[^"]*"|`[^`]*`/g, "")}`);
  return [...alike.values()].flatMap(([first, ...more]) => {
    if (!first || more.length < GROUPED) return [first, ...more].flatMap((each) => each ?? []);
    const lines = more.slice(0, MOST_LINES).map(({ line }) => line);
    const rest = more.length > MOST_LINES ? " and further ones" : "";
    return [{ ...first, advice: `${first.advice} ${more.length} ${SAME}, in lines ${lines.join(", ")}${rest}.` }];
  });
}

/** What refers to sections that are still to come, in a line each. */
export function showPending(findings: readonly WordedFinding[]): string[] {
  const lines = findings.map(
    ({ place: { file, line }, text, arguments: values }) => `${file}:${line}: ${quoteWords(clip(asData(text), LONGEST_WORDS), values)}`,
  );
  return takeFittingLines(lines, 10, 1500, "that check_feature lists");
}

export function wordPending(pending: readonly string[]): string[] {
  return pending.length === 0
    ? []
    : [
        `Pending until the sections that it refers to are written, no need to mend it now:\n${pending.map((line) => `- ${line}`).join("\n")}`,
      ];
}

/** A step with its first reasons; the findings tell the rest. */
export function showStep({ number, id, done, open }: Step, most = 5): ShownStep {
  return {
    number,
    id,
    done,
    open: takeFittingLines(
      open.map((reason) => clip(asData(reason), LONGEST_WORDS)),
      most,
      1500,
      "that check_feature lists",
    ),
  };
}

export function wordStep({ number, id, done, open }: ShownStep): string {
  return `${number}. ${id}: ${done ? "done" : `open: ${open.join("; ")}`}`;
}

/** Places in the documents that could mislead a model. */
export function showCautions(cautions: readonly Caution[]): string[] {
  return cautions.map(({ place, text }) => `${place.file}:${place.line}: ${text}`);
}

/** What is not understood is not checked: it is settled before anything is written. */
export function wordUnread(count: ReadingCount | undefined, key: FeatureKey): string | undefined {
  if (!count?.first || count.unread === 0) return undefined;
  const { place, title } = count.first;
  const one = count.unread === 1;
  return `${one ? "One part" : `${count.unread} parts`} of ${place.file} ${one ? "looks" : "look"} like requirements and ${one ? "was" : "were"} not understood, the first at line ${place.line} below ${quoted("PRD", asData(clip(title, 80)))}. Read ${addressOf(key, "reading")} and settle it with the person first: rename the heading, map it under headings in the configuration, or mark the block with a comment.`;
}
