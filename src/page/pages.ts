import { setImmediate } from "node:timers/promises";
import {
  type Context,
  type FeatureFacts,
  type FeatureKey,
  type Model,
  type Review,
  readFeatureFacts,
  reviewSystem,
  showOverview,
  type Workspace,
} from "../core.ts";
import { type Addresses, addressesOf, type PageName } from "./addresses.ts";
import { showFeature } from "./feature/feature.ts";
import { renderFrame } from "./frame.ts";
import { Html, heading, html } from "./html.ts";
import { renderOverview } from "./overview.ts";
import type { Changes } from "./since/changes.ts";
import type { Site, Standing } from "./types.ts";
import { renderPatterns } from "./whole/patterns.ts";
import { renderSystem } from "./whole/system.ts";

/** What pages are made from. */
export interface PageSource {
  workspace: Workspace;
  context: Context;
  keys: readonly FeatureKey[];
  /** The name that stands on top of each page. */
  project: string;
  /** Of which day and commit they are. */
  as: string;
  review(key: FeatureKey): Review;
  /** @returns what of a feature is not as it was at the revision that it is compared with */
  changes?(now: Model): Changes;
  /** @returns a diagram as SVG that was rebuilt from what a drawing may consist of; undefined where it was not drawn */
  draw(text: string): Promise<string | undefined>;
  /** The pages are served. */
  live?: boolean;
  onShown?(done: number, all: number): void;
}

/** A file to write, by its path relative to the folder of the first page. */
export interface PageFile {
  path: string;
  text: string;
}

/** Beyond so many features each has a page of its own. */
const MOST_ON_ONE = 50;
/** No page is larger, in characters. */
const LARGEST = 5_000_000;

/** The rank of a feature's own heading: above it stands the project. */
const RANK = 2;

/**
 * Makes the pages of a plan: one that holds all, or an index with a page for each feature where there are many, or where one page would be
 * too large.
 *
 * @param name the first page's file, without its ending
 */
export async function* makePages(source: PageSource, name: string): AsyncGenerator<PageFile> {
  if (source.keys.length <= MOST_ON_ONE) {
    const files: PageFile[] = [];
    for await (const file of compose(source, name, false)) files.push(file);
    if (files.every(({ text }) => text.length <= LARGEST) || source.keys.length < 2) {
      yield* files;
      return;
    }
  }
  yield* compose(source, name, true);
}

async function* compose(source: PageSource, name: string, many: boolean): AsyncGenerator<PageFile> {
  const { workspace, context, keys, review } = source;
  const addresses = addressesOf(workspace, keys, name, many);
  const standings: Standing[] = [];
  const facts: FeatureFacts[] = [];
  const articles: Html[] = [];
  const frame = (page: PageName, title: string, content: Html) => ({
    path: addresses.fileOf(page),
    text: renderFrame({
      ...source,
      title,
      content,
      links: linksOf(addresses.from(page), standings, keys.length > 1, many && page !== "index"),
    }),
  });
  for (const [index, key] of keys.entries()) {
    const reviewed = review(key);
    const site = await siteFor(key, addresses, textsOf(reviewed.model), source);
    const { standing, article } = showFeature(reviewed, site, source.changes?.(reviewed.model));
    standings.push(standing);
    if (keys.length > 1) facts.push(readFeatureFacts(reviewed.model));
    if (many) yield frame(key, standing.title, article);
    else articles.push(article);
    source.onShown?.(index + 1, keys.length);
    // What the parser has lent is given back between two turns of the loop.
    await setImmediate();
  }
  const whole = keys.length > 1 ? await showWhole(source, addresses, context, facts) : [];
  const from = addresses.from("index");
  const overview = section(
    "overview",
    "Overview",
    renderOverview(standings, ({ key, id }) => from(key, id)),
  );
  if (many) {
    for (const { page, title, content } of whole) yield frame(page, title, section(page, title, content));
    yield frame("index", source.project, overview);
  } else {
    const wholes = whole.map(({ page, title, content }) => section(page, title, content));
    yield frame("index", source.project, html`${keys.length === 1 ? html`` : overview}${articles}${wholes}`);
  }
}

function section(id: string, title: string, content: Html): Html {
  return html`<section class="view" id="${id}" aria-labelledby="${id}.title">${heading(RANK, `${id}.title`, title)}${content}</section>`;
}

interface Whole {
  page: "system" | "patterns";
  title: string;
  content: Html;
}

async function showWhole(source: PageSource, addresses: Addresses, context: Context, facts: readonly FeatureFacts[]): Promise<Whole[]> {
  const overview = showOverview(source.workspace, context, facts);
  const { findings } = reviewSystem(facts, context);
  const texts = [...overview.text.matchAll(/^```mermaid\n([\s\S]*?)\n```$/gm)].map(([, text = ""]) => ({
    text,
    label: "Diagram of the whole system",
  }));
  const site = await siteFor("system", addresses, texts, source);
  return [
    { page: "system", title: "Whole system", content: renderSystem(overview, findings, site) },
    {
      page: "patterns",
      title: "Patterns and decisions",
      content: renderPatterns(overview.system, { ...site, addressOf: addresses.ofFile("patterns") }),
    },
  ];
}

/** What Mermaid refuses is not tried. */
function textsOf({ diagrams }: Model): { text: string; label: string }[] {
  return diagrams
    .filter(({ problem }) => problem === undefined)
    .map(({ block, section, type }) => ({ text: block.value, label: `Diagram (${type}): ${section}` }));
}

async function siteFor(
  page: PageName,
  addresses: Addresses,
  texts: readonly { text: string; label: string }[],
  { draw }: PageSource,
): Promise<Site> {
  const drawings = new Map<string, Html>();
  for (const { text, label } of texts) {
    const drawn = await draw(text);
    if (drawn !== undefined) drawings.set(text, labelled(drawn, label));
  }
  return { rank: RANK, drawings, addressOf: addresses.ofFile(page) };
}

function labelled(drawn: string, label: string): Html {
  return html`${Html.trusted("<svg ")}aria-label="${label}" ${Html.trusted(drawn.slice("<svg ".length))}`;
}

function linksOf(from: ReturnType<Addresses["from"]>, standings: readonly Standing[], several: boolean, alone: boolean) {
  const features = alone ? [] : standings.map(({ key, id, title }) => ({ name: title, address: from(key, id), group: key.epic }));
  if (!several) return features;
  return [
    { name: "Overview", address: from("index", "overview") },
    { name: "Whole system", address: from("system", "system") },
    { name: "Patterns and decisions", address: from("patterns", "patterns") },
    ...features,
  ];
}
