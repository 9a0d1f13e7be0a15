import { finishFeature, formatKey, KnownError, OUTPUT_KINDS, type Proof, selectFeatures } from "../../core.ts";
import type { CommandModule } from "../command.ts";
import type { Io, WorkspaceOptions } from "../io.ts";
import { showProgress } from "../progress.ts";
import { reviewerOf } from "../reviewer.ts";
import { openWithCode } from "../workspace.ts";

interface Options extends WorkspaceOptions {
  holds?: string[];
  waive?: string[];
}

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("<feature>", "key or path of one feature")
    .option("--holds <ids...>", "requirements that have changed since, and of which the answer still holds as it stands")
    .option("--waive <findings...>", 'findings in inputs that you live with, each as "check file:line: reason"; recorded in the design')
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText(
      "after",
      '\nSets the status of both documents to complete where every gate holds, and records in the front matter what the requirements\nsay: one that is added or changed later is open, and reopens the design. Of a design that was finished before, it adds the record.\n\nExamples:\n  $ groundplan finish E01-F02\n  $ groundplan finish E01-F02 --holds FR-8 FR-9\n  $ groundplan finish E01-F02 --waive "broken-link prd.md:5: the epic lies in another repository"\n\nExit status: 0 the feature is finished, 1 a step is open, 2 a mistake in use.',
    )
    .action(async (target: string, { holds = [], waive = [], ...options }: Options) => {
      const { workspace, context } = await openWithCode(options, io);
      const [key, second] = selectFeatures(workspace, [target], io.cwd);
      if (!key || second) throw new KnownError("target", `"${target}" means more than one feature`, "Name one feature: epic/feature.");
      const reviewer = reviewerOf(workspace, context, io);
      const { folder } = reviewer.review(key).model.feature;
      const progress = showProgress("drawing", io);
      const finishing = finishFeature(workspace, context, key, {
        today: io.today(),
        env: io.env,
        signal: io.interrupt(),
        // Several ids may also be given in one word, separated by commas.
        holds: holds.flatMap((ids) => ids.split(",").filter(Boolean)),
        waive,
        onDrawn: (_, drawn, all) => progress.at(drawn, all),
      });
      const { open: steps, proof } = await finishing.finally(() => progress.end());
      tellProof(proof, io);
      if (steps.length === 0)
        io.out(`${formatKey(key)} is finished: ${OUTPUT_KINDS.map((kind) => `${folder}/${workspace.config.files[kind]}`).join(", ")}\n`);
      for (const { number, title, open: reasons } of steps)
        io.out(`[ ] ${number}. ${title}\n${reasons.map((reason) => `      - ${reason}`).join("\n")}\n`);
      done(reviewer.status(steps.length === 0 ? 0 : 1));
    });
};

function tellProof(proof: Proof | undefined, io: Io): void {
  if (proof?.state === "not-proved") io.err(`That the diagrams are drawn was not proved: ${proof.reason}. ${proof.advice}\n`);
  else if (proof)
    io.err(`${proof.drawn.filter(({ problem }) => problem === undefined).length} of ${proof.drawn.length} diagrams drawn in a browser.\n`);
}
