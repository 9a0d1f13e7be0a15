import {
  cautionsOf,
  checkPage,
  checkPageIds,
  DOCUMENT_KINDS,
  describeSteps,
  type FeatureKey,
  featureKey,
  isKind,
  KnownError,
  patternText,
  reportChecklist,
  reportTraceMarkdown,
  review,
  stepsOf,
  traceRequirements,
} from "../index.ts";
import type { Project } from "./project.ts";
import { wordStep } from "./shapes.ts";
import { words } from "./words.ts";

const SCHEME = "groundplan://";

/** The computed pages of a feature, beside its documents. */
export const COMPUTED = ["checklist", "trace"] as const;

type Reader = (project: Project, names: readonly string[]) => string | undefined;

/** Each kind of page by the first word of its address, and how many names follow it. */
const READERS: Record<string, { names: number; read: Reader }> = {
  workflow: { names: 0, read: () => workflow() },
  templates: { names: 1, read: ({ context }, [kind = ""]) => context.templates[knownKind(kind)].text },
  patterns: { names: 1, read: ({ workspace }, [slug = ""]) => patternText(workspace, slug) },
  checks: { names: 1, read: (_project, [id = ""]) => checkPage(id) },
  features: { names: 3, read: (project, [epic = "", feature = "", page = ""]) => featurePage(project, featureKey(epic, feature), page) },
};

/**
 * Reads a page by its address: the one way to it, for resources and for the tool alike.
 *
 * @returns Markdown; undefined where the feature has no such document yet
 * @throws KnownError `address`, `key`, `kind`, `target`, `no-feature`, `unreadable`
 */
export function readPage(project: Project, address: string): string | undefined {
  const [kind = "", ...names] = address.startsWith(SCHEME) ? address.slice(SCHEME.length).split("/").map(decode) : [];
  const reader = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
  if (!reader || names.length !== reader.names)
    throw new KnownError(
      "address",
      `unexpected address ${JSON.stringify(address.slice(0, 100))}`,
      `Expected one of ${ADDRESSES.join(", ")}.`,
    );
  return reader.read(project, names);
}

/** The forms that an address may have. */
export const ADDRESSES = [
  "groundplan://workflow",
  "groundplan://templates/{kind}",
  "groundplan://patterns/{slug}",
  "groundplan://checks/{id}",
  "groundplan://features/{epic}/{feature}/{page}",
] as const;

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function workflow(): string {
  const steps = describeSteps().map(({ number, title, id, gate }) => `${number}. **${title}** (${id}): done when ${gate}.`);
  return `# The workflow\n\n${words("instructions")}\n\n## The seven steps\n\n${steps.join("\n")}\n`;
}

function featurePage(project: Project, key: FeatureKey, page: string): string | undefined {
  if (page === "checklist" || page === "trace") {
    const reviewed = review(project.read(key), project.context);
    if (page === "trace")
      return `# Requirements\n\n${reportTraceMarkdown(traceRequirements(reviewed.model), reviewed.model.feature.folder)}`;
    const steps = stepsOf(reviewed).map(wordStep);
    const cautions = cautionsOf(reviewed.model).map(({ place, text }) => `- ${place.file}:${place.line}: ${text}`);
    return `# Quality checklist\n\n${reportChecklist(reviewed.checklist)}\n## Steps\n\n${steps.join("\n")}\n${cautions.length > 0 ? `\n## Cautions\n\n${cautions.join("\n")}\n` : ""}`;
  }
  const document = project.read(key).documents[knownKind(page)];
  if (document?.trouble)
    throw new KnownError(
      "unreadable",
      `${document.file} cannot be read as text (${document.trouble})`,
      "Ask the person to mend the file by hand.",
    );
  return document?.markdown.text;
}

function knownKind(kind: string) {
  if (isKind(kind)) return kind;
  throw new KnownError(
    "kind",
    `unexpected kind of document ${JSON.stringify(kind.slice(0, 60))}`,
    `Expected one of ${[...DOCUMENT_KINDS, ...COMPUTED].join(", ")}.`,
  );
}

/** @returns the names that complete an address of a kind. */
export function pageNames({ context }: Project): Record<"templates" | "patterns" | "checks", string[]> {
  return { templates: [...DOCUMENT_KINDS], patterns: context.patterns.map(({ slug }) => slug), checks: checkPageIds() };
}

/** The largest page, in characters; hosts cut longer ones without saying so. */
const LIMIT = 39_000;

/** @returns the text, cut at a line's end where it is too long, with a last line that says so. */
export function cutPage(text: string): string {
  if (text.length <= LIMIT) return text;
  return `${text.slice(0, text.lastIndexOf("\n", LIMIT))}\n\n(groundplan shows the first ${LIMIT} of ${text.length} characters; read the file for the rest.)\n`;
}
