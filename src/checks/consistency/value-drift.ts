import { isOutput } from "../../config/config.ts";
import { isSingle, standsAlone } from "../../model/content/comparing/alone.ts";
import { isBeyond, isGiven } from "../../model/content/comparing/cases.ts";
import { type Difference, differences } from "../../model/content/comparing/compare.ts";
import { isAgainstAll, isOutlier, neededBy } from "../../model/content/comparing/needed.ts";
import { agree, isQuantity, type Said } from "../../model/content/comparing/said.ts";
import { wrongCounts } from "../../model/content/counts/counts.ts";
import { generalConflicts } from "../../model/content/general/general.ts";
import { contentOf } from "../../model/content/read.ts";
import { settingConflicts } from "../../model/content/settings/setting-conflicts.ts";
import type { Setting } from "../../model/content/settings/settings.ts";
import type { Content, Passage } from "../../model/content/types.ts";
import { settlesSetting, settlesValues } from "../../model/departures/settles.ts";
import type { Model } from "../../model/types.ts";
import { fileName, shorten } from "../../text/shorten.ts";
import { defineCheck } from "../define.ts";
import { excerptOf } from "../excerpt.ts";

export default defineCheck({
  id: "value-drift",
  category: "consistency",
  severity: "error",
  messages: {
    drift: {
      text: 'Unexpected "{found}" in "{here}", expected "{expected}" as in "{there}".',
      advice:
        "Write the same value in both places; where the design departs on purpose, say so under Departures with both values and the reason.",
    },
    counted: {
      text: 'Unexpected "{found}" in "{here}": {described} {noun} are described.',
      advice: "Write how many there are, or describe those that lack.",
    },
    listed: {
      text: 'Unexpected "{found}" in "{here}": the list behind it has {described}.',
      advice: "Write how many there are, or list those that lack.",
    },
    enumerated: {
      text: 'Unexpected "{found}" in "{here}": the field of that name has {described} values.',
      advice: "Write how many there are, or say which of them are meant.",
      severity: "warning",
    },
    doubtful: {
      text: '"{found}" in "{here}" seems to speak of the same as "{expected}" in "{there}".',
      advice: "Where both mean the same thing, write one value in both places; otherwise say what each of them is.",
      severity: "warning",
    },
  },
  *run(model) {
    for (const { said, other } of settingConflicts(model).filter((conflict) => !settlesSetting(model, conflict)))
      yield {
        message: "drift",
        place: said.place,
        related: other.place,
        arguments: { found: said.value, here: wordSetting(said), expected: other.value, there: wordSetting(other) },
      };
    for (const { said, noun, known, by } of wrongCounts(model, contentOf(model))) {
      const counted = { found: said.text, here: excerptOf(said), noun, described: known.join(" or ") };
      yield { message: by === "described" ? "counted" : by === "listed" ? "listed" : "enumerated", place: said.place, arguments: counted };
    }
    for (const { place, related, ...conflict } of generalConflicts(model, contentOf(model)))
      yield { message: "drift", place, related, arguments: { ...conflict } };
    for (const difference of drifts(model)) {
      const { said, other } = difference;
      yield {
        message: isCertain(difference) ? "drift" : "doubtful",
        place: said.place,
        related: other.place,
        arguments: { found: said.text, here: excerptOf(said), expected: other.text, there: excerptOf(other) },
      };
    }
  },
});

function wordSetting({ text, place }: Setting): string {
  return `${fileName(place.file)}: ${shorten(text, 90)}`;
}

/** @returns what the outputs say otherwise than another document, or than another section of themselves */
function drifts(model: Model): Difference[] {
  // Without the PRD the outputs have nothing to depart from but each other's details.
  if (!model.documents.prd) return [];
  const content = contentOf(model);
  const all: Said[] = [...content.quantities, ...content.choices].filter(({ passage }) => !passage.aside);
  const judged = all.filter((said) => isOutput(said.passage.document) && !isComputed(said) && !isMeasured(said));
  const alone = standsAlone(isSingle(content));
  const found = differences(content, judged, all).filter(
    (difference) =>
      isDrift(difference, alone(difference.said, difference.other)) &&
      !settlesValues(model, difference) &&
      !isOneOfEnds(content, difference),
  );
  // Of two places in the outputs that depart from each other, one finding is enough.
  const told = new Set<Said>();
  const departing = new Map<Said, Map<Passage, Said[]>>();
  return found.filter(({ said, other }) => {
    const from = departing.get(other) ?? new Map<Passage, Said[]>();
    const beside = from.get(said.passage) ?? [];
    const isKnown = told.has(other) || beside.some((earlier) => agree(earlier, said));
    told.add(said);
    beside.push(said);
    departing.set(other, from.set(said.passage, beside));
    return !isKnown;
  });
}

/** A command that lists both exit codes ends in either way: which one belongs to what is told by its error codes. */
function isOneOfEnds({ quantities }: Content, { said, other }: Difference): boolean {
  const isListed = (value: Said["value"]) =>
    quantities.some(
      ({ passage, value: code }) =>
        passage.section === said.passage.section && passage.document === said.passage.document && code === value && isExitCodes(passage),
    );
  return said.dimension === "exit" && isListed(said.value) && isListed(other.value);
}

function isExitCodes({ keys }: Passage): boolean {
  return keys.includes("label:exitcodes");
}

/** "24 partitions at 15 ms make 1,600 events a second": what follows from others is nobody's demand. */
function isComputed({ at, passage }: Said): boolean {
  return /(?:\b(?:makes?|equals?|sums? to|adds? up to|that is)|=|≈)\s{0,2}$/.test(passage.text.slice(Math.max(0, at - 20), at));
}

/** "A load test with 800 flags showed 31 microseconds" tells what was, which demands nothing. */
function isMeasured({ passage }: Said): boolean {
  return MEASURED.test(passage.text);
}

const MEASURED =
  /\b(?:tests?|benchmarks?|measurements?|prototypes?|profil(?:e|ing))\b[^.]{0,120}\b(?:showed|measured|yielded|took|reached|gave)\b/i;

/** @param alone whether both clauses state one such value for the same one requirement */
function isDrift(difference: Difference, alone: boolean): boolean {
  const { said, other, score, backed } = difference;
  const { passage: a } = said;
  const { passage: b } = other;
  const inside = a.document === b.document;
  // The rules of one field are held against each other by a check of their own.
  if (a.keys.some((key) => /^row:.+\../.test(key) && b.keys.includes(key))) return false;
  if (isGiven(other) || isBeyond(said, other) || isBeyond(other, said)) return false;
  if (/^(?:ten|two|three|\d+) times$/.test(said.text) && /\btimes as\b/.test(a.text)) return false;
  if (said.dimension.startsWith("option:")) return backed === 0 && !difference.elsewhere;
  if (said.dimension.startsWith("version:")) return backed === 0 && score > 2 && !difference.elsewhere;
  const { novel } = difference;
  if ((inside && isOfOthers(difference)) || isOutlived(difference)) return false;
  if (PRODUCTS.has(said.dimension)) return novel && (difference.united > 1 || said.dimension === "signal") && !isCompared(said);
  if (score <= 1.4 * backed || (inside && score <= 1.1 * difference.own)) return false;
  const needed = neededBy(difference, alone);
  if (score < needed) return false;
  // What everybody says, a document may say elsewhere and deny here.
  if (score >= needed + (novel ? 1.35 : 1.5)) return true;
  const custom = difference.unanimous || difference.usual || isOutlier(difference) || isAgainstAll(difference);
  return (novel && custom) || difference.answered() < 0.75 * score;
}

/** Within a document, a threshold is no contradiction of a length, nor a number of one thing of that of another. */
function isOfOthers({ said, other }: Difference): boolean {
  if (!isQuantity(said) || !isQuantity(other)) return false;
  return (said.dimension === "time" && said.bound !== other.bound) || (said.dimension === "count" && said.nouns[0] !== other.nouns[0]);
}

/** What must be lived through: who holds out longer does what is asked. */
const ADVERSE = /\b(?:away|down|unavailable|unreachable|outages?|interruptions?|offline)\b/i;

function isOutlived({ said, other }: Difference): boolean {
  const isLonger = said.dimension === "time" && said.value > other.value;
  return isLonger && !isOutput(other.passage.document) && ADVERSE.test(other.passage.text) && !ADVERSE.test(said.passage.text);
}

/** A design names one product of a sort again and again: another one in a single place has been forgotten there. */
const PRODUCTS = new Set(["database", "broker", "cache", "signal"]);
const COMPARED =
  /\b(?:not|unlike|instead of|rather than|(?:away|migrat\w{2,6}|moved?|other|differs?) from|replaces?|than|compatible|migrat\w{2,6}|later|or)\b/i;

/** "Unlike MySQL", "PostgreSQL or MySQL": the word stands near. */
function isCompared({ at, length, passage }: Said): boolean {
  return COMPARED.test(passage.text.slice(Math.max(0, at - 24), at + length + 8));
}

function isCertain({ said, other, score, apart }: Difference): boolean {
  const { passage: a } = said;
  const { passage: b } = other;
  const shared = a.ids.some((id) => b.ids.includes(id)) || a.keys.some((key) => key.startsWith("row:") && b.keys.includes(key));
  return a.document !== b.document && score >= (shared ? 8 : 12) && apart < 1.2;
}
