import {
  formatKey,
  type Review,
  readFeature,
  review,
  type SectionState,
  type Step,
  sectionStates,
  selectFeatures,
  stepsOf,
} from "../../index.ts";
import type { Style } from "../../report/style.ts";
import type { WorkspaceOptions } from "../io.ts";
import { open } from "../workspace.ts";
import type { CommandModule } from "./index.ts";

interface Options extends WorkspaceOptions {
  json?: boolean;
}

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("[features...]", "keys, epics or paths; all features when there is none")
    .option("--json", "as data for scripts")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText(
      "after",
      "\nExamples:\n  $ groundplan status\n  $ groundplan status E01-F02        the seven steps of one feature, with what keeps each gate closed",
    )
    .action((features: string[], options: Options) => {
      const { workspace, context } = open(options, io);
      const states = selectFeatures(workspace, features, io.cwd).map((key) => {
        const reviewed = review(readFeature(workspace, key), context);
        return { reviewed, steps: stepsOf(reviewed), generated: sectionStates(reviewed) };
      });
      if (options.json)
        io.out(
          `${JSON.stringify({ version: 1, features: states.map(({ reviewed, steps, generated }) => ({ ...reviewed.model.key, errors: errorsOf(reviewed), generated, steps: steps.map(({ findings: _, ...step }) => step) })) }, null, 2)}\n`,
        );
      else if (states.length === 1 && states[0] && features.length > 0) io.out(details(states[0], io.style));
      else io.out(overview(states, io.style));
      done(0);
    });
};

function errorsOf({ findings }: Review): number {
  return findings.filter(({ severity }) => severity === "error").length;
}

interface State {
  reviewed: Review;
  steps: Step[];
  generated: SectionState[];
}

function overview(states: readonly State[], style: Style): string {
  const width = Math.max(...states.map(({ reviewed }) => formatKey(reviewed.model.key).length));
  return states
    .map(({ reviewed, steps, generated }) => {
      const stale = generated.filter((section) => section.stale).length;
      const done = steps.filter((step) => step.done).length;
      const open = steps.find((step) => !step.done);
      const bar = steps.map((step) => (step.done ? style.green("■") : style.dim("□"))).join("");
      return `${formatKey(reviewed.model.key).padEnd(width)}  ${bar} ${done}/7  ${open ? `next: ${open.id}` : style.green("finished")}${errorsOf(reviewed) > 0 ? `, ${errorsOf(reviewed)} errors` : ""}${stale > 0 ? `, ${stale} stale ${stale === 1 ? "section" : "sections"}` : ""}\n`;
    })
    .join("");
}

function details({ reviewed, steps, generated }: State, style: Style): string {
  const lines = steps.flatMap(({ number, title, done, open, gate }) => [
    `${done ? style.green("[x]") : "[ ]"} ${number}. ${title}`,
    ...(done
      ? []
      : [
          style.dim(`      done when ${gate}`),
          ...open.slice(0, 3).map((reason) => `      - ${reason}`),
          ...(open.length > 3 ? [`      - and ${open.length - 3} more`] : []),
        ]),
  ]);
  const stale = generated
    .filter((section) => section.stale)
    .map(
      ({ document, section, edited }) =>
        `stale ${document}: ${section}${edited ? " (changed by a person since: generate leaves it alone)" : ""}`,
    );
  return `${style.bold(formatKey(reviewed.model.key))}\n${[...lines, ...stale].join("\n")}\n`;
}
