import { formatKey, type InterfaceKind, KnownError, selectFeatures } from "../../core.ts";
import type { CommandModule } from "../command.ts";
import type { ExitStatus, Io, WorkspaceOptions } from "../io.ts";
import { loosePath } from "../loose-path.ts";
import { reviewerOf } from "../reviewer.ts";
import { openWithCode } from "../workspace.ts";
import { parseKinds } from "./new.ts";

interface Options extends WorkspaceOptions {
  interfaces?: InterfaceKind[];
  stdout?: boolean;
  explain?: boolean;
  json?: boolean;
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
    .option("--explain", "say where each line of the draft is from, and what is only proposed; write nothing")
    .option("--json", "with --explain: as data for scripts")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText(
      "after",
      "\nThe outline author states only what the inputs state, and marks a gap, {Decide: ...}, where judgement is\nneeded; `groundplan check` reports the gaps. Sections that exist are left as they are. Where there is code and no research\nreport, the report is written from the code first. Where each line is from is kept in draft-sources.json beside the documents.\n\nExamples:\n  $ groundplan draft E01-F02\n  $ groundplan draft E01-F02 --explain\n  $ groundplan draft ./somewhere/prd.md --stdout",
    )
    .action(async (target: string, options: Options) => {
      const loose = loosePath(target, io.cwd);
      if (loose === undefined) return done(await draft(target, options, io));
      const { printLoose } = await import("../draft/loose.ts");
      printLoose(loose, options, io);
      done(0);
    });
};

async function draft(target: string, options: Options, io: Io): Promise<ExitStatus> {
  const [{ composeDraft, reportable, writeDraft }, { explain }, { tellEvent, tellOpen }] = await Promise.all([
    import("../draft/write.ts"),
    import("../draft/explain.ts"),
    import("../draft/tell.ts"),
  ]);
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
  const survey = reportable(before, context.survey);
  const drafted = { workspace, context, key, survey, interfaces: options.interfaces ?? [], today: io.today() };
  if (options.explain) io.out(explain(drafted, before, options.json === true, io.style));
  else if (options.stdout) for (const { section, body } of composeDraft(drafted)) io.out(`## ${section}\n\n${body}\n\n`);
  else {
    for (const event of writeDraft(drafted)) io.out(tellEvent(event));
    io.out(tellOpen(reviewer.review(key), formatKey(key), io.style));
  }
  return reviewer.status(0);
}
