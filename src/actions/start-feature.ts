import { type DocumentKind, type InterfaceKind, OUTPUT_KINDS } from "../config/config.ts";
import type { Context } from "../context/types.ts";
import { formatKey, refuseTwinInCapitals } from "../feature/key.ts";
import { folderOf, listFeatures } from "../feature/list-features.ts";
import { readFeature } from "../feature/read-feature.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { setFrontMatter } from "../feature/writing/edit.ts";
import { exists, writeText } from "../feature/writing/write-document.ts";
import { KnownError } from "../findings/errors.ts";
import { statedIn } from "../guide/stated/read.ts";
import { bareTitle } from "../guide/stated/title.ts";
import { readMarkdown } from "../markdown/index.ts";
import { review } from "../review/feature.ts";

/** What a feature is begun with. */
export interface Start {
  key: FeatureKey;
  /** Absent: the PRD's title, or the feature's key in words. */
  title?: string;
  /** Empty: what the PRD says. */
  interfaces: readonly InterfaceKind[];
  /** The day, as YYYY-MM-DD. */
  today: string;
}

const INPUTS: readonly DocumentKind[] = ["prd", "research"];

/**
 * Creates the skeletons of the required inputs where they are not there. What exists is left as it is.
 *
 * @returns the paths of the files that were created
 * @throws KnownError (`key`) where a feature exists whose key differs by capitals alone
 */
export function createInputs(workspace: Workspace, context: Context, { key, title, interfaces, today }: Start): string[] {
  refuseTwinInCapitals(key, listFeatures(workspace));
  return INPUTS.flatMap((kind) => {
    const file = `${folderOf(workspace, key)}/${workspace.config.files[kind]}`;
    if (exists(workspace, file)) return [];
    const { text, sections } = readMarkdown(withoutComments(context.templates[kind].text));
    const body = text.slice(sections[0]?.span.start ?? 0).replace("{Feature Title}", () => title ?? inWords(key.feature));
    const values = {
      epic: key.epic,
      feature: key.feature,
      title: title ?? inWords(key.feature),
      status: "draft",
      last_updated: today,
      ...(kind === "prd" && interfaces.length > 0 && { interfaces }),
    };
    writeText(workspace, file, setFrontMatter(readMarkdown(body), values), null);
    return [file];
  });
}

/**
 * Creates the outputs that are not there yet, each with its front matter and title. What exists is left as it is.
 *
 * @returns the paths of the files that were created
 * @throws KnownError (`interfaces`) where neither the caller nor the PRD says which kinds of interface there are, and the PRD names no
 *   endpoint, command, event or function that would show it
 */
export function startOutputs(workspace: Workspace, context: Context, { key, title, interfaces, today }: Start): string[] {
  const feature = readFeature(workspace, key);
  if (OUTPUT_KINDS.every((kind) => feature.documents[kind])) return [];
  const { model } = review(feature, context);
  const kinds = interfaces.length > 0 ? interfaces : statedIn(model).kinds;
  if (kinds.length === 0)
    throw new KnownError(
      "interfaces",
      `the kinds of interface of ${formatKey(key)} are not chosen`,
      "Ask which the feature offers, and name them: any of api, library, cli, service.",
    );
  const prd = feature.documents.prd?.markdown;
  const name = title ?? titleOf(prd?.frontMatter.data.title) ?? titleOf(bareTitle(prd?.sections[0]?.title ?? "")) ?? inWords(key.feature);
  const owner = titleOf(prd?.frontMatter.data.owner);
  return OUTPUT_KINDS.flatMap((kind) => {
    if (feature.documents[kind]) return [];
    const file = `${feature.folder}/${workspace.config.files[kind]}`;
    const heading = (readMarkdown(context.templates[kind].text).sections[0]?.title ?? "{Feature Title}").replace(
      "{Feature Title}",
      () => name,
    );
    const values = {
      epic: key.epic,
      feature: key.feature,
      title: heading,
      status: "draft",
      last_updated: today,
      ...(owner && { owner }),
      interfaces: kinds,
    };
    writeText(workspace, file, setFrontMatter(readMarkdown(`# ${heading}\n`), values), null);
    return [file];
  });
}

function titleOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** `E01-F02-order-refunds` reads as "Order refunds". */
function inWords(feature: string): string {
  const words =
    feature
      .replace(/^(?:[A-Z]+\d+-)+/, "")
      .replace(/[-_.]+/g, " ")
      .trim() || feature;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Guidance is for the brief, never for the document. */
function withoutComments(text: string): string {
  const { comments } = readMarkdown(text);
  let kept = "";
  let at = 0;
  for (const { span } of comments) {
    kept += text.slice(at, span.start);
    at = span.end;
  }
  return (kept + text.slice(at)).replace(/\n{3,}/g, "\n\n");
}
