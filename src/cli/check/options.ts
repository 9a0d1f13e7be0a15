import { type Command, InvalidArgumentError, Option } from "commander";
import { FORMATS } from "../../report/index.ts";
import type { WorkspaceOptions } from "../io.ts";
import { type Output, readOutput } from "./outputs.ts";

export interface CheckOptions extends WorkspaceOptions {
  format: Output[];
  json?: boolean;
  checklist?: boolean;
  quiet?: boolean;
  maxWarnings?: number;
  failOn: "error" | "warning" | "never";
  changed?: string | true;
  fix?: boolean;
  dryRun?: boolean;
  numberRequirements?: boolean;
  baseline: boolean;
  updateBaseline?: boolean;
  /** Absent: as the environment says. */
  cache?: boolean;
  watch?: boolean;
  /** Hold the inputs against the code of the workspace. */
  code: boolean;
  render?: boolean;
  printConfig?: string;
}

/** Adds the options of `check`, each with what it is for. */
export function addCheckOptions(command: Command): Command {
  return command
    .argument("[features...]", "keys (E01-shop/E01-F02-refunds, or just E01-F02), epics or paths; all features when there is none")
    .option(
      "-f, --format <name[=file]>",
      `how findings are written; several at once, each to a file: ${Object.keys(FORMATS).join(", ")}`,
      readOutput,
      [] as Output[],
    )
    .option("--json", "short for --format json")
    .option("--checklist", "show the quality checklist of each feature, computed from the findings")
    .option("-q, --quiet", "show errors only")
    .option("--max-warnings <n>", "exit status 1 when there are more warnings", readCount)
    .addOption(new Option("--fail-on <level>", "what makes the exit status 1").choices(["error", "warning", "never"]).default("error"))
    .option("--changed [ref]", "only features that differ from a git ref, or link to what does (default: the main branch)")
    .option("--fix", "mend what cannot change meaning: missing headings, misspelt headings and links, missing links")
    .option("--dry-run", "with --fix: show the changes as a diff, write nothing")
    .option("--number-requirements", "with --fix: give ids to the requirements of a PRD that bears none")
    .option("--no-baseline", "report the findings of the baseline too")
    .option("--update-baseline", "let today's findings pass from now on")
    .option("--render", "draw every diagram in a real browser too, as proof (see groundplan render --help)")
    .option("--cache", "use what .groundplan/cache holds of the last run, and keep what is found (default: yes, but not where CI is set)")
    .option("--no-cache", "read and check everything anew, and keep nothing")
    .option("--no-code", "do not hold the documents against the code beside the plan")
    .option("--watch", "check again whenever a document changes")
    .option("--print-config <file>", "show what is set for a file, and check nothing")
    .option("--root <folder>", "root of the project (default: the project around the working directory)");
}

function readCount(word: string): number {
  if (!/^\d+$/.test(word)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(word);
}
