import { isOutput } from "../../config/config.ts";
import { isSingle, standsAlone } from "../../model/content/comparing/alone.ts";
import { type Difference, differences } from "../../model/content/comparing/compare.ts";
import { isDrift, isExcused } from "../../model/content/comparing/drift.ts";
import { agree, type Said } from "../../model/content/comparing/said.ts";
import { wrongCounts } from "../../model/content/counts/counts.ts";
import { generalConflicts } from "../../model/content/general/general.ts";
import { contentOf } from "../../model/content/read.ts";
import { settingConflicts } from "../../model/content/settings/setting-conflicts.ts";
import type { Setting } from "../../model/content/settings/settings.ts";
import type { Content, Passage } from "../../model/content/types.ts";
import { settlesSetting, settlesValues } from "../../model/departures/settles.ts";
import type { Model, Place } from "../../model/types.ts";
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
    const told = new Set<string>();
    for (const { place, related, ...conflict } of generalConflicts(model, contentOf(model))) {
      told.add(bothLines(place, related));
      yield { message: "drift", place, related, arguments: { ...conflict } };
    }
    for (const difference of drifts(model)) {
      const { said, other } = difference;
      if (told.has(bothLines(said.place, other.place))) continue;
      yield {
        message: isCertain(difference) ? "drift" : "doubtful",
        place: said.place,
        related: other.place,
        arguments: { found: said.text, here: excerptOf(said), expected: other.text, there: excerptOf(other) },
      };
    }
  },
});

function bothLines(a: Place, b: Place): string {
  return `${a.file}:${a.line} ${b.file}:${b.line}`;
}

function wordSetting({ text, place }: Setting): string {
  return `${fileName(place.file)}: ${shorten(text, 90)}`;
}

/** The nearest clause may be one on something else, which the design says right. */
const MOST_RIVALS = 3;

/** @returns what the outputs say otherwise than another document, or than another section of themselves */
function drifts(model: Model): Difference[] {
  // Without the PRD the outputs have nothing to depart from but each other's details.
  if (!model.documents.prd) return [];
  const content = contentOf(model);
  const all: Said[] = [...content.quantities, ...content.choices].filter(({ passage }) => !passage.aside);
  const judged = all.filter((said) => isOutput(said.passage.document) && !isComputed(said) && !isMeasured(said));
  const alone = standsAlone(isSingle(content));
  // What the nearest clause excuses is held against no other one.
  const settled = new Set<Said>();
  const found = differences(content, judged, all, 0, MOST_RIVALS).filter((difference) => {
    const { said, other } = difference;
    if (settled.has(said)) return false;
    const departs = !isExcused(difference) && isDrift(difference, alone(said, other));
    if (departs || isExcused(difference)) settled.add(said);
    return departs && !settlesValues(model, difference) && !isOneOfEnds(content, difference);
  });
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

function isCertain({ said, other, score, apart }: Difference): boolean {
  const { passage: a } = said;
  const { passage: b } = other;
  const shared = a.ids.some((id) => b.ids.includes(id)) || a.keys.some((key) => key.startsWith("row:") && b.keys.includes(key));
  return a.document !== b.document && score >= (shared ? 8 : 12) && apart < 1.2;
}
