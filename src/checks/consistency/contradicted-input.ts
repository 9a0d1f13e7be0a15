import type { DocumentKind } from "../../config/config.ts";
import { type Difference, differences } from "../../model/content/comparing/compare.ts";
import { nearnessOf } from "../../model/content/comparing/nearness.ts";
import { replaces } from "../../model/content/comparing/needed.ts";
import { agree, comparable, isQuantity, type Said } from "../../model/content/comparing/said.ts";
import { contentOf } from "../../model/content/read.ts";
import { subjectStem } from "../../model/content/stems.ts";
import type { Content } from "../../model/content/types.ts";
import { settlesValues } from "../../model/departures/settles.ts";
import { codeConflicts, settlesConflict } from "../../model/survey/conflicts.ts";
import { staleRowsOf } from "../../model/survey/stale-rows.ts";
import type { Model } from "../../model/types.ts";
import { defineCheck, type Report } from "../define.ts";
import { excerptOf } from "../excerpt.ts";

type MessageId = "contradicted" | "doubtful" | "absent" | "otherwise" | "perhapsAbsent" | "perhapsOtherwise" | "stale" | "gone";

const CODE_ADVICE =
  "Take what the code has, or name the difference under Departures and Open Questions with its reason, before the design is built on it.";

export default defineCheck({
  id: "contradicted-input",
  category: "consistency",
  severity: "error",
  messages: {
    contradicted: {
      text: 'Unexpected "{found}" in "{here}": "{there}" says "{expected}".',
      advice:
        "Let the owners of both documents decide which holds, and mend the other one, before the design is built on either; where that takes long, name both values under Departures with the reason for the one that the design keeps.",
    },
    doubtful: {
      text: '"{found}" in "{here}" seems to contradict "{expected}" in "{there}".',
      advice: "Where both mean the same thing, let their owners decide which holds; otherwise say what each of them is.",
      severity: "warning",
    },
    absent: { text: 'Unexpected {what} "{found}" in an input: the code has none such.', advice: CODE_ADVICE },
    otherwise: { text: 'Unexpected {what} "{found}" in an input: the code has {has}.', advice: CODE_ADVICE },
    perhapsAbsent: {
      text: '{what} "{found}" of an input was not found in the code.',
      advice: CODE_ADVICE,
      severity: "warning",
    },
    perhapsOtherwise: {
      text: '{what} "{found}" of an input seems to be otherwise in the code: {has}.',
      advice: CODE_ADVICE,
      severity: "warning",
    },
    stale: {
      text: 'The row on "{name}" says {said}, and the code has it at {now}.',
      advice: "The report is older than the code: read the row anew, or let `groundplan research` write the rows of the code.",
      severity: "warning",
    },
    gone: {
      text: 'The row on "{name}" says {said}, and the code has it no more.',
      advice: "The report is older than the code: take the row out, or let `groundplan research` write the rows of the code.",
      severity: "warning",
    },
  },
  *run(model) {
    yield* againstCode(model);
    for (const difference of contradictions(model)) {
      const { said, other } = difference;
      yield {
        message: isCertain(difference) ? "contradicted" : "doubtful",
        place: said.place,
        related: other.place,
        arguments: { found: said.text, here: excerptOf(said), expected: other.text, there: excerptOf(other) },
      };
    }
  },
});

function* againstCode(model: Model): Generator<Report<MessageId>> {
  for (const conflict of codeConflicts(model)) {
    if (settlesConflict(model, conflict)) continue;
    const { what, said, has, certain, place, code } = conflict;
    const message = certain ? (has === "" ? "absent" : "otherwise") : has === "" ? "perhapsAbsent" : "perhapsOtherwise";
    yield {
      message,
      place,
      ...(code && { related: { file: code.file, line: code.line, column: 1 } }),
      arguments: { what, found: said, has },
    };
  }
  const told = new Set(codeConflicts(model).map(({ place }) => `${place.file}:${place.line}`));
  for (const { name, said, now, row } of staleRowsOf(model)) {
    // That it is not there is said already.
    if (!now && told.has(`${row.place.file}:${row.place.line}`)) continue;
    yield {
      message: now ? "stale" : "gone",
      place: row.place,
      ...(now && { related: { file: now.file, line: now.line, column: 1 } }),
      arguments: { name, said, now: now && `${now.file}:${now.line}` },
    };
  }
}

/** Of two inputs, the one that was written by the other is the first to be asked. */
const ORDER: readonly DocumentKind[] = ["prd", "research", "contracts", "data-design"];

/** Two clauses that contradict each other, and how surely both speak of the same. */
type Contradiction = Pick<Difference, "said" | "other" | "score" | "apart">;

function contradictions(model: Model): Contradiction[] {
  const content = contentOf(model);
  const all: Said[] = [...content.quantities, ...content.choices].filter(({ passage }) => !passage.aside);
  const said = all.filter(({ passage }) => ORDER.includes(passage.document));
  const judged = said.filter(({ passage, dimension }) => passage.document !== "prd" && !["moment", "exit"].includes(dimension));
  const found = [...selfContradictions(content, all), ...differences(content, judged, said, LEAST).filter(isContradiction)];
  return found.filter((difference) => !settlesValues(model, difference));
}

/** @returns what the PRD says otherwise in another place, where the design does not keep both */
function selfContradictions(content: Content, all: readonly Said[]): Contradiction[] {
  const asked = all.filter((said) => isDemand(said));
  const others = all.filter(({ passage }) => passage.document !== "prd");
  const nearness = nearnessOf(content);
  const isKept = (said: Said) =>
    others.some(
      (other) => other.dimension === said.dimension && comparable(said, other) && agree(said, other) && nearness.of(said, other) > KEPT,
    );
  const same = differences(content, asked, asked, SAME).filter((each) => isSaidTwice(each) && !(isKept(each.said) && isKept(each.other)));
  // The PRD says elsewhere what all others say.
  const disowned = differences(content, asked, all, DISOWNED).filter(
    (each) => isDisowned(each) && !CASE.test(each.other.passage.text) && each.answered() >= ANSWERED,
  );
  return onceEach([...same, ...disowned]);
}

/** Limits that hold everywhere; of other numbers one document says many, each of something else. */
const LIMITS: ReadonlySet<string> = new Set(["time", "interval", "size", "rate", "throughput", "mass", "percent"]);
/** What is told of one case, by a scenario, a story or an example. */
const CASE = /\b(?:Given|When|Then)\b|\bAs an?\b|\be\.g\.|\bfor example\b|\bsuch as\b|\bon average\b|\baverage of\b|["“”[\]#]/;

function isDemand(said: Said): boolean {
  const { passage, dimension } = said;
  if (!isQuantity(said) || passage.document !== "prd" || CASE.test(passage.text)) return false;
  return LIMITS.has(dimension) || said.nouns[0] === ATTEMPT;
}

const ATTEMPT = subjectStem("attempt");

/** Statements of one document stand beside each other because they differ: only what is nearly the same in other words is doubted. */
const SAME = 10;
const KEPT = 4;
const DISOWNED = 7.5;
const ANSWERED = 3.5;

function isSaidTwice(difference: Difference): boolean {
  const { score, own, apart } = difference;
  return score >= SAME && apart < 1 && own < 0.6 * score && !difference.detail;
}

function isDisowned(difference: Difference): boolean {
  const { score, own, apart, novel } = difference;
  return score >= DISOWNED && novel && apart < 0.7 && own === 0 && !difference.detail;
}

/** Of two places that contradict each other, one finding is enough: at the later one. */
function onceEach(found: readonly Difference[]): Contradiction[] {
  const told = new Set<Said>();
  return found.flatMap((difference) => {
    const { said, other, score, apart } = difference;
    if (told.has(said) || told.has(other)) return [];
    told.add(said).add(other);
    const isEarlier = other.passage.document === "prd" && other.passage.start > said.passage.start;
    return isEarlier ? { said: other, other: said, score, apart } : difference;
  });
}

/** What is less near than this contradicts nothing, whatever else is known of it. */
const LEAST = 4;

/** A report tells what is, and the PRD what shall be: of both, only what is the same word for word is compared. */
function isContradiction(difference: Difference): boolean {
  const { said, other, score, backed, own, apart } = difference;
  const [a, b] = [said.passage, other.passage];
  if (a.document === b.document || ORDER.indexOf(a.document) < ORDER.indexOf(b.document)) return false;
  if (a.keys.some((key) => /^row:.+\./.test(key)) || b.keys.some((key) => /^row:.+\./.test(key))) return false;
  if (score <= 1.35 * backed) return false;
  const { elsewhere } = difference;
  const research = a.document === "research" || b.document === "research";
  if (said.dimension.startsWith("version:")) return !research && !elsewhere && backed === 0 && score > 4;
  const needed =
    (typeof said.value === "string" ? 9 : said.dimension === "count" ? 9 : 6) +
    (research ? 5 : 0) +
    Math.max(0, apart - 0.6) * 3 +
    (difference.detail ? 6 : 0) +
    (elsewhere ? 2 : 0) +
    (own > 2 * score ? 2 : 0) -
    (!research && replaces(difference) ? 2 : 0);
  return score >= needed && (score >= needed + 3 || difference.answered() < 0.75 * score);
}

function isCertain({ said, other, score, apart }: Contradiction): boolean {
  if (said.passage.document === other.passage.document || ORDER.indexOf(other.passage.document) === -1) return false;
  const shared = said.passage.keys.some((key) => key.startsWith("row:") && other.passage.keys.includes(key));
  return score >= (shared ? 7.5 : 9) && apart < 1.2;
}
