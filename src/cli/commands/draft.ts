import { statSync } from "node:fs";
import { resolve } from "node:path";
import {
  composeResearch,
  type FeatureKey,
  formatKey,
  type InterfaceKind,
  KnownError,
  OUTPUT_KINDS,
  readFeature,
  readLoosePrd,
  review,
  type Survey,
  selectFeatures,
  startOutputs,
  withText,
  writeResearch,
  writeSection,
} from "../../core.ts";
import type { CommandModule } from "../command.ts";
import type { ExitStatus, Io, WorkspaceOptions } from "../io.ts";
import { reviewerOf } from "../reviewer.ts";
import { open, openWithCode } from "../workspace.ts";
import { parseKinds } from "./new.ts";

interface Options extends WorkspaceOptions {
  interfaces?: InterfaceKind[];
  stdout?: boolean;
}

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("<feature>", "key or path of one feature, or the Markdown file of a PRD anywhere (then only printed)")
    .option(
      "--interfaces <kinds>",
      "kinds of interface, separated by commas, where the PRD does not show them: api, library, cli, service",
      parseKinds,
    )
    .option("--stdout", "print the sections, and write nothing")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText(
      "after",
      "\nThe outline author states only what the inputs state, and marks a gap, {Decide: ...}, where judgement is\nneeded; `groundplan check` reports the gaps. Sections that exist are left as they are. Where there is code and no research\nreport, the report is written from the code first.\n\nExamples:\n  $ groundplan draft E01-F02\n  $ groundplan draft ./somewhere/prd.md --stdout",
    )
    .action(async (target: string, options: Options) => {
      const loose = resolve(io.cwd, target);
      if (loose.endsWith(".md") && isFile(loose)) await printLoose(loose, options, io);
      else return done(await draft(target, options, io));
      done(0);
    });
};

/** @returns the facts of the code, where there is something to report of it */
function reported(survey: Survey | undefined): Survey | undefined {
  if (!survey) return undefined;
  const { routes, commands, types, tables, events } = survey;
  return [routes, commands, types, tables, events].some(({ length }) => length > 0) ? survey : undefined;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

async function printLoose(path: string, options: Options, io: Io): Promise<void> {
  const { composeDocument } = await import("../../agents/outline/compose.ts");
  const { workspace, context } = open(options, io);
  const { model } = review(readLoosePrd(path, workspace.config), context);
  const stated = options.interfaces ? { ...model, interfaceKinds: options.interfaces } : model;
  for (const kind of OUTPUT_KINDS) {
    io.out(`<!-- ${workspace.config.files[kind]} -->\n\n`);
    for (const { section, body } of composeDocument(stated, kind)) io.out(`## ${section}\n\n${body}\n\n`);
  }
}

async function draft(target: string, options: Options, io: Io): Promise<ExitStatus> {
  const { composeDocument } = await import("../../agents/outline/compose.ts");
  const { workspace, context } = await openWithCode(options, io);
  const [key, second] = selectFeatures(workspace, [target], io.cwd);
  if (!key || second) throw new KnownError("target", `"${target}" means more than one feature`, "Name one feature: epic/feature.");
  const reviewer = reviewerOf(workspace, context, io);
  const before = reviewer.review(key);
  if (!before.model.documents.prd)
    throw new KnownError(
      "no-prd",
      `${formatKey(key)} has no PRD that can be read`,
      `Write ${before.model.feature.folder}/${workspace.config.files.prd} first; \`groundplan new ${formatKey(key)}\` creates its skeleton.`,
    );
  const survey = before.model.documents.research ? undefined : reported(context.survey);
  if (survey && !options.stdout) io.out(`created ${writeResearch(workspace, context, key, survey, io.today()).file}\n`);
  if (!options.stdout)
    for (const file of startOutputs(workspace, context, { key, interfaces: options.interfaces ?? [], today: io.today() }))
      io.out(`created ${file}\n`);
  const { model } = survey && options.stdout ? withResearch(survey) : reviewer.review(key);
  for (const kind of OUTPUT_KINDS) {
    const stands = new Set(
      model.documents[kind]?.alignments.filter(({ sections }) => sections.length > 0).map(({ template }) => template.title),
    );
    for (const { section, body, gaps } of composeDocument(model, kind)) {
      if (options.stdout) io.out(`## ${section}\n\n${body}\n\n`);
      else if (stands.has(section)) io.out(`kept    ${workspace.config.files[kind]}: ${section}\n`);
      else write(key, kind, section, body, gaps);
    }
  }

  return reviewer.status(0);

  /** The feature as it would be with the report that the code gives. */
  function withResearch(found: Survey): ReturnType<typeof review> {
    const { text } = composeResearch(workspace, context, key as FeatureKey, found, io.today());
    return review(withText(workspace, readFeature(workspace, key as FeatureKey), "research", text), context);
  }

  function write(feature: FeatureKey, kind: (typeof OUTPUT_KINDS)[number], section: string, body: string, gaps: number): void {
    const revision = readFeature(workspace, feature).documents[kind]?.revision ?? "";
    const { findings } = writeSection(workspace, context, { key: feature, document: kind, section, body, revision });
    const notes = [
      ...(gaps > 0 ? [`${gaps} ${gaps === 1 ? "gap" : "gaps"} to decide`] : []),
      ...(findings.length > 0 ? [`${findings.length} ${findings.length === 1 ? "finding" : "findings"}`] : []),
    ];
    io.out(`wrote   ${workspace.config.files[kind]}: ${section}${notes.length > 0 ? ` (${notes.join(", ")})` : ""}\n`);
  }
}
