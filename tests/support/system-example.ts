import { readDecision } from "../../src/context/decisions.ts";
import {
  type DocumentKind,
  type Feature,
  listFeatures,
  loadContext,
  openWorkspace,
  readFeature,
  readFeatureFacts,
  review,
  reviewSystem,
  withText,
} from "../../src/core.ts";
import { resolveLink } from "../../src/feature/links/links.ts";
import { readMarkdown } from "../../src/markdown/index.ts";
import { reviewDecisions } from "../../src/review/decisions.ts";

export const workspace = openWorkspace(".");
export const context = loadContext(workspace.root, workspace.config);
/** The features of this repository, as they stand. */
export const features: Feature[] = listFeatures(workspace).map((key) => readFeature(workspace, key));
export const facts = features.map((feature) => readFeatureFacts(review(feature, context).model));

/** @returns the feature of a name, which the examples of checks across features change. */
export function featureNamed(name: string): Feature {
  const found = features.find(({ key }) => key.feature === name);
  if (!found) throw new Error(`an example names no feature: ${name}`);
  return found;
}

/** Reviews all features together, with one document of one of them changed. */
export function reviewSystemWith(changed: Feature, kind: DocumentKind, text: string) {
  const { model } = review(withText(workspace, changed, kind, text), context);
  return reviewSystem(
    facts.map((other, index) => (features[index] === changed ? readFeatureFacts(model) : other)),
    context,
  );
}

/** Reviews decision records by their file names, as if they were the whole log. */
export function reviewRecords(texts: Readonly<Record<string, string>>, today = "2026-11-21") {
  const sources = Object.entries(texts).map(([name, text]) => ({ file: `docs/adr/${name}`, text }));
  const there = new Set(sources.map(({ file }) => file));
  const broken = sources.flatMap(({ file, text }) =>
    readMarkdown(text).links.flatMap(({ url, span }) => {
      const { path } = resolveLink(url, file);
      return path === undefined || there.has(path) ? [] : [{ url, place: { file, line: span.line, column: span.column } }];
    }),
  );
  return reviewDecisions({ decisions: sources.map(({ file, text }) => readDecision(text, file)), broken }, context, today);
}

// A record begins with its name: `<!-- 0003-use-a-queue.md -->`.
const RECORD = /^<!-- (\S+\.md) -->\n/gm;

/** @returns the records of an example by their names. */
export function recordsOf(example: string): Record<string, string> {
  const [, ...parts] = example.split(RECORD);
  return Object.fromEntries(parts.flatMap((name, index) => (index % 2 === 0 ? [[name, parts[index + 1] ?? ""]] : [])));
}
