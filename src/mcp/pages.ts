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
  listFeatures,
  patternText,
  readFeature,
  reportChecklist,
  reportTraceMarkdown,
  review,
  stepsOf,
  traceRequirements,
} from "../core.ts";
import { ADDRESSES, COMPUTED, SCHEME } from "./addresses.ts";
import type { Project } from "./project.ts";
import { wordStep } from "./show.ts";
import { words } from "./words.ts";

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

interface Listed {
  uri: string;
  name: string;
  title?: string;
}

function listTemplates({ context: { templates } }: Project): Listed[] {
  return DOCUMENT_KINDS.map((kind) => ({ uri: `groundplan://templates/${kind}`, name: `template-${kind}`, title: templates[kind].title }));
}

/** At most so many documents in the list; what is not listed can be read all the same. */
const MOST_DOCUMENTS = 150;

function listDocuments({ workspace }: Project): Listed[] {
  const listed: Listed[] = [];
  for (const key of listFeatures(workspace)) {
    if (listed.length >= MOST_DOCUMENTS) break;
    for (const { kind, file } of Object.values(readFeature(workspace, key).documents))
      listed.push({ uri: `groundplan://features/${key.epic}/${key.feature}/${kind}`, name: file });
  }
  return listed.slice(0, MOST_DOCUMENTS);
}

/** The pages that are listed; patterns and pages of checks are found by search and by name. */
export const LISTS = { templates: listTemplates, documents: listDocuments };
