import { type Command, InvalidArgumentError } from "commander";
import { createDecision, isDay, KnownError, loadDecisions, reviewDecisions } from "../../core.ts";
import { reportFindingList } from "../../report/finding-list.ts";
import { count } from "../../report/words.ts";
import type { CommandModule } from "../command.ts";
import type { ExitStatus, Io, WorkspaceOptions } from "../io.ts";
import { open } from "../workspace.ts";

interface NewOptions extends WorkspaceOptions {
  title: string;
  status?: string;
  supersedes: number[];
}

interface LookOptions extends WorkspaceOptions {
  today?: string;
  json?: boolean;
}

const ROOT = ["--root <folder>", "root of the project (default: the project around the working directory)"] as const;

const HELP = `
A record holds one decision in the form of MADR 4: the problem, the options, the outcome. Records stand in docs/adr
(\`decisions\` in the configuration), numbered 0001-..., and are never rewritten: a new one supersedes an old one.
Link to them from the Key Design Decisions of 02-architecture.md; a link to one that is no longer in force is a
finding of \`groundplan check\`.

Examples:
  $ groundplan adr new --title "Execute refunds from a queue"
  $ groundplan adr new --title "Execute refunds from a log" --supersedes 3
  $ groundplan adr list
  $ groundplan adr check             numbers, statuses, links, supersession both ways, for CI

Exit status: 0 done or clean, 1 findings at error level, 2 a mistake in use or the environment.`;

export const configure: CommandModule["configure"] = (command, io, done) => {
  command.addHelpText("after", HELP);
  configureNew(command, io, done);
  command
    .command("list")
    .description("list the records with their status")
    .option("--json", "as data for scripts")
    .option(...ROOT)
    .action((options: LookOptions) => done(list(options, io)));
  command
    .command("check")
    .description("check the records: numbers, front matter, sections, links, supersession")
    .option("--today <day>", "the day to judge by, as YYYY-MM-DD (default: today)")
    .option("--json", "as data for scripts")
    .option(...ROOT)
    .action((options: LookOptions) => done(check(options, io)));
};

function configureNew(command: Command, io: Io, done: (status: ExitStatus) => void): void {
  command
    .command("new")
    .description("write the skeleton of a record under the next number")
    .requiredOption("--title <title>", "problem and solution in a few words")
    .option("--status <status>", "proposed, accepted, rejected or deprecated (default: proposed; accepted with --supersedes)")
    .option("--supersedes <number>", "the record whose place it takes; several times for several", readNumber, [] as number[])
    .option(...ROOT)
    .action(({ title, status, supersedes, ...options }: NewOptions) => {
      const { workspace, context } = open(options, io);
      const [created = "", ...changed] = createDecision(workspace, context, { title, status, supersedes, today: io.today() });
      io.out(`created ${created}\n${changed.map((file) => `changed ${file}: only its status\n`).join("")}`);
      done(0);
    });
}

function readNumber(word: string, before: number[]): number[] {
  const [, digits] = /^(?:ADR-?)?(\d{1,5})$/i.exec(word) ?? [];
  if (digits === undefined) throw new InvalidArgumentError("Expected the number of a record, for example 3.");
  return [...new Set([...before, Number(digits)])];
}

function list(options: LookOptions, io: Io): ExitStatus {
  const { workspace } = open(options, io);
  const { decisions } = loadDecisions(workspace);
  if (options.json) io.out(`${JSON.stringify({ version: 1, decisions }, null, 2)}\n`);
  else if (decisions.length === 0) io.out(`No records in ${workspace.config.decisions} yet: groundplan adr new --title ...\n`);
  for (const { name, status, supersededBy, title } of options.json ? [] : decisions) {
    const stage = supersededBy === undefined ? status || "no status" : `superseded by ${supersededBy}`;
    io.out(`${(name || "no number").padEnd(9)}  ${(stage === "accepted" ? io.style.green : io.style.dim)(stage.padEnd(22))}  ${title}\n`);
  }
  return 0;
}

function check(options: LookOptions, io: Io): ExitStatus {
  const { workspace, context } = open(options, io);
  const today = options.today ?? io.today();
  if (!isDay(today)) throw new KnownError("target", `no day "${today}"`, "Write it as YYYY-MM-DD.");
  const log = loadDecisions(workspace);
  const findings = reviewDecisions(log, context, today);
  if (options.json) io.out(`${JSON.stringify({ version: 1, findings }, null, 2)}\n`);
  else io.out(reportFindingList(findings, `in ${count(log.decisions.length, "record")}`, io.style));
  return findings.some(({ severity }) => severity === "error") ? 1 : 0;
}
