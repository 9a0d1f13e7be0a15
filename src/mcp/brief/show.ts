import type { Brief, DocumentBrief, SectionBrief } from "../../core.ts";
import { asData } from "../shown/data.ts";
import { clip, takeFitting, takeFittingLines } from "../shown/shorten.ts";
import { showFindings, showStep } from "../shown/show.ts";
import type { Decided } from "./decide.ts";
import type { Answer, Write } from "./shape.ts";

/** The answer where nothing is left to do. */
export const FINISHED: Answer = {
  finished: true,
  why: "Every gate holds: the feature is finished.",
  done_when: "nothing is left to do",
  then: [],
  whole: false,
  patterns: [],
  hazards: [],
  ask: [],
  cautions: [],
  findings: [],
  left_out: 0,
};

/** A brief is small: it names what to use, the documents hold the rest. */
export function showBrief(
  { step, why, section, document, code, remaining, outgrown, outline, patterns, hazards, findings }: Brief,
  { answers, ask }: Decided,
): Omit<Answer, "cautions"> {
  const proposed = patterns.map(({ pattern, signal, because, link }) => ({
    title: pattern.title,
    link,
    because: `"${signal}" in: ${asData(clip(because, 160))}${sayObligations(pattern.obliges)}`,
  }));
  const decided = answers.length > 0 ? [{ label: "decisions of the person", from: "their answers", items: answers }] : [];
  const write = section ? showSection(section) : document && showDocument(document);
  return {
    finished: false,
    // What is to be written is said below.
    step: showStep(
      write ? { ...step, open: step.open.filter((reason) => !/: Expected the section "|: Unexpected length of/.test(reason)) } : step,
      3,
    ),
    why: clip(outgrown === undefined ? why : `${why} ${outgrown}`, 1200),
    done_when: step.gate,
    ...(write && { write: { ...write, facts: [...decided, ...showFacts(code, CODE_ROOM), ...write.facts] } }),
    then: outline.length > 0 ? takeFittingLines(outline, 30, OUTLINE_ROOM, "sections") : takeFittingLines(remaining, 30, 1500, "sections"),
    whole: outline.length > 0,
    patterns: takeFitting(proposed, 6, 2000).kept,
    hazards: hazards.map((question) => asData(clip(question, 400))),
    ask,
    // The section's own findings stand with the section.
    ...showFindings(section ? [] : findings),
  };
}

/** What the design has to say where it applies a pattern: known before the first section, it costs no second round. */
function sayObligations(obliges: readonly { name: string }[]): string {
  return obliges.length === 0 ? "" : `; applied, say: ${obliges.map(({ name }) => name).join("; ")}`;
}

/** A document that is written as a whole: the guidance names each section. */
function showDocument({ document, file, revision = "", sections }: DocumentBrief): Write {
  return {
    ...{ document, file, revision, state: revision === "" ? ("missing" as const) : ("open" as const) },
    guidance: clip(sections.map(({ title, guidance }) => `${title}: ${guidance}`).join("\n"), 3600),
    shape: takeFittingLines(
      sections.flatMap(({ title, shape }) => [`## ${title}`, ...shape.map((line) => `  ${line}`)]),
      60,
      3500,
      `in groundplan://templates/${document}`,
    ),
    facts: [],
    links: [],
    findings: [],
    left_out: 0,
  };
}

function showSection({
  document,
  file,
  revision,
  section,
  state,
  cite,
  guidance,
  shape,
  lines,
  form,
  facts,
  links,
  findings,
}: SectionBrief): Write {
  return {
    ...{ document, file, revision, section, state, lines, form },
    guidance: clip([cite, guidance].filter(Boolean).join("\n"), 1800),
    shape: takeFittingLines(shape, 60, 2500, `in groundplan://templates/${document}`),
    facts: showFacts(facts, 6000),
    links: takeFitting(links, 10, 1000).kept,
    ...showFindings(findings, 12, 3000),
  };
}

/** Room for the sections of a document that is to be begun. */
const OUTLINE_ROOM = 5_000;

/** Room for what the code has, in characters: with all else, a first answer stays below 3,000 tokens. */
const CODE_ROOM = 4_500;

/** Each group has its share of the room; what one leaves, the next may use. */
function showFacts(facts: Brief["code"], room: number): Write["facts"] {
  let left = room;
  return facts.map(({ label, from, items }, index) => {
    const own = takeFittingLines(
      items.map((item) => asData(clip(item, 400))),
      60,
      Math.max(300, left / Math.max(1, facts.length - index)),
      `in ${from}`,
    );
    left -= own.join("").length;
    return { label, from, items: own };
  });
}
