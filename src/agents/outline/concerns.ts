import {
  codeConflicts,
  cutAtWord,
  layerOf,
  type Model,
  type Said,
  SECURITY_TOPICS,
  securityTopics,
  statedIn,
  wholeOf,
} from "../../core.ts";
import { citation, cite, citeSaid } from "./cite.ts";
import { cellOf } from "./inputs.ts";
import { blocks, code, gap, table } from "./markdown.ts";
import { from, rowSources } from "./origins.ts";

/** Columns of the inputs' tables in the order of the templates. */
const STACK = ["Layer", "Technology", "Reason"];
const RISK = ["Risk", "Kind", "Mitigation"];
const MOST_NOTES = 3;

/** @returns the stack of the research report, else the products that the PRD names */
export function stack(model: Model): string[] {
  const columns = ["Layer", "Technology", "Justification"];
  const found = model.research.stack.map((row) => [
    layered(cellOf(row, "Layer", STACK), cellOf(row, "Technology", STACK)),
    cellOf(row, "Technology", STACK),
    from(cellOf(row, "Reason", STACK) || gap("why this technology"), ...rowSources(row)),
  ]);
  if (found.length > 0) return table(columns, found);
  const { technologies, stack: layers } = statedIn(model);
  if (layers.length > 1) {
    const named = layers.map(({ name }) => name.toLowerCase()).join(" ");
    const further = technologies.filter(({ name }) => !named.includes(name.toLowerCase()));
    return table(
      columns,
      [...layers, ...further].map(({ layer, name, sources }) => [
        layer,
        name,
        from(`Named by the PRD (${citation(sources.slice(0, 3))})`, ...sources),
      ]),
    );
  }
  return technologies.length === 0
    ? []
    : table(
        columns,
        technologies.map(({ layer, name, sources }) => [
          layer,
          name,
          from(`Named by the PRD (${citation(sources.slice(0, 3))})`, ...sources),
        ]),
      );
}

/** A report that was read from the code knows that something is used, and not in which layer. */
function layered(layer: string, technology: string): string {
  return layer === "Code" ? (layerOf(technology) ?? layer) : layer;
}

/** @returns the risks that the PRD states, and what its requirements on quality and its assumptions guard against */
export function risks(model: Model): string[] {
  const stated = model.prdRisks.map((row) => [
    cellOf(row, "Risk", RISK),
    cellOf(row, "Kind", RISK) || gap("kind of risk"),
    from(cellOf(row, "Mitigation", RISK) || gap("mitigation"), ...rowSources(row)),
  ]);
  if (stated.length > 0) return table(RISK, stated);
  const { risks: guarded } = statedIn(model);
  const rows = guarded.map(({ text, kind, source, listed }) => [`${listed ? "" : "Not kept: "}${cite(text, [source], 160)}`, kind, ""]);
  if (rows.length === 0) return [];
  return blocks(
    [gap("what prevents or limits each of these risks; the PRD states what must hold, and not by which means")],
    table(RISK, rows),
  );
}

/** @returns what the PRD, and no other input, says of the code and the code has otherwise */
export function deniedByCode(model: Model): ReturnType<typeof codeConflicts> {
  return codeConflicts(model).filter(({ place }) => place.file === model.documents.prd?.file);
}

/** @returns what the PRD says of the code and the code has otherwise, each to be decided; none where both agree, or no code was read */
export function departures(model: Model): string[] {
  const found = deniedByCode(model);
  if (found.length === 0) return [];
  const rows = found.map(({ what, said, has, place, code: at }) => [
    `${code(said)} (${citation([{ file: place.file, line: place.line }])})`,
    from(has === "" ? `The code has no such ${what}` : `The code has ${has}${at ? ` (${at.file}:${at.line})` : ""}`, place, at),
    "",
  ]);
  return blocks(
    [gap("for each row, whether the design takes what the code has or builds what the PRD says, and why")],
    table(["Statement", "What the design does instead", "Reason"], rows),
  );
}

/** @returns the questions that the PRD leaves open; none where it leaves none */
export function openQuestions(model: Model): string[] {
  const { openQuestions: questions } = model;
  if (questions.length === 0) return [];
  const owner = ownerOf(model);
  return table(
    ["Question", "Who decides", "Assumed until then"],
    questions.map(({ text, place }) => [
      cite(text, [{ file: place.file, line: place.line }]),
      DECIDER.exec(text)?.[1] ?? owner,
      "Nothing is assumed: the PRD gives no answer",
    ]),
  );
}

/** "(Jana, by end of May)" behind a question. */
const DECIDER =
  /\((?:owner:? |decided by |@)?(\p{Lu}[\p{L}.-]{1,30}(?: \p{Lu}[\p{L}.-]{1,30}){0,2}),? (?:by|until|till|due|before)\b[^()]{1,40}\)\W{0,3}$/u;

/** Who the PRD says owns it. */
function ownerOf({ documents: { prd } }: Model): string {
  const stated = prd?.markdown.frontMatter.data.owner;
  const [, told = ""] =
    /\bowner\W{1,6}([\p{L}][\p{L} .-]{1,40}?)(?=\s*(?:[·|,;\n]|$))/iu.exec(prd?.markdown.prose.slice(0, 1500) ?? "") ?? [];
  const owner = typeof stated === "string" && stated.trim() !== "" ? stated.trim() : told.trim();
  return owner === "" ? "Whoever owns the PRD" : owner;
}

/** @returns what is stated on access and secrets, by the topics of the template */
export function security(model: Model): string[] {
  const noted = model.security.map(({ source, place }) => from(`- ${source.replace(/(?<!\s)\s*\n\s*/g, " ")}`, place));
  if (noted.length > 0) return noted;
  const { said } = statedIn(model);
  const byTopic = SECURITY_TOPICS.map((topic) => ({
    topic,
    own: said.filter((one) => securityTopics({ text: wholeOf(one), label: one.label }).includes(topic)),
  }));
  const told = byTopic.filter(({ own }) => own.length > 0);
  if (told.length === 0) return [];
  const silent = byTopic.filter(({ own }) => own.length === 0).map(({ topic }) => topic.toLowerCase());
  return [
    ...told.flatMap(({ topic, own }) => [
      ...own.slice(0, MOST_NOTES).map((one) => `- ${topic}: ${citeSaid(one, 160)}`),
      ...(own.length > MOST_NOTES ? [further(topic, own.slice(MOST_NOTES))] : []),
    ]),
    ...(silent.length > 0 ? [`- ${gap(`${silent.join(", ")}: the PRD states nothing; what holds, or "none" with its reason`)}`] : []),
  ];
}

function further(topic: string, own: readonly Said[]): string {
  const sources = own.map(({ source }) => source);
  return from(cutAtWord(`- ${topic}, stated as well by ${citation(sources)}`, 400), ...sources);
}
