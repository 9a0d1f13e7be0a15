import * as z from "zod";
import type { Brief, Stated } from "../../core.ts";
import type { ToolContext } from "../define.ts";
import { asData, quoted } from "../shown/data.ts";
import { clip } from "../shown/shorten.ts";

export interface Decided {
  /** What the person answered, as facts for the section. */
  answers: string[];
  ask: string[];
}

const MOST_QUESTIONS = 5;

/** What the PRD leaves open is asked when the section that records decisions is to be written, and before it is. */
export function decide({ section, ask }: Brief, open: readonly Stated[], person: ToolContext["person"]) {
  const records = section?.state === "missing" && section.families.includes("decisions");
  if (!records || open.length === 0) return { answers: [], ask };
  const questions = open.slice(0, MOST_QUESTIONS).map(({ text }) => asData(clip(text, 300)));
  const names = questions.map((_question, index) => `question_${index + 1}`);
  const form = z.object(
    Object.fromEntries(
      names.map((name, index) => [
        name,
        z
          .string()
          .max(500)
          .optional()
          .describe(questions[index] ?? ""),
      ]),
    ),
  );
  const asked = person.ask(
    "open_questions",
    "The PRD leaves these questions open. The answers go into the design's decisions; leave empty what is still open.",
    form,
  );
  if (asked && "question" in asked) return asked;
  const answered = names.map((name) => asked?.answer[name]?.trim() ?? "");
  return {
    answers: questions.flatMap((question, index) =>
      answered[index] ? [`${question} The person answered: ${asData(answered[index])}`] : [],
    ),
    ask: [
      ...ask,
      ...questions.filter((_question, index) => !answered[index]).map((question) => `The PRD leaves this open: ${quoted("PRD", question)}`),
    ],
  };
}
