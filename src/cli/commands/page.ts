import { once } from "node:events";
import { join, relative, resolve } from "node:path";
import {
  askGit,
  asOf,
  cacheFolder,
  type FeatureKey,
  GENERATED,
  type Known,
  KnownError,
  type Model,
  openDrawings,
  review,
  selectFeatures,
  type Workspace,
  writeGenerated,
} from "../../core.ts";
import type { PageSource } from "../../page/pages.ts";
import type { Changes } from "../../page/since/changes.ts";
import { count } from "../../report/words.ts";
import type { CommandModule } from "../command.ts";
import type { ExitStatus, Io, WorkspaceOptions } from "../io.ts";
import { readPort } from "../port.ts";
import { showProgress } from "../progress.ts";
import { reviewerOf } from "../reviewer.ts";
import { revisionAt } from "../revision.ts";
import { openWithCode } from "../workspace.ts";

interface Options extends WorkspaceOptions {
  output?: string;
  title?: string;
  draw: boolean;
  since?: string;
  serve?: boolean;
  port: number;
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
  $ groundplan page --since origin/main      for reviewers who come back
  $ groundplan page --serve                  while documents are written
  $ groundplan page --title "Shop backend" --no-draw

Exit status: 0 written, 2 a mistake in use or the environment.`;

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("[features...]", "keys, epics or paths; all features when there is none")
    .option("-o, --output <file>", `file of the project to write (default: ${GENERATED}/plan.html)`)
    .option("--title <text>", "what stands on top (default: the name of the project's folder)")
    .option("--since <revision>", "also what has changed since a commit, tag or branch: sections, statements, interfaces")
    .option("--serve", "serve the pages on the loopback address, and show them anew when a document changes")
    .option("--port <number>", "port for --serve; 0 takes one that is free", readPort, 7318)
    .option("--no-draw", "show the source of diagrams, and start no browser")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText("after", HELP)
    .action(async (features: string[], options: Options) => done(await page(features, options, io)));
};

async function page(features: readonly string[], options: Options, io: Io): Promise<ExitStatus> {
  const { workspace, context } = await openWithCode(options, io);
  const keys = selectFeatures(workspace, features, io.cwd);
  const reviewer = reviewerOf(workspace, context, io);
  const drawings = openDrawings({ env: io.env, folder: join(cacheFolder(io.env), "drawings"), mermaid: io.mermaid });
  const source: PageSource = {
    workspace,
    context,
    keys,
    project: options.title ?? nameOf(workspace),
    as: stampOf(workspace, keys, io),
    review: reviewer.review,
    draw: async (text) => (options.draw ? drawings.draw(text) : undefined),
    ...(options.since !== undefined && { changes: await comparer(workspace, context, options.since) }),
  };
  try {
    if (options.serve) await serve(source, options.port, io);
    else await write(source, outputOf(workspace, options, io), io);
  } finally {
    await drawings.close();
  }
  if (drawings.unable) io.err(`Diagrams are shown as their source: ${drawings.unable.message}. ${drawings.unable.advice}\n`);
  return reviewer.status(0);
}

async function write(source: PageSource, { folder, name }: Output, io: Io): Promise<void> {
  const { makePages } = await import("../../page/pages.ts");
  const progress = showProgress("writing pages of", io);
  const written: string[] = [];
  try {
    for await (const { path, text } of makePages({ ...source, onShown: progress.at }, name)) {
      writeGenerated(source.workspace, `${folder}${path}`, Buffer.from(text), { durable: false });
      written.push(path);
    }
  } finally {
    progress.end();
  }
  const rest = written.length > 1 ? `, and ${count(written.length - 1, "page")} in ${folder}${name}/` : "";
  io.out(`wrote ${folder}${name}.html${rest}\n`);
}

async function serve(source: PageSource, port: number, io: Io): Promise<void> {
  const { servePages } = await import("../../page/serve.ts");
  const served = await servePages(source, port);
  io.err(`Serving ${served.url}\nEnd it with Ctrl-C.\n`);
  await once(io.interrupt(), "abort");
  await served.close();
}

/** @returns tells of a feature what is not as it was. @throws KnownError (`git`) where there is no such revision */
async function comparer(workspace: Workspace, context: Known, since: string): Promise<(now: Model) => Changes> {
  const { changesOf } = await import("../../page/since/changes.ts");
  const revision = revisionAt(workspace.root, since);
  return (now) => changesOf(review(asOf(workspace, now.feature, revision.text), context).model, now, since);
}

interface Output {
  folder: string;
  /** Without its ending. */
  name: string;
}

/** @throws KnownError (`output`) for what is no file of the project, or no HTML */
function outputOf({ root }: Workspace, { output }: Options, io: Io): Output {
  const path = output === undefined ? `${GENERATED}/plan.html` : relative(root, resolve(io.cwd, output)).replaceAll("\\", "/");
  const [, folder = "", name] = /^((?:[^/]{1,255}\/){0,100})([^/]{1,200})\.html?$/.exec(path) ?? [];
  if (name !== undefined && !path.startsWith("../")) return { folder, name };
  throw new KnownError("output", `unexpected output "${output}"`, "Name a file inside of the project that ends in .html.");
}

function nameOf({ root }: Workspace): string {
  return root.split(/[\\/]/).findLast((part) => part !== "") ?? "Plan";
}

function stampOf({ root }: Workspace, keys: readonly FeatureKey[], io: Io): string {
  const commit = askGit(root, ["rev-parse", "--short", "HEAD"])?.trim();
  return [count(keys.length, "feature"), io.today(), ...(commit ? [`commit ${commit}`] : [])].join(" · ");
}
