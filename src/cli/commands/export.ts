import { relative, resolve } from "node:path";
import {
  changesBetween,
  EXPORT_LANGUAGES,
  type Exported,
  type ExportLanguage,
  exportContracts,
  isUntouched,
  KnownError,
  type Model,
  readContracts,
  readFeature,
  readText,
  review,
  selectFeatures,
  type Workspace,
  wordChange,
  writeGenerated,
} from "../../core.ts";
import type { CommandModule } from "../command.ts";
import type { Io, WorkspaceOptions } from "../io.ts";
import { open } from "../workspace.ts";

interface Options extends WorkspaceOptions {
  openapi?: boolean;
  asyncapi?: boolean;
  jsonSchema?: boolean;
  markdown?: boolean;
  json?: boolean;
  output?: string;
  force?: boolean;
}

const HELP = `
Writes what 04-backend-design.md says of interfaces, and nothing else: what the language asks for and the design does not
say is listed, never invented. The same design gives the same text. OpenAPI is 3.1, AsyncAPI 3.0, JSON Schema 2020-12.
A file that was exported and edited since is compared with the design, and only replaced with --force.

Examples:
  $ groundplan export E01-F02 --openapi > openapi.yaml
  $ groundplan export E01-F02 --openapi --output docs/api/refunds.openapi.yaml
  $ groundplan export E01-F02 --asyncapi --json

Exit status: 0 written, 1 a file differs and was left alone, 2 a mistake in use.`;

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("<feature>", "key or path of one feature")
    .option("--openapi", "endpoints and structures as OpenAPI")
    .option("--asyncapi", "events and structures as AsyncAPI")
    .option("--json-schema", "structures as JSON Schema")
    .option("--markdown", "structures, interfaces and error codes in the form of the interface contracts")
    .option("--json", "JSON in place of YAML")
    .option("-o, --output <file>", "file of the project to write, in place of the standard output; .json gives JSON")
    .option("--force", "replace a file that somebody has edited")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText("after", HELP)
    .action((feature: string, options: Options) => {
      const { workspace, context } = open(options, io);
      const [key, ...others] = selectFeatures(workspace, [feature], io.cwd);
      if (!key || others.length > 0) throw new KnownError("target", `"${feature}" is not one feature`, "Name one feature by its key.");
      const { model } = review(readFeature(workspace, key), context);
      const language = languageFor(options, model);
      const form = options.json || /\.json$/i.test(options.output ?? "") ? "json" : "yaml";
      const exported = exportContracts(model, language, form);
      tellNotStated(exported, model, io);
      if (options.output === undefined) {
        io.out(exported.text);
        done(0);
      } else done(save(workspace, options.output, exported, options, io));
    });
};

/** The language that was named; else the one that fits the kinds of interface. */
function languageFor(options: Options, { backend, files }: Model): ExportLanguage {
  const flags: Record<ExportLanguage, boolean | undefined> = {
    openapi: options.openapi,
    asyncapi: options.asyncapi,
    "json-schema": options.jsonSchema,
    markdown: options.markdown,
  };
  const named = EXPORT_LANGUAGES.filter((language) => flags[language]);
  if (named.length > 1)
    throw new KnownError("language", `unexpected ${named.map((name) => `--${name}`).join(" and ")}`, "Name one language.");
  const [language] = named;
  if (language) return language;
  if (backend.interfaces.some(({ kind }) => kind === "api")) return "openapi";
  if (backend.interfaces.some(({ kind }) => kind === "service")) return "asyncapi";
  throw new KnownError(
    "language",
    `${files["backend-design"]} has neither endpoints nor events`,
    "Name --json-schema for its structures, or --markdown for all of its interfaces.",
  );
}

function tellNotStated({ notStated }: Exported, { files }: Model, io: Io): void {
  if (notStated.length === 0) return;
  io.err(`${files["backend-design"]} does not state:\n${notStated.map((line) => `  ${line}\n`).join("")}`);
}

function save(workspace: Workspace, output: string, exported: Exported, { force, markdown }: Options, io: Io): 0 | 1 {
  const path = relative(workspace.root, resolve(io.cwd, output)).replaceAll("\\", "/");
  const known = readText(workspace, path, Number.MAX_SAFE_INTEGER);
  if (known && !force && known.text !== exported.text && !isUntouched(known.text)) {
    io.err(`${path} was edited, or not made by an export; it is left alone. --force replaces it.\n`);
    const facts = [known.text, exported.text].map((text) => readContracts([{ file: path, text, referred: false }]));
    const changes = facts[0] && facts[1] && !markdown ? changesBetween(facts[0], facts[1]) : [];
    for (const change of changes) io.out(`${change.breaking ? "breaks" : "fits  "}  ${wordChange(change)}\n`);
    return 1;
  }
  writeGenerated(workspace, path, Buffer.from(exported.text));
  io.out(`wrote ${path}\n`);
  return 0;
}
