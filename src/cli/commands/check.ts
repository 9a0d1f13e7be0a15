import { Option } from "commander";
import { type Review, readFeature, review, selectFeatures } from "../../index.ts";
import { reportChecklist } from "../../report/checklist.ts";
import { reportJson } from "../../report/json.ts";
import { reportText } from "../../report/text.ts";
import type { WorkspaceOptions } from "../io.ts";
import { open } from "../workspace.ts";
import type { CommandModule } from "./index.ts";

interface Options extends WorkspaceOptions {
  format: "text" | "json";
  json?: boolean;
  checklist?: boolean;
}

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("[features...]", "keys (E01-shop/E01-F02-refunds, or just E01-F02), epics or paths; all features when there is none")
    .addOption(new Option("-f, --format <format>", "how findings are written").choices(["text", "json"]).default("text"))
    .option("--json", "short for --format json")
    .option("--checklist", "show the quality checklist of each feature, computed from the findings")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText(
      "after",
      "\nExamples:\n  $ groundplan check\n  $ groundplan check E01-F02 --checklist\n  $ groundplan check docs/plan/E01-shop --format json > findings.json\n\nExit status: 0 no findings at error level, 1 findings, 2 a mistake in use.",
    )
    .action((features: string[], options: Options) => {
      const { workspace, context } = open(options, io);
      const reviews = selectFeatures(workspace, features, io.cwd).map((key): Review => review(readFeature(workspace, key), context));
      const asJson = options.json || options.format === "json";
      io.out(asJson ? reportJson(reviews) : reportText(reviews, io.style));
      if (options.checklist && !asJson)
        for (const { model, checklist } of reviews)
          io.out(`\n${io.style.bold(model.key.feature)}\n${reportChecklist(checklist, io.style)}`);
      done(reviews.some(({ findings }) => findings.some(({ severity }) => severity === "error")) ? 1 : 0);
    });
};
