import { Option } from "commander";
import {
  type Diagram,
  type Drawn,
  drawDiagrams,
  formatKey,
  GENERATED,
  isOutput,
  KnownError,
  PICTURE_FORMATS,
  type PictureFormat,
  type Review,
  selectFeatures,
  THEMES,
  type Theme,
  type Workspace,
  writeGenerated,
} from "../../core.ts";
import type { CommandModule } from "../command.ts";
import { inTurn } from "../in-turn.ts";
import type { Io, WorkspaceOptions } from "../io.ts";
import { showProgress } from "../progress.ts";
import { reviewerOf } from "../reviewer.ts";
import { open } from "../workspace.ts";

interface Options extends WorkspaceOptions {
  format: PictureFormat[];
  theme: Theme;
  out?: string;
  json?: boolean;
}

const HELP = `
Pictures go to .groundplan/diagrams/<epic>/<feature>/, which git ignores, or to the folder that --out names.
Drawing needs mermaid-cli beside groundplan (npm install --save-dev @mermaid-js/mermaid-cli puppeteer) and a
browser: the system's Chromium or Chrome, or the one that PUPPETEER_EXECUTABLE_PATH names.

Examples:
  $ groundplan render E01-F02
  $ groundplan render E01-F02 --format svg --theme dark --out docs/pictures

Exit status: 0 all drawn, 1 a diagram was not drawn, 2 no browser, or a mistake in use.`;

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("[features...]", "keys, epics or paths; all features when there is none")
    .option("--format <formats>", `kinds of picture, separated by commas: ${PICTURE_FORMATS.join(", ")}`, parseFormats, [
      ...PICTURE_FORMATS,
    ])
    .addOption(new Option("--theme <name>", "Mermaid's theme").choices([...THEMES]).default("default"))
    .option("--out <folder>", "folder of the project for the pictures, with a folder for each feature in it")
    .option("--json", "as data for scripts")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText("after", HELP)
    .action(async (features: string[], options: Options) => {
      const { workspace, context } = open(options, io);
      const keys = selectFeatures(workspace, features, io.cwd);
      const reviewer = reviewerOf(workspace, context, io);
      const named = await inTurn(keys, (key) => namePictures(reviewer.review(key)));
      done(reviewer.status(await render(workspace, named.flat(), options, io)));
    });
};

async function render(workspace: Workspace, named: readonly Picture[], options: Options, io: Io): Promise<0 | 1> {
  const progress = showProgress("drawing", io);
  const drawn = await drawDiagrams(
    named.map(({ diagram }) => diagram),
    { formats: options.format, theme: options.theme, env: io.env, onDrawn: (_, count, all) => progress.at(count, all) },
  ).finally(() => progress.end());
  const results = drawn.map((result, index) => ({ result, files: save(workspace, named[index]?.path ?? "", result, options) }));
  if (options.json) io.out(`${JSON.stringify({ version: 1, diagrams: results.map(asData) }, null, 2)}\n`);
  else tell(results, io);
  return drawn.some(({ problem }) => problem !== undefined) ? 1 : 0;
}

/** A diagram, and where its picture is to stand, without the ending. */
interface Picture {
  diagram: Diagram;
  path: string;
}

/** `02-architecture-1-system-architecture-diagram`, in the order of the document. */
function namePictures({ model }: Review): Picture[] {
  const counts = new Map<string, number>();
  return model.diagrams
    .filter(({ document }) => isOutput(document))
    .map((diagram) => {
      const count = (counts.get(diagram.document) ?? 0) + 1;
      counts.set(diagram.document, count);
      const document = model.files[diagram.document].replace(/\.md$/, "");
      const section = diagram.section
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, "-")
        .replace(/^-+|(?<!-)-+$/g, "");
      return { diagram, path: `${formatKey(model.key)}/${[document, count, section].filter(Boolean).join("-").slice(0, 120)}` };
    });
}

function save(workspace: Workspace, path: string, { pictures }: Drawn, { out }: Options): string[] {
  return pictures.map(({ format, bytes }) => {
    const file = `${out?.replace(/(?<!\/)\/+$/, "") ?? `${GENERATED}/diagrams`}/${path}.${format}`;
    writeGenerated(workspace, file, bytes);
    return file;
  });
}

function tell(results: readonly { result: Drawn; files: string[] }[], io: Io): void {
  for (const { result, files } of results) {
    for (const file of files) io.out(`drew    ${file}\n`);
    const { place } = result.diagram;
    if (result.problem !== undefined) io.out(`${io.style.red("failed")}  ${place.file}:${place.line}: ${result.problem}\n`);
  }
  if (results.length === 0) io.out("No diagrams to draw.\n");
}

function asData({ result: { diagram, problem }, files }: { result: Drawn; files: string[] }) {
  return { document: diagram.place.file, line: diagram.place.line, section: diagram.section, type: diagram.type, files, problem };
}

function parseFormats(words: string): PictureFormat[] {
  const formats = words.split(",").map((word) => word.trim().toLowerCase());
  const unknown = formats.find((format) => !(PICTURE_FORMATS as readonly string[]).includes(format));
  if (unknown !== undefined)
    throw new KnownError("format", `unexpected format "${unknown}"`, `Name any of: ${PICTURE_FORMATS.join(", ")}, separated by commas.`);
  return formats as PictureFormat[];
}
