import { InvalidArgumentError } from "commander";
import { loadCatalogue, patternText, reviewCatalogue, saveCatalogueIndex, searchPatterns } from "../../core.ts";
import { catalogueIndex } from "../../report/catalogue/index-page.ts";
import { reportPatternFindings } from "../../report/pattern-findings.ts";
import type { CommandModule } from "../command.ts";
import type { WorkspaceOptions } from "../io.ts";
import { addEditing } from "../patterns/edit.ts";
import { addList, JSON_OPTION, type Printing, printPatterns } from "../patterns/list.ts";
import { dayOf, ROOT, type TodayOption } from "../patterns/options.ts";
import { open } from "../workspace.ts";

const NAME = ["<pattern>", "slug or title"] as const;

const EXAMPLES = `
Examples:
  $ groundplan patterns list
  $ groundplan patterns search "third party api is down"
  $ groundplan patterns show circuit-breaker
  $ groundplan patterns check          the catalogue's own life cycle, for CI
  $ groundplan patterns new "Parcel locker" --category integration
  $ groundplan patterns new "Job processing flow" --category processing --form document
  $ groundplan patterns evolve parcel-locker --note "Doors are opened by event, since polling took 4 s."
  $ groundplan patterns deprecate dual-write --replaced-by transactional-outbox --note "Move the second write into the outbox."
  $ groundplan patterns review resilience
  $ groundplan patterns list --category resilience
  $ groundplan patterns list --tag migrations
  $ groundplan patterns index          write the page that lists them

A project's own pattern takes the place of the shipped one with its name; all other shipped ones stay.`;

export const configure: CommandModule["configure"] = (command, io, done) => {
  command.addHelpText("after", EXAMPLES);
  addList(command, io, done);
  command
    .command("search")
    .description("find the patterns that answer a question in everyday words, the best first")
    .argument("<words...>", "a question, or words of it")
    .option("--limit <number>", "at most so many", toCount, 5)
    .option(...JSON_OPTION)
    .option(...ROOT)
    .action((words: string[], options: Printing & { limit: number }) => {
      const { patterns } = open(options, io).context;
      const hits = searchPatterns(patterns, words.join(" "), options.limit);
      if (hits.length === 0 && !options.json) io.out("No pattern speaks of that; `groundplan patterns list` shows them all.\n");
      else
        printPatterns(
          hits.map(({ pattern }) => pattern),
          options,
          io,
        );
      done(hits.length === 0 ? 1 : 0);
    });
  command
    .command("show")
    .description("print one pattern")
    .argument(...NAME)
    .option(...ROOT)
    .action((name: string, options: WorkspaceOptions) => {
      const { workspace } = open(options, io);
      io.out(patternText(workspace, name));
      done(0);
    });
  command
    .command("check")
    .description("check the catalogue: front matter, sections, reviews that are due, replacements, the page that lists it")
    .option("--today <day>", "the day to judge by, as YYYY-MM-DD (default: today)")
    .option(...JSON_OPTION)
    .option(...ROOT)
    .action((options: Printing & TodayOption) => {
      const { workspace } = open(options, io);
      const { catalogue } = loadCatalogue(workspace);
      const findings = reviewCatalogue(catalogue, workspace.config, dayOf(options, io));
      io.out(
        options.json ? `${JSON.stringify({ version: 1, findings }, null, 2)}\n` : reportPatternFindings(catalogue, findings, io.style),
      );
      done(findings.some(({ severity }) => severity === "error") ? 1 : 0);
    });
  addEditing(command, io, done);
  command
    .command("index")
    .description("write the page that lists the patterns, with the catalogue's figures")
    .option("--stdout", "print it, write nothing")
    .option(...ROOT)
    .action((options: WorkspaceOptions & { stdout?: boolean }) => {
      const { workspace } = open(options, io);
      const text = catalogueIndex(loadCatalogue(workspace).catalogue);
      if (options.stdout) io.out(text);
      else io.out(`wrote ${saveCatalogueIndex(workspace, text)}\n`);
      done(0);
    });
};

function toCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError("Expected a whole number from 1 on.");
  return count;
}
