import { type Command, Option } from "commander";
import { archivePattern, createPattern, deprecatePattern, evolvePattern, linksToPattern, reviewPatterns } from "../../core.ts";
import type { ExitStatus, Io } from "../io.ts";
import { open } from "../workspace.ts";
import { dayOf, ROOT, type TodayOption } from "./options.ts";

type Done = (status: ExitStatus) => void;
const TODAY = ["--today <day>", "the day to write, as YYYY-MM-DD (default: today)"] as const;

/** Adds the subcommands that change the project's own patterns. */
export function addEditing(command: Command, io: Io, done: Done): void {
  addNew(command, io, done);
  addEvolve(command, io, done);
  addDeprecate(command, io, done);
  addReview(command, io, done);
  addArchive(command, io, done);
}

function addNew(command: Command, io: Io, done: Done): void {
  command
    .command("new")
    .description("begin a pattern of the project's own: from the shipped one of that name, or from the template")
    .argument("<title>", "the pattern's name")
    .option("--category <category>", "the category it belongs to (default: that of the shipped pattern)")
    .addOption(
      new Option("--form <form>", "an entry in the file of its category, or a document of its own")
        .choices(["entry", "document"])
        .default("entry"),
    )
    .option("--owner <owner>", "who keeps the file, where it has to be created", "platform-team")
    .option(...TODAY)
    .option(...ROOT)
    .action((title: string, options: TodayOption & { category?: string; owner: string; form: "entry" | "document" }) => {
      const { workspace } = open(options, io);
      const { file, adapted } = createPattern(workspace, { ...options, title, today: dayOf(options, io) });
      io.out(`added "${title}" to ${file}${adapted ? ", as the shipped catalogue has it" : ""}\n`);
      io.out(`\n${adapted ? "Adapt it" : "Fill it"}, then run: groundplan patterns check\n`);
      done(0);
    });
}

function addEvolve(command: Command, io: Io, done: Done): void {
  command
    .command("evolve")
    .description("before a pattern is changed: keep the approach as it stands under Evolution, with the way to the new one")
    .argument("<pattern>", "slug or title")
    .requiredOption("--note <text>", "what changes and why, in one line")
    .option("--migration <text>", "how code and designs that follow the former approach come to the new one, in one line")
    .option(...TODAY)
    .option(...ROOT)
    .action((name: string, options: TodayOption & { note: string; migration?: string }) => {
      const { workspace } = open(options, io);
      io.out(`kept the former approach in ${evolvePattern(workspace, { ...options, name, today: dayOf(options, io) })}\n`);
      io.out(
        `\nNow change its steps${options.migration === undefined ? ", write the migration path" : ""}, then run: groundplan patterns check\n`,
      );
      done(0);
    });
}

function addDeprecate(command: Command, io: Io, done: Done): void {
  command
    .command("deprecate")
    .description("mark a pattern as deprecated; it stays six months")
    .argument("<pattern>", "slug or title")
    .requiredOption("--replaced-by <pattern>", "slug or title of the pattern to use instead")
    .requiredOption("--note <text>", "how a design that applies it comes to the replacement, in one line")
    .option(...TODAY)
    .option(...ROOT)
    .action((name: string, options: TodayOption & { replacedBy: string; note: string }) => {
      const { workspace } = open(options, io);
      const { file, takenOver } = deprecatePattern(workspace, { ...options, name, today: dayOf(options, io) });
      io.out(`deprecated in ${file}\n`);
      if (takenOver !== undefined) io.out(`took the shipped replacement over into ${takenOver}, so that the link leads there\n`);
      done(0);
    });
}

function addReview(command: Command, io: Io, done: Done): void {
  command
    .command("review")
    .description("stamp the day of a review on a file of patterns; one is due each quarter")
    .argument("<name>", "a category, a file, or a pattern in it")
    .option("--note <text>", "what the review has changed, in one line")
    .option(...TODAY)
    .option(...ROOT)
    .action((name: string, options: TodayOption & { note?: string }) => {
      const { workspace } = open(options, io);
      const today = dayOf(options, io);
      io.out(`reviewed on ${today}: ${reviewPatterns(workspace, name, today, options.note)}\n`);
      done(0);
    });
}

function addArchive(command: Command, io: Io, done: Done): void {
  command
    .command("archive")
    .description("move a pattern that is deprecated for six months out of the catalogue, and tell who still links to it")
    .argument("<pattern>", "slug or title")
    .option(...TODAY)
    .option(...ROOT)
    .action((name: string, options: TodayOption) => {
      const { workspace } = open(options, io);
      const { from, to, pattern } = archivePattern(workspace, name, dayOf(options, io));
      io.out(`moved "${pattern.title}" from ${from} to ${to}\n`);
      for (const { file, line } of linksToPattern(workspace, pattern.slug, from)) io.out(`${file}:${line} still links to it\n`);
      done(0);
    });
}
