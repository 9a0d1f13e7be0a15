import type { DocumentKind } from "../../config/config.ts";
import { type Difference, differences } from "../../model/content/comparing/compare.ts";
import type { Said } from "../../model/content/comparing/said.ts";
import { contentOf } from "../../model/content/read.ts";
import { settlesValues } from "../../model/departures/settles.ts";
import type { Model } from "../../model/types.ts";
import { defineCheck } from "../define.ts";
import { excerptOf } from "../excerpt.ts";

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
  },
  *run(model) {
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

/** Of two inputs, the one that was written by the other is the first to be asked. */
const ORDER: readonly DocumentKind[] = ["prd", "research", "contracts", "data-design"];

function contradictions(model: Model): Difference[] {
  const content = contentOf(model);
  const said: Said[] = [...content.quantities, ...content.choices].filter(
    ({ passage }) => !passage.aside && ORDER.includes(passage.document),
  );
  const judged = said.filter(({ passage, dimension }) => passage.document !== "prd" && !["moment", "exit"].includes(dimension));
  return differences(content, judged, said).filter((difference) => isContradiction(difference) && !settlesValues(model, difference));
}

/** A report tells what is, and the PRD what shall be: of both, only what is the same word for word is compared. */
function isContradiction({ said, other, score, backed, own, answered, elsewhere, apart, detail }: Difference): boolean {
  const [a, b] = [said.passage, other.passage];
  if (a.document === b.document || ORDER.indexOf(a.document) < ORDER.indexOf(b.document)) return false;
  if (a.keys.some((key) => /^row:.+\./.test(key)) || b.keys.some((key) => /^row:.+\./.test(key))) return false;
  const research = a.document === "research" || b.document === "research";
  if (said.dimension.startsWith("version:")) return !research && !elsewhere && backed === 0 && score > 4;
  const needed =
    (typeof said.value === "string" ? 9 : said.dimension === "count" ? 9 : 6) +
    (research ? 5 : 0) +
    Math.max(0, apart - 0.6) * 3 +
    (detail ? 6 : 0) +
    (elsewhere ? 2 : 0) +
    (own > 2 * score ? 2 : 0);
  if (score < needed || score <= 1.35 * backed) return false;
  return score >= needed + 3 || answered() < 0.75 * score;
}

function isCertain({ said, other, score, apart }: Difference): boolean {
  const shared = said.passage.keys.some((key) => key.startsWith("row:") && other.passage.keys.includes(key));
  return score >= (shared ? 7.5 : 9) && apart < 1.2;
}
