import { drawingIn } from "../diagrams/drawings.ts";
import { INLINE_CALLS } from "./calls.ts";
import { findConfiguration, holdsNestedSettings, INLINE_CONFIGURATION } from "./configuration.ts";
import { DEFINITION_LINES, DEFINITIONS, INLINE_HEADERS } from "./definitions.ts";
import { languageNamed } from "./languages.ts";
import { INLINE_MARKUP, MARKUP, MARKUP_LINES } from "./markup.ts";
import { isPayload, isPrinted, isSession } from "./output.ts";
import { isFormula, isPunctuated, isSentence } from "./prose.ts";
import { INLINE_QUERIES, QUERIES } from "./queries.ts";
import { type Search, searchIn } from "./rules.ts";
import { INLINE_SHELL, isScript, runsCommands, SHELL, SHELL_LINES } from "./shell.ts";
import { INLINE_SQL, SQL, SQL_LINES } from "./sql.ts";
import { STATEMENT_LINES } from "./statement-lines.ts";
import { INLINE_STATEMENTS, STATEMENTS } from "./statements.ts";
import type { CodeFact, Container } from "./types.ts";

/** What begins inline code and is more than a name there: a class or an attribute alone is a name. */
const INLINE_DEFINITIONS = [
  ...DEFINITION_LINES.filter(({ language, construct }) => language === "" && construct !== "class"),
  ...INLINE_HEADERS,
];

/**
 * Finds the code in a text, whatever the text stands in. Pure, and linear in the length of the text.
 *
 * @returns what was found in the order of the text, nothing twice; empty for prose, names, payloads and what a tool printed
 */
export function findCode(text: string, container: Container): CodeFact[] {
  if (container.form === "block") return findInBlock(text, container.language ?? "");
  // Most inline code is a name; there are many, and what is one word without any mark of a statement needs no rule.
  if (container.form === "inline" && !/[\s;$"'<]|::|\[\w+\]\)|\(\w+=/.test(text)) return [];
  const search = searchIn(text);
  if (container.form === "inline") return inOrder([...anywhere(search), ...wholly(text, search)]);
  // A sentence that shares its words with a statement is none.
  return inOrder(anywhere(search).filter(({ kind, start, end }) => kind !== "statement" || !isSentence(text.slice(start, end))));
}

function anywhere(search: Search): CodeFact[] {
  return [
    ...search("sql", SQL),
    ...search("definition", DEFINITIONS),
    ...search("statement", [...STATEMENTS, ...QUERIES]),
    ...search("shell", SHELL),
    ...search("markup", MARKUP),
  ];
}

/** What inline code is as a whole. */
function wholly(text: string, search: Search): CodeFact[] {
  const facts = [
    ...search("sql", INLINE_SQL),
    ...search("definition", INLINE_DEFINITIONS),
    ...search("shell", INLINE_SHELL),
    ...search("configuration", INLINE_CONFIGURATION),
    ...search("markup", INLINE_MARKUP),
  ];
  const statements = isFormula(text) || isSentence(text) ? [] : [...INLINE_STATEMENTS, ...INLINE_QUERIES, ...INLINE_CALLS];
  return [...facts, ...search("statement", statements)];
}

function findInBlock(text: string, label: string): CodeFact[] {
  const drawing = drawingIn(text, label);
  const whole = { start: 0, end: text.length };
  if (drawing) return [{ kind: "drawing", language: drawing.form === "tool" ? drawing.tool : "", construct: drawing.form, ...whole }];
  if (isPrinted(text) || isPayload(text) || isUnlabelledMermaid(text)) return [];
  const named = languageNamed(label);
  if (isSession(text) && (named === undefined || named === "shell")) return [];
  const configuration = findConfiguration(text);
  if (configuration.length > 0) return configuration;
  const search = searchIn(text);
  const facts = [
    ...anywhere(search),
    ...search("sql", SQL_LINES),
    ...search("shell", SHELL_LINES),
    ...spoken(text, search("definition", DEFINITION_LINES)),
    ...spoken(text, search("statement", STATEMENT_LINES)),
    ...search("markup", MARKUP_LINES),
  ];
  if (facts.length > 0) return inOrder(facts);
  if (runsCommands(text) || (named === "shell" && isScript(text)))
    return [{ kind: "shell", language: "shell", construct: "script", ...whole }];
  if (holdsNestedSettings(text)) return [{ kind: "configuration", language: named ?? "", construct: "settings", ...whole }];
  if (isPunctuated(text)) return [{ kind: "statement", language: named ?? "", construct: "code", ...whole }];
  return declared(text, label);
}

/** A diagram whose fence does not name it is refused as a block, and is no code. */
function isUnlabelledMermaid(text: string): boolean {
  return /^\s{0,200}(?:sequenceDiagram|flowchart [A-Z]{2}|graph [A-Z]{2}|classDiagram|erDiagram|stateDiagram|gantt)\b/.test(text);
}

/** Leaves out what only begins as code does: a wrapped sentence may begin with "if", "using" or "public", a formula is no assignment. */
function spoken(text: string, facts: readonly CodeFact[]): CodeFact[] {
  // Many facts may stand on one long line, which is judged once.
  let judged = { from: 0, to: -1, spoken: false };
  return facts.filter(({ start }) => {
    if (start < judged.from || start > judged.to) {
      const from = text.lastIndexOf("\n", start - 1) + 1;
      const end = text.indexOf("\n", start);
      const to = end < 0 ? text.length : end;
      const line = text.slice(from, to);
      judged = { from, to, spoken: isSentence(line) || isFormula(line) };
    }
    return !judged.spoken;
  });
}

/** A block that says that it holds code, and has any of the marks that prose does not have, is taken at its word. */
function declared(text: string, label: string): CodeFact[] {
  const language = languageNamed(label);
  if (language === undefined || language === "shell" || !/[(){}[\]=;<>:|]/.test(text)) return [];
  return [{ kind: "statement", language, construct: "code", start: 0, end: text.length }];
}

/** Sorts by place, and leaves out what lies in another fact: of two that begin alike, the one told first stays. */
function inOrder(facts: readonly CodeFact[]): CodeFact[] {
  const kept: CodeFact[] = [];
  for (const fact of [...facts].sort((a, b) => a.start - b.start)) if (fact.start >= (kept.at(-1)?.end ?? 0)) kept.push(fact);
  return kept;
}
