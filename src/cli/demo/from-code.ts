import { cpSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import {
  codeOf,
  DEFAULTS,
  type FeatureKey,
  keptOrigins,
  loadContext,
  OUTPUT_KINDS,
  openDecisions,
  openWorkspace,
  packageRoot,
  readFeature,
  review,
} from "../../core.ts";
import { writeDraft } from "../draft/write.ts";
import type { Io } from "../io.ts";

/** What a PRD and the code alone gave. */
export interface FromCode {
  event: "drafted";
  /** What the code has, each with the place of the first. */
  survey: { what: string; count: number; first: string }[];
  documents: string[];
  lines: number[];
  sourced: number;
  proposed: number;
  errors: number;
  decisions: { question: string; file: string; line: number }[];
}

/** The repository of the example, as it is before the feature. */
const REPOSITORY = "context/demo/order-refunds";

/**
 * Drafts both documents of the example from its PRD and a small repository: what nobody has decided stays open.
 *
 * @param root an empty folder
 * @param prd the path of the PRD
 */
export async function draftFromCode(root: string, prd: string, key: FeatureKey, io: Io): Promise<FromCode> {
  copyRepository(join(packageRoot(), REPOSITORY), root);
  const folder = join(root, DEFAULTS.plan, key.epic, key.feature);
  mkdirSync(folder, { recursive: true });
  cpSync(prd, join(folder, DEFAULTS.files.prd));
  const workspace = openWorkspace(root);
  const context = loadContext(workspace.root, workspace.config);
  const code = await codeOf(workspace, { env: io.env, progress: () => {} });
  for (const _ of writeDraft({ workspace, context, key, survey: code?.survey, interfaces: [], today: io.today() }));
  const after = review(readFeature(workspace, key), context);
  const documents = OUTPUT_KINDS.map((kind) => join(folder, DEFAULTS.files[kind]));
  const rows = (keptOrigins(workspace, key) ?? []).flatMap((section) => section.rows);
  return {
    event: "drafted",
    survey: found(code?.survey),
    documents,
    lines: OUTPUT_KINDS.map((kind) => (after.model.documents[kind]?.markdown.text.split("\n").length ?? 1) - 1),
    sourced: rows.length,
    proposed: rows.filter(({ proposed }) => proposed).length,
    errors: after.findings.filter(({ severity }) => severity === "error").length,
    decisions: openDecisions(after.model).map(({ question, file, line }) => ({ question, file, line })),
  };
}

type Facts = NonNullable<Awaited<ReturnType<typeof codeOf>>>["survey"];

function found(survey: Facts | undefined): FromCode["survey"] {
  if (!survey) return [];
  const { routes, types, tables } = survey;
  return [
    { what: "endpoints", all: routes },
    { what: "types", all: types },
    { what: "tables", all: tables },
  ].flatMap(({ what, all }) => {
    const [first] = all;
    return first ? [{ what, count: all.length, first: `${first.file}:${first.line}` }] : [];
  });
}

/** Its files end in .txt, so that no tool takes them for code of the package. */
function copyRepository(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && entry.name.endsWith(".txt"))
      renameSync(join(entry.parentPath, entry.name), join(entry.parentPath, entry.name.slice(0, -".txt".length)));
}
