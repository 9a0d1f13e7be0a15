import { briefFor, type Context, type Model, type OutputKind, proposePatterns, type Review, sectionTextOf } from "../core.ts";
import type { ModelRequest } from "./call/types.ts";
import type { FeatureRun } from "./feature-run.ts";
import type { PlannedSection } from "./plan.ts";
import { asDocument, clean } from "./untrusted.ts";
import { type Role, words } from "./words.ts";

/** A section may be so much longer than its share before it is told to be too long. */
const TOLERANCE = 1.35;

/** @returns the most lines that a section may have, its heading included. */
export function mostLines(share: number): number {
  return Math.max(share + 4, Math.floor(share * TOLERANCE));
}

type System = Exclude<ModelRequest["system"], string | undefined>;

/**
 * The part of a request that all sections of a document share. It is the same to the byte for every one of them,
 * so that the second and all later calls read it from the cache: first what all features share, then the feature's inputs.
 */
export function systemFor(role: Role, documents: string): System {
  return [
    { type: "text", text: `${role.instructions}\n\n${words("rules")}`, cache_control: { type: "ephemeral" } },
    { type: "text", text: documents, cache_control: { type: "ephemeral" } },
  ];
}

/** @returns the inputs of a feature, marked as data, in the order of their numbers. */
export function inputDocuments({ feature, documents }: Model): string {
  const kinds = ["prd", "research", "contracts", "data-design"] as const;
  return kinds
    .flatMap((kind) => documents[kind] ?? [])
    .map(({ file, markdown }) => asDocument(file.slice(feature.folder.length + 1), markdown.text))
    .join("\n\n");
}

/** @returns the first words on a section that is to be written. */
export function openingFor(run: FeatureRun, review: Review, { document, section, draft }: PlannedSection): string {
  const brief = briefFor(review, document, section);
  if (!brief) return words("opening", { document, section });
  return words("opening", {
    ...{ document, section, form: brief.form, lines: String(brief.lines), most: String(mostLines(brief.lines)) },
    file: shortName(run.context, document),
    guidance: block("Guidance", clean(brief.guidance)),
    shape: block("Shape", brief.shape.join("\n")),
    facts: brief.facts.map(({ label, from, items }) => `\n${asDocument(`${label} (${from})`, bullets(items))}\n`).join(""),
    names: namesInUse(review.model),
    patterns: patternsFor(review, document, section),
    links: block("Link to", bullets(brief.links)),
    draft:
      draft === ""
        ? ""
        : `\nThe draft was composed from the inputs without judgement. Keep what it states, decide what it leaves open, and cut what the section does not need.\n\n${asDocument("draft", draft)}\n`,
  });
}

/** @returns the first words on a section that stands and has to be changed. */
export function mendingFor(run: FeatureRun, review: Review, document: OutputKind, section: string, problems: readonly string[]): string {
  const present = sectionTextOf(review.model.documents[document], section) ?? "";
  return words("mend", {
    ...{ document, section },
    file: shortName(run.context, document),
    problems: clean(bullets(problems)),
    shape: block("Shape", (briefFor(review, document, section)?.shape ?? []).join("\n")),
    present: asDocument(section, present),
  });
}

function shortName({ config }: Context, document: OutputKind): string {
  return config.files[document];
}

/** What was named so far: a later section calls it the same. */
function namesInUse({ architecture, backend }: Model): string {
  const named: [string, { name: string }[]][] = [
    ["components", architecture.components],
    ["data structures", backend.structures],
    ["interfaces", backend.interfaces],
  ];
  const lines = named.flatMap(([what, items]) => (items.length > 0 ? [`${what}: ${items.map(({ name }) => name).join(", ")}`] : []));
  return lines.length > 0 ? `\n${asDocument("names in use", lines.join("\n"))}\n` : "";
}

function patternsFor({ model }: Review, document: OutputKind, section: string): string {
  const template = model.context.templates[document].sections.find(({ title }) => title === section);
  if (![template, ...(template?.sections ?? [])].some((candidate) => candidate?.facts === "patterns")) return "";
  const proposals = proposePatterns(model).map(
    ({ pattern, link, because }) => `${pattern.title} (${link}), called for by: ${clean(because)}`,
  );
  return block("Apply each of these patterns by its link, or decline it with a reason", bullets(proposals));
}

function block(title: string, text: string): string {
  return text.trim() === "" ? "" : `\n${title}:\n${text}\n`;
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
