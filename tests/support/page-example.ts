import { readDecision } from "../../src/context/decisions.ts";
import { readCatalogue } from "../../src/context/patterns/catalogue.ts";
import {
  DECISION_CHECKS,
  DEFAULTS,
  type DocumentKind,
  type Feature,
  loadContext,
  openWorkspace,
  readFeature,
  review,
  reviewCatalogue,
  withText,
} from "../../src/core.ts";
import { readMarkdown } from "../../src/markdown/index.ts";
import { titleKey } from "../../src/text/names.ts";
import { featureNamed, recordsOf, reviewRecords, reviewSystemWith } from "./system-example.ts";

const KEY = { epic: "E00-examples", feature: "E00-F01-order-refunds" };
const MARK = /[ \t]*<!-- finding: ([a-z-]+) -->/g;
// `<!-- 02-architecture.md: Data Flow -->`: the example stands in place of that section of the worked example.
// With a feature before it, the example is for the checks across features.
const TARGET = /^<!-- (?:([\w-]+)\/)?([\w.-]+\.(?:md|ya?ml|json|proto|graphql))(?:: ([^>]+?))? -->/;

// As sources: a module may hold no HTML comment that looks like one of its own.
const LISTED = /\n*<!-- listed: ([^>]*?) -->/;
const TARGET_LINE = /^<!--[^\n]*\n/;

const workspace = openWorkspace(".");
const context = loadContext(workspace.root, workspace.config);
const clean: Feature = readFeature(workspace, KEY);

/** @returns the examples of a check's page: the blocks under Bad and under Good. */
export function readExamples(page: string): { bad: string[]; good: string[] } {
  const { allSections } = readMarkdown(page);
  const under = (title: string) => allSections.find((section) => section.title === title)?.blocks.map(({ value }) => value) ?? [];
  return { bad: under("Bad"), good: under("Good") };
}

/** @returns the messages that an example says are found in it; whether they are, its page's test shows. */
export function markedIn(example: string): string[] {
  return Array.from(example.matchAll(MARK), ([, message = ""]) => message);
}

export interface ExampleResult {
  /** Line and message of each mark in the example. */
  marked: string[];
  /** Line and message of each finding of the check. */
  found: string[];
  /** The other checks that found something at a marked line: what is missing elsewhere, now that a section is replaced, is not the example's. */
  others: string[];
}

/** A file of the catalogue, on a day; `<!-- listed: retry -->` says which patterns its page lists. */
function runCatalogueExample(example: string, id: string): ExampleResult {
  const listed = (LISTED.exec(example)?.[1] ?? "").split(/,\s*/).filter(Boolean);
  const text = example.replace(TARGET_LINE, "").replace(LISTED, "");
  const lines = text.split("\n");
  const marked = lines.flatMap((line, index) => [...line.matchAll(MARK)].map(([, message]) => `${index + 1} ${message}`));
  const source = { file: "context/patterns/patterns.md", text: lines.map((line) => line.replace(MARK, "")).join("\n") };
  const index = { file: "context/patterns/README.md", text: listed.map((slug) => `[${slug}](patterns.md#${slug})`).join("\n") };
  const findings = reviewCatalogue(readCatalogue([source], index), workspace.config, "2026-11-21");
  const own = findings.filter(({ check }) => check === id).map(({ place: { line }, message }) => `${line} ${message}`);
  return { marked: marked.sort(), found: [...new Set(own)].sort(), others: [] };
}

/** A contract in a language of machines, as if it stood in the worked example's folder. */
function runContractExample(example: string, name: string, id: string): ExampleResult {
  const lines = example.split("\n");
  const marked = lines.flatMap((line, index) => [...line.matchAll(MARK)].map(([, message]) => `${index + 1} ${message}`));
  const file = `${clean.folder}/${name}`;
  const text = lines.map((line) => line.replace(MARK, "")).join("\n");
  const { findings } = review({ ...clean, contracts: [{ file, text, referred: false }] }, context);
  const own = findings.filter(({ check, place }) => check === id && place.file === file);
  return { marked: marked.sort(), found: own.map(({ place: { line }, message }) => `${line} ${message}`).sort(), others: [] };
}

/** Decision records, each behind its name; together they are the whole log. */
function runRecordsExample(example: string, id: string): ExampleResult {
  const records = Object.entries(recordsOf(example));
  const marked = records.flatMap(([name, text]) =>
    text.split("\n").flatMap((line, index) => [...line.matchAll(MARK)].map(([, message]) => `${name}:${index + 1} ${message}`)),
  );
  const findings = reviewRecords(Object.fromEntries(records.map(([name, text]) => [name, text.replace(MARK, "")])));
  const told = findings.map(({ check, place: { file, line }, message }) => ({
    check,
    at: `${file.replace(/^.*\//, "")}:${line}`,
    message,
  }));
  const own = told.filter(({ check }) => check === id).map(({ at, message }) => `${at} ${message}`);
  const others = told.filter(({ check }) => check !== id).map(({ check }) => check);
  return { marked: marked.sort(), found: [...new Set(own)].sort(), others: [...new Set(others)] };
}

/** The feature, as if the record that the example ends with stood in docs/adr. */
function withRecord(feature: Feature, path: string | undefined, text: string): Feature {
  if (path === undefined) return feature;
  const target = { exists: true, anchors: readMarkdown(text).anchors, decision: readDecision(text, path) };
  return { ...feature, targets: new Map([...feature.targets, [path, target]]) };
}

/** Puts an example into the worked example, which is clean, and reviews the whole. */
export function runExample(example: string, id: string): ExampleResult {
  if (example.startsWith("<!-- patterns.md -->")) return runCatalogueExample(example, id);
  if (DECISION_CHECKS.some((check) => check.id === id)) return runRecordsExample(example, id);
  const [, name, file = "", part] = TARGET.exec(example) ?? [];
  if (/\.(?:ya?ml|json|proto|graphql)$/.test(file)) return runContractExample(example.replace(TARGET_LINE, ""), file, id);
  const kind = (Object.keys(DEFAULTS.files) as DocumentKind[]).find((candidate) => DEFAULTS.files[candidate] === file);
  if (!kind) throw new Error(`an example names no document: ${example.slice(0, 60)}`);
  const [changes = "", record, recordText = ""] = example.replace(TARGET, "").split(/^<!-- (docs\/adr\/\S+\.md) -->\n/m);
  const before = name === undefined ? clean : featureNamed(name);
  const text = place(before.documents[kind]?.markdown.text ?? "", part, changes);
  const lines = text.split("\n");
  const marked = lines.flatMap((line, index) => [...line.matchAll(MARK)].map(([, message]) => `${index + 1} ${message}`));
  const unmarked = lines.map((line) => line.replace(MARK, "")).join("\n");
  const feature = withRecord(withText(workspace, before, kind, unmarked), record, recordText);
  const { findings } = name === undefined ? review(feature, context) : reviewSystemWith(before, kind, unmarked);
  const own = findings.filter(({ check }) => check === id).map(({ place: { line }, message }) => `${line} ${message}`);
  const places = new Set(marked.map((mark) => Number(mark.split(" ")[0])));
  const beside = findings.filter(({ check, place: { file: at, line } }) => check !== id && at.endsWith(file) && places.has(line));
  return { marked: marked.sort(), found: [...new Set(own)].sort(), others: [...new Set(beside.map(({ check }) => check))] };
}

/** The first line of the example stands on the heading's line when it only marks it. */
function place(text: string, part: string | undefined, example: string): string {
  const [head = "", ...rest] = example.split("\n");
  const body = rest.join("\n");
  const document = readMarkdown(text);
  if (part === undefined) return body;
  if (part === "front matter") return `---\n${body}\n---${text.slice(document.frontMatter.span?.end)}`;
  const section = document.allSections.find(({ title }) => titleKey(title) === titleKey(part));
  if (!section) throw new Error(`the worked example has no section "${part}"`);
  return `${text.slice(0, section.heading.end)}${head.trimEnd()}\n\n${body}\n\n${text.slice(section.span.end)}`;
}
