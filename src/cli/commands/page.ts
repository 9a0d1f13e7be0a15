import { join, relative, resolve } from "node:path";
import {
  askGit,
  cacheFolder,
  type FeatureKey,
  GENERATED,
  KnownError,
  openDrawings,
  selectFeatures,
  type Workspace,
  writeGenerated,
} from "../../core.ts";
import { count } from "../../report/words.ts";
import type { CommandModule } from "../command.ts";
import type { ExitStatus, Io, WorkspaceOptions } from "../io.ts";
import { showProgress } from "../progress.ts";
import { reviewerOf } from "../reviewer.ts";
import { openWithCode } from "../workspace.ts";

interface Options extends WorkspaceOptions {
  output?: string;
  title?: string;
  draw: boolean;
}

const HELP = `
Writes one HTML file for people who will not read tables in Markdown: an overview of the features, each with its open
questions and departures on top, both documents with the findings beside the text that they speak of and the
requirements in the margin, the interfaces, the traceability matrix and the checklist; then the whole system, patterns
and decisions. The file asks for nothing: it can be sent, opened from the disk without scripts, and printed. Beyond 50
features, or 5 MB, it is an index with a page for each feature in the folder beside it.

Diagrams are drawn where mermaid-cli and a browser are there (see groundplan render), and kept in your own cache
folder; elsewhere their source is shown.

Examples:
  $ groundplan page                          writes .groundplan/plan.html, where git does not look
  $ groundplan page E01-F02 -o review.html
  $ groundplan page --title "Shop backend" --no-draw

Exit status: 0 written, 2 a mistake in use or the environment.`;

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("[features...]", "keys, epics or paths; all features when there is none")
    .option("-o, --output <file>", `file of the project to write (default: ${GENERATED}/plan.html)`)
    .option("--title <text>", "what stands on top (default: the name of the project's folder)")
    .option("--no-draw", "show the source of diagrams, and start no browser")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText("after", HELP)
    .action(async (features: string[], options: Options) => done(await page(features, options, io)));
};

async function page(features: readonly string[], options: Options, io: Io): Promise<ExitStatus> {
  const { workspace, context } = await openWithCode(options, io);
  const keys = selectFeatures(workspace, features, io.cwd);
  const output = outputOf(workspace, options, io);
  const reviewer = reviewerOf(workspace, context, io);
  const progress = showProgress("writing pages of", io);
  const drawings = openDrawings({ env: io.env, folder: join(cacheFolder(io.env), "drawings"), mermaid: io.mermaid });
  const { makePages } = await import("../../page/pages.ts");
  const written: string[] = [];
  try {
    const source = {
      workspace,
      context,
      keys,
      project: options.title ?? nameOf(workspace),
      as: asOf(workspace, keys, io),
      review: reviewer.review,
      draw: async (text: string) => (options.draw ? drawings.draw(text) : undefined),
      onShown: progress.at,
    };
    for await (const { path, text } of makePages(source, output.name)) {
      writeGenerated(workspace, `${output.folder}${path}`, Buffer.from(text), { durable: false });
      written.push(path);
    }
  } finally {
    progress.end();
    await drawings.close();
  }
  const rest = written.length > 1 ? `, and ${count(written.length - 1, "page")} in ${output.folder}${output.name}/` : "";
  io.out(`wrote ${output.folder}${output.name}.html${rest}\n`);
  if (drawings.unable) io.err(`Diagrams are shown as their source: ${drawings.unable.message}. ${drawings.unable.advice}\n`);
  return reviewer.status(0);
}

/** @throws KnownError (`output`) for what is no file of the project, or no HTML */
function outputOf({ root }: Workspace, { output }: Options, io: Io): { folder: string; name: string } {
  const path = output === undefined ? `${GENERATED}/plan.html` : relative(root, resolve(io.cwd, output)).replaceAll("\\", "/");
  const [, folder = "", name] = /^((?:[^/]{1,255}\/){0,100})([^/]{1,200})\.html?$/.exec(path) ?? [];
  if (name !== undefined && !path.startsWith("../")) return { folder, name };
  throw new KnownError("output", `unexpected output "${output}"`, "Name a file inside of the project that ends in .html.");
}

function nameOf({ root }: Workspace): string {
  return root.split(/[\\/]/).findLast((part) => part !== "") ?? "Plan";
}

function asOf({ root }: Workspace, keys: readonly FeatureKey[], io: Io): string {
  const commit = askGit(root, ["rev-parse", "--short", "HEAD"])?.trim();
  return [count(keys.length, "feature"), io.today(), ...(commit ? [`commit ${commit}`] : [])].join(" · ");
}
