import { isOutput } from "../../config/config.ts";
import { type Difference, differences, isSingle, standsAlone } from "../../model/content/compare.ts";
import { contentOf } from "../../model/content/read.ts";
import { agree, type Said } from "../../model/content/said.ts";
import { settingConflicts } from "../../model/content/setting-conflicts.ts";
import type { Setting } from "../../model/content/settings.ts";
import { wrongCounts } from "../../model/content/stated-counts.ts";
import type { Passage } from "../../model/content/types.ts";
import { settlesSetting, settlesValues } from "../../model/departures/settles.ts";
import type { Model } from "../../model/types.ts";
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
    for (const { said, noun, described } of wrongCounts(model, contentOf(model)))
      yield { message: "counted", place: said.place, arguments: { found: said.text, here: excerptOf(said), noun, described } };
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
  return `${place.file.slice(place.file.lastIndexOf("/") + 1)}: ${text.length > 90 ? `${text.slice(0, 87)}...` : text}`;
}

/** @returns what the outputs say otherwise than another document, or than another section of themselves */
function drifts(model: Model): Difference[] {
  // Without the PRD the outputs have nothing to depart from but each other's details.
  if (!model.documents.prd) return [];
  const content = contentOf(model);
  const all: Said[] = [...content.quantities, ...content.choices].filter(({ passage }) => !passage.aside);
  const judged = all.filter((said) => isOutput(said.passage.document) && !isComputed(said));
  const single = isSingle(content);
  const alone = standsAlone(single);
  const found = differences(content, judged, all).filter(
    (difference) =>
      isDrift(difference, { alone: alone(difference.said, difference.other), single: single(difference.said) }) &&
      !settlesValues(model, difference),
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

/** "24 partitions at 15 ms make 1,600 events a second": what follows from others is nobody's demand. */
function isComputed({ text, passage }: Said): boolean {
  return /(?:\b(?:makes?|equals?|sums? to|adds? up to|that is)|=|≈)\s{0,2}$/.test(
    passage.text.slice(0, passage.text.indexOf(text)).slice(-20),
  );
}

/** Numbers that are held against the table of error codes. */
const BY_THE_CODE = new Set(["bare", "exit", "status"]);

/** How a value stands in its clause. */
interface Standing {
  /** Both clauses state one such value for the same one requirement. */
  alone: boolean;
  /** The clause states no other value of the sort. */
  single: boolean;
}

function isDrift(difference: Difference, { alone, single }: Standing): boolean {
  const { said, other, score, backed, own, answered, elsewhere, unanimous, novel, usual } = difference;
  const { passage: a } = said;
  const { passage: b } = other;
  const inside = a.document === b.document;
  // The rules of one field are held against each other by a check of their own.
  if (a.keys.some((key) => /^row:.+\../.test(key) && b.keys.includes(key))) return false;
  if (/^(?:ten|two|three|\d+) times$/.test(said.text) && /\btimes as\b/.test(a.text)) return false;
  if (said.dimension.startsWith("option:")) return !elsewhere && backed === 0;
  if (said.dimension.startsWith("version:")) return !elsewhere && backed === 0 && score > 2;
  if (PRODUCTS.has(said.dimension)) return novel && (difference.settled || said.dimension === "signal") && !isCompared(said);
  const custom = unanimous || usual || isOutlier(difference);
  // A value that nobody else says, in the place of one that this document does not say: it has taken its place.
  const replaces =
    novel && single && !inside && !custom && !BY_THE_CODE.has(said.dimension) && difference.apart < 0.7 && answered() < 0.3 * score;
  const needed = neededBy(difference, alone) - (replaces ? 1 : 0);
  if (score < needed || score <= 1.35 * backed || (inside && score <= 1.1 * own)) return false;
  // What everybody says, a document may say elsewhere and deny here.
  return score >= needed + (novel ? 1.35 : 1.5) || (novel && custom) || answered() < 0.75 * score;
}

/** Two places and more say one number of a thing, all the same, and this one says another. */
function isOutlier({ said, novel, settled }: Difference): boolean {
  return novel && settled && typeof said.value === "number";
}

/** How near two clauses must be for one to depart from the other. */
function neededBy(difference: Difference, alone: boolean): number {
  const { said, other, score, own, elsewhere, apart, unanimous, usual, detail } = difference;
  const { passage: a } = said;
  const { passage: b } = other;
  const slot = a.keys.some((key) => key.startsWith("label:") && b.keys.includes(key));
  const inside = a.document === b.document;
  return (
    neededFor(said, inside, slot || alone, elsewhere) -
    (isOutlier(difference) && apart < 1.2 ? 4.5 : usual && !inside && apart < 0.7 ? 2.5 : unanimous ? 2 : 0) -
    // All others say the one thing of which a design speaks once or twice.
    (RARE.has(said.dimension) && difference.novel && difference.sole && !inside ? 3.6 : 0) +
    Math.max(0, apart - 0.6) * 3 +
    // Another unit behind the same figure is a slip of the pen, whatever it makes of the value.
    (figureOf(said) === figureOf(other) ? 0 : Math.max(0, apart - 1.3) * 4) +
    // "Even when two requests arrive": who means a limit of twenty, writes no "two" for it.
    ((figureOf(said) === undefined) !== (figureOf(other) === undefined) && apart > 0.7 ? 4 : 0) +
    (detail ? 7.5 : 0) +
    // What a document says again and again of its own is likelier to be a thing of its own.
    (own > 0.75 * score && apart > 0.5 && !alone ? 2 : 0) +
    (b.document === "research" ? 0.7 : 0) +
    (elsewhere && typeof said.value === "number" ? (said.value >= 100 && ["rate", "count"].includes(said.dimension) ? 12 : 1) : 0)
  );
}

function figureOf({ text }: Said): string | undefined {
  return /\d[\d.,]*/.exec(text)?.[0];
}

/** Of these a design speaks once or twice, and then of the same thing. */
const RARE = new Set([
  "delivery",
  "window",
  "paging",
  "lock",
  "rounding",
  "growth",
  "atomicity",
  "change",
  "deletion",
  "first",
  "open",
  "text",
  "arithmetic",
]);

/** A design names one product of a sort again and again: another one in a single place has been forgotten there. */
const PRODUCTS = new Set(["database", "broker", "cache", "signal"]);
const COMPARED = /\b(?:not|unlike|instead of|rather than|from|replaces?|than|compatible|migrat\w{2,6}|later|or)\b/i;

/** "Unlike MySQL", "PostgreSQL or MySQL": the word stands near. */
function isCompared({ text, passage }: Said): boolean {
  const at = passage.text.indexOf(text);
  return COMPARED.test(passage.text.slice(Math.max(0, at - 24), at + text.length + 8));
}

/** Of these a design speaks all the time, each time of something else. */
const LOOSE = new Set(["need", "handling", "place", "sight", "sharing", "stop", "push"]);

/** How near two clauses must be to speak of the same, as they state a thing that is often or seldom stated. */
function neededFor({ dimension, value }: Said, inside: boolean, sameSlot: boolean, elsewhere: boolean): number {
  if (typeof value === "string") {
    if (LOOSE.has(dimension)) return inside ? Number.POSITIVE_INFINITY : 8;
    if (dimension === "standard") return inside ? Number.POSITIVE_INFINITY : 4.5;
    if (dimension === "moment") return 10.5;
    return !inside && (sameSlot || (RARE.has(dimension) && !elsewhere)) ? 4.5 : 7;
  }
  if (inside && dimension !== "mode") return 8;
  if (dimension === "role:version") return sameSlot ? 3.2 : 9;
  if (["clock", "amount"].includes(dimension)) return 3.2;
  if (dimension === "mode") return 2.5;
  // Sizes are stated of parts, files, pages and whole stores in nearly the same words.
  if (dimension === "size") return sameSlot ? 4.4 : 6.5;
  return sameSlot ? 4.4 : 5.8;
}

function isCertain({ said, other, score, apart }: Difference): boolean {
  const { passage: a } = said;
  const { passage: b } = other;
  const shared = a.ids.some((id) => b.ids.includes(id)) || a.keys.some((key) => key.startsWith("row:") && b.keys.includes(key));
  return a.document !== b.document && score >= (shared ? 8 : 12) && apart < 1.2;
}
