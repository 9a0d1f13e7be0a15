import {
  countReading,
  type DriftReport,
  driftTeller,
  type FeatureKey,
  formatKey,
  isOpenDrift,
  type Model,
  type OpenQuestion,
  type ReadingCount,
  type Review,
  recordedIn,
  type SectionState,
  type StaleSection,
  type Step,
  sectionStates,
  selectFeatures,
  staleSections,
  stepsOf,
} from "../../core.ts";
import type { Style } from "../../report/style.ts";
import { count } from "../../report/words.ts";
import type { CommandModule } from "../command.ts";
import { inTurn } from "../in-turn.ts";
import type { WorkspaceOptions } from "../io.ts";
import { reviewerOf } from "../reviewer.ts";
import { tellUnread } from "../tell-unread.ts";
import { openWithCode } from "../workspace.ts";

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
    .action(async (features: string[], options: Options) => {
      const { workspace, context } = await openWithCode(options, io);
      const keys = selectFeatures(workspace, features, io.cwd);
      const reviewer = reviewerOf(workspace, context, io);
      const { survey } = context;
      const driftOf = survey && driftTeller(workspace, { ...context, survey });
      const stateOfKey = (key: FeatureKey) => stateOf(reviewer.review(key), driftOf);
      const [first] = keys;
      // One after the other: of thousands, no more is in memory than what is told.
      if (options.json)
        io.out(`${JSON.stringify({ version: 1, features: await inTurn(keys, (key) => asData(stateOfKey(key))) }, null, 2)}\n`);
      else if (keys.length === 1 && first && features.length > 0) io.out(details(stateOfKey(first), io.style));
      else {
        const width = keys.reduce((most, key) => Math.max(most, formatKey(key).length), 0);
        await inTurn(keys, (key) => io.out(overview(stateOfKey(key), width, io.style)));
      }
      if (features.length === 0) tellUnread(workspace, io);
      done(reviewer.status(0));
    });
};

interface State {
  key: FeatureKey;
  errors: number;
  steps: Step[];
  generated: SectionState[];
  reading?: ReadingCount | undefined;
  questions: OpenQuestion[];
  stale: StaleSection[];
  /** It is finished, and what its requirements said then is not recorded. */
  unrecorded: boolean;
  /** How far the code has what is designed; none where there is no code, or no interface is designed yet. */
  drift: DriftReport | undefined;
}

function stateOf(reviewed: Review, driftOf: ((model: Model) => DriftReport) | undefined): State {
  const { model } = reviewed;
  const steps = stepsOf(reviewed);
  return {
    key: model.key,
    errors: reviewed.findings.filter(({ severity }) => severity === "error").length,
    steps,
    generated: sectionStates(reviewed),
    questions: model.undecided,
    stale: staleSections(model),
    unrecorded: steps.every(({ done }) => done) && recordedIn(model) === undefined,
    reading: countReading(model),
    drift: model.backend.interfaces.length > 0 ? driftOf?.(model) : undefined,
  };
}

function asData({ key, errors, steps, generated, questions, stale, unrecorded, reading, drift }: State) {
  const because = stale.map((section) => ({ ...section, because: section.because.map(({ id }) => id) }));
  const { statements, excluded, unread } = reading ?? {};
  return {
    ...key,
    errors,
    generated,
    questions,
    ...(reading && { reading: { statements, excluded, unread } }),
    stale: because,
    recorded: !unrecorded,
    ...(drift && { code: drift.state }),
    steps: steps.map(({ findings: _, ...step }) => step),
  };
}

function overview({ key, errors, steps, generated, questions, stale: changed, drift }: State, width: number, style: Style): string {
  const sections = [...generated.filter((section) => section.stale), ...changed];
  const stale = new Set(sections.map(({ document, section }) => `${document} ${section}`)).size;
  const done = steps.filter((step) => step.done).length;
  const open = steps.find((step) => !step.done);
  const bar = steps.map((step) => (step.done ? style.green("■") : style.dim("□"))).join("");
  return `${formatKey(key).padEnd(width)}  ${bar} ${done}/7  ${open ? `next: ${open.id}` : style.green("finished")}${errors > 0 ? `, ${errors} errors` : ""}${stale > 0 ? `, ${stale} stale ${stale === 1 ? "section" : "sections"}` : ""}${questions.length > 0 ? `, ${questions.length} open ${questions.length === 1 ? "question" : "questions"}` : ""}${drift ? `, ${drift.state}` : ""}\n`;
}

function details({ key, steps, generated, questions, stale: changed, unrecorded, reading, drift }: State, style: Style): string {
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
  const outdated = changed.map(
    ({ document, section, because }) => `stale ${document}: ${section} (written before ${because.map(({ id }) => id).join(", ")} changed)`,
  );
  const record = `what its requirements say is not recorded: \`groundplan finish ${key.feature}\` records it, so that a change reopens the design`;
  const asked = questions.map(
    ({ question, decider, assumption, place }) =>
      `open ${place.file}:${place.line}: ${question} (decided by ${decider || "nobody yet"}; until then: ${assumption || "nothing"})`,
  );
  const read = reading ? [wordReading(reading, key)] : [];
  const built = drift ? [wordDrift(drift, key)] : [];
  return `${style.bold(formatKey(key))}\n${[...read, ...built, ...lines, ...stale, ...outdated, ...asked, ...(unrecorded ? [style.dim(record)] : [])].join("\n")}\n`;
}

function wordDrift({ state, drifts }: DriftReport, key: FeatureKey): string {
  const open = drifts.filter(isOpenDrift).length;
  const more = open > 0 ? `: ${count(open, "difference")} between design and code (groundplan drift ${formatKey(key)})` : "";
  return `Code: ${state}${more}`;
}

/** What is not understood is not checked: it stands first. */
function wordReading({ statements, excluded, unread }: ReadingCount, key: FeatureKey): string {
  const told = [
    count(statements, "statement"),
    ...(excluded > 0 ? [`${excluded} not to be built`] : []),
    ...(unread > 0 ? [`${unread} not understood`] : []),
  ];
  return `PRD: ${told.join(", ")}${unread > 0 ? ` (groundplan read ${formatKey(key)})` : ""}`;
}
