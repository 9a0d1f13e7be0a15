import { isDay, KnownError, loadCatalogue, patternText, reviewCatalogue, saveCatalogueIndex } from "../../index.ts";
import { catalogueIndex } from "../../report/catalogue-index.ts";
import { reportPatternFindings } from "../../report/pattern-findings.ts";
import type { WorkspaceOptions } from "../io.ts";
import { open } from "../workspace.ts";
import type { CommandModule } from "./index.ts";

interface CheckOptions extends WorkspaceOptions {
  today?: string;
  json?: boolean;
}

const ROOT = ["--root <folder>", "root of the project (default: the project around the working directory)"] as const;

export const configure: CommandModule["configure"] = (command, io, done) => {
  command.addHelpText(
    "after",
    "\nExamples:\n  $ groundplan patterns list\n  $ groundplan patterns show circuit-breaker\n  $ groundplan patterns check          the catalogue's own life cycle, for CI\n  $ groundplan patterns index          write the page that lists them",
  );
  command
    .command("list")
    .description("list the patterns by category; the project's own files win over the shipped ones")
    .option("--json", "as data for scripts")
    .option(...ROOT)
    .action((options: CheckOptions) => {
      const { patterns } = open(options, io).context;
      if (options.json) io.out(`${JSON.stringify({ version: 1, patterns }, null, 2)}\n`);
      const width = Math.max(...patterns.map(({ slug }) => slug.length));
      for (const { slug, category, status, fits } of options.json ? [] : patterns)
        io.out(`${category.padEnd(12)} ${slug.padEnd(width)}  ${status === "deprecated" ? io.style.yellow("deprecated ") : ""}${fits}\n`);
      done(0);
    });
  command
    .command("show")
    .description("print one pattern")
    .argument("<pattern>", "slug or title")
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
    .option("--json", "as data for scripts")
    .option(...ROOT)
    .action((options: CheckOptions) => {
      const { workspace } = open(options, io);
      const today = options.today ?? io.today();
      if (!isDay(today)) throw new KnownError("target", `no day "${today}"`, "Write it as YYYY-MM-DD.");
      const { catalogue } = loadCatalogue(workspace);
      const findings = reviewCatalogue(catalogue, workspace.config, today);
      io.out(
        options.json ? `${JSON.stringify({ version: 1, findings }, null, 2)}\n` : reportPatternFindings(catalogue, findings, io.style),
      );
      done(findings.some(({ severity }) => severity === "error") ? 1 : 0);
    });
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
