import { type Composed, composeDocument } from "../../agents/outline/compose.ts";
import {
  type Context,
  composeResearch,
  type FeatureKey,
  type InterfaceKind,
  keepOrigins,
  OUTPUT_KINDS,
  type Review,
  readFeature,
  review,
  type Survey,
  startOutputs,
  type Workspace,
  withText,
  writeResearch,
  writeSection,
} from "../../core.ts";

/** What a draft did, one after the other. */
export type DraftEvent =
  | { event: "created"; file: string }
  | { event: "kept"; file: string; section: string }
  | { event: "copied"; files: string[] }
  | { event: "wrote"; file: string; section: string; lines: number; gaps: number; findings: number; proposed: number };

/** A feature that is to be drafted, and the facts of the code where there are any. */
export interface Drafted {
  workspace: Workspace;
  context: Context;
  key: FeatureKey;
  survey: Survey | undefined;
  interfaces: readonly InterfaceKind[];
  today: string;
}

/** @returns the facts of the code, where there is something to report of it, and no report yet */
export function reportable({ model }: Review, survey: Survey | undefined): Survey | undefined {
  if (!survey || model.documents.research) return undefined;
  const { routes, commands, types, tables, events } = survey;
  return [routes, commands, types, tables, events].some(({ length }) => length > 0) ? survey : undefined;
}

/** @returns the sections as they would be drafted; nothing is written */
export function composeDraft({ workspace, context, key, survey, today }: Drafted): Composed[] {
  const before = readFeature(workspace, key);
  const { model } = review(
    survey ? withText(workspace, before, "research", composeResearch(workspace, context, key, survey, today).text) : before,
    context,
  );
  return OUTPUT_KINDS.flatMap((kind) => composeDocument(model, kind));
}

/** Writes the research report where the code gives one, both outputs, and where each line of them is from; what stands is left as it is. */
export function* writeDraft({ workspace, context, key, survey, interfaces, today }: Drafted): Generator<DraftEvent> {
  if (survey) yield { event: "created", file: writeResearch(workspace, context, key, survey, today).file };
  for (const file of startOutputs(workspace, context, { key, interfaces, today })) yield { event: "created", file };
  const { model } = review(readFeature(workspace, key), context);
  const written: Composed[] = [];
  const copied = new Set<string>();
  for (const kind of OUTPUT_KINDS) {
    const file = workspace.config.files[kind];
    const stands = new Set(
      model.documents[kind]?.alignments.filter(({ sections }) => sections.length > 0).map(({ template }) => template.title),
    );
    for (const draft of composeDocument(model, kind)) {
      const { section, body, gaps, rows } = draft;
      if (stands.has(section)) {
        yield { event: "kept", file, section };
        continue;
      }
      const revision = readFeature(workspace, key).documents[kind]?.revision ?? "";
      const { findings, patterns } = writeSection(workspace, context, { key, document: kind, section, body, revision });
      written.push(draft);
      for (const each of patterns) copied.add(each);
      const proposed = rows.filter((row) => row.proposed).length;
      yield { event: "wrote", file, section, lines: body.split("\n").length, gaps, findings: findings.length, proposed };
    }
  }
  if (copied.size > 0) yield { event: "copied", files: [...copied] };
  if (written.length > 0) yield { event: "created", file: keepOrigins(workspace, key, written) };
}
