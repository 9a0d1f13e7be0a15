import type { Flow, FlowLine, Lines, Span } from "../../../markdown/index.ts";
import { type Draft, record, type Scope, type Walk } from "../draft.ts";
import { isSetAside, isStating } from "../ground.ts";
import { itemTitle } from "../item-title.ts";
import { columnRole } from "../lexicon.ts";
import { type Candidate, readLine } from "../lines.ts";
import { signsOf } from "../signs.ts";
import { drawnTable } from "./boxes.ts";
import { ownIdOf } from "./headings.ts";
import { readTable } from "./tables.ts";

type Fence = Extract<Flow, { form: "fence" }>;

/** Characters of which boxes are drawn. */
const BOX = /[\u2500-\u257f\u2580-\u259f|+]|-{3,}|={3,}/g;
const ENDPOINT = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s{1,8}\/\S/;

/** Reads what a fenced block states: scenarios in Gherkin, endpoints, lines with ids in boxes; all else in it is an example. */
export function readFence(walk: Walk, fence: Fence, scope: Scope, lines: Lines): void {
  const at = (index: number, text: string): FlowLine => lineOf(fence, index, text, lines);
  const texts = fence.value.split("\n");
  const scenarios = texts.flatMap((text, index) => (isScenario(walk, text) ? [index] : []));
  if (
    scenarios.length > 0 &&
    (/^(?:gherkin|feature|cucumber)?$/.test(fence.language) || texts.some((text) => /^\s*(?:Given|When)\b/.test(text)))
  ) {
    for (const [order, index] of scenarios.entries())
      stateScenario(walk, texts.slice(index, scenarios[order + 1]), (text) => at(index, text), scope);
    return;
  }
  const plain = /^(?:|text|txt|plain|ascii|http)$/.test(fence.language);
  const table = plain ? drawnTable(fence, offsetOf(fence), lines) : undefined;
  if (table && statesIn(walk, table)) {
    readTable(walk, table, { ...scope, holder: undefined, owner: scope.holder ?? scope.owner });
    return;
  }
  const stated = plain && !isSetAside(scope.ground) ? readLines(walk, texts, at, scope) : 0;
  if (stated === 0) record(walk, scope, { role: "context", form: "fence", text: "", by: "it is an example", span: fence.span });
}

/** @returns how many lines of a block said something; what stands below a line with an id, up to the next edge, belongs to it */
function readLines(walk: Walk, texts: readonly string[], at: (index: number, text: string) => FlowLine, scope: Scope): number {
  let last: Draft | undefined;
  let found = 0;
  for (const [index, text] of texts.entries()) {
    const [candidate] = candidates(walk, text, at, index, scope);
    const bare = bareOf(text);
    if (candidate) {
      found++;
      const draft = readLine(walk, candidate, { ...scope, holder: undefined });
      last = candidate.signs.id && SIDE.test(text) ? draft : undefined;
    } else if (bare === "") last = undefined;
    else last?.parts.push(bare);
  }
  return found;
}

/** The side of a box. */
const SIDE = /^\s{0,40}[│┃║|]/;
const BULLET = /^(?:[•●▪◦・○■□◆*-]|\d{1,2}[.)．、])\s{0,4}(?=\S)/;

function bareOf(text: string): string {
  return text.replace(BOX, " ").trim();
}

/** A box may as well be the picture of a screen. */
function statesIn(walk: Walk, { header, rows }: Extract<Flow, { form: "table" }>): boolean {
  const roles = header.map(({ text }) => columnRole(walk.reader.lexicon, text));
  const withId = rows.filter(({ cells }) => signsOf(cells[0]?.text ?? "", walk.reader).id?.known).length;
  return roles.includes("text") || (roles.includes("id") && header.length > 1) || withId * 2 >= rows.length;
}

function isScenario(walk: Walk, text: string): boolean {
  return itemTitle(walk.reader.lexicon, text.trim())?.role === "criterion" && /[:：]/.test(text);
}

function stateScenario(walk: Walk, texts: readonly string[], at: (text: string) => FlowLine, scope: Scope): Draft {
  const line = at(texts[0]?.trim() ?? "");
  const aside = isSetAside(scope.ground);
  return record(walk, scope, {
    role: aside ? "context" : "statement",
    form: "fence",
    text: itemTitle(walk.reader.lexicon, line.text)?.rest ?? line.text,
    parts: texts
      .slice(1)
      .map((text) => text.trim())
      .filter(Boolean),
    kind: "criterion",
    normative: true,
    by: "a scenario in Gherkin",
    span: line.span,
  });
}

/** A line in a box counts by its id; below requirements, the first line of an endpoint does too. */
function candidates(walk: Walk, text: string, at: (index: number, text: string) => FlowLine, index: number, scope: Scope): Candidate[] {
  const drawn = bareOf(text);
  if (drawn === "") return [];
  const bare = SIDE.test(text) && isStating(scope.ground) ? drawn.replace(BULLET, "") : drawn;
  const signs = signsOf(bare, walk.reader);
  const own = signs.id?.known === true && (signs.id.separated || SIDE.test(text)) && ownIdOf(walk, signs, scope.ground) !== undefined;
  const endpoint = ENDPOINT.test(bare) && isStating(scope.ground) && scope.ground.role !== "criterion" && scope.ground.role !== "test";
  // In a box below requirements, a point of a list that obliges is one, whatever else the picture shows.
  const obliges = bare !== drawn && signs.duty;
  return own || endpoint || obliges ? [{ line: at(index, bare), form: "item", signs: { ...signs, bare: false } }] : [];
}

/** The text of a fence begins on its second line, that of an indented block on its first. */
function offsetOf({ span, language, value }: Pick<Fence, "span" | "language" | "value">): number {
  return language !== "" || span.endLine - span.line > value.split("\n").length - 1 ? 1 : 0;
}

function lineOf({ span, language, value }: Fence, index: number, text: string, lines: Lines): FlowLine {
  const line = span.line + index + offsetOf({ span, language, value });
  const start = lines.offset(line, 1);
  const inside: Span = lines.span(start, start + text.length);
  return { text, source: text, codes: [], span: { ...inside, endLine: line }, wholly: false, struck: false, link: false };
}
