import { posix } from "node:path";
import type { Survey } from "../../survey/types.ts";
import { countWords, touching } from "./words.ts";

/** What the code says on one section of a research report. */
export interface ResearchSection {
  title: string;
  /** Absent where the section is prose. */
  columns?: string[];
  rows: string[][];
  prose: string[];
}

const HELD = "facts that the PRD's words name";

/** @returns whether a component of a report is a folder of the code, which the code's survey has listed as a place to look at */
export function isFolderOfCode({ purpose }: { purpose: string }): boolean {
  return purpose.includes(HELD);
}

type Placed = { file: string; line: number };

/**
 * The rows of a research report that the code itself answers, limited to what the PRD's words touch.
 *
 * @param prd the text of the PRD
 * @param folder of the feature, from which links lead to the code
 */
export function researchSections(survey: Survey, prd: string, folder: string): ResearchSection[] {
  const words = countWords(prd);
  const link = ({ file, line }: Placed) => `[${file}:${line}](${posix.relative(folder, file)}#L${line})`;
  const code = (text: string) => `\`${text.replace(/[`|]/g, "")}\``;
  const routes = touching(survey.routes, ({ path, handler }) => `${path} ${handler ?? ""}`, words, 12);
  const commands = touching(survey.commands, ({ name, flags }) => `${name} ${flags.map((flag) => flag.name).join(" ")}`, words, 10);
  const tables = touching(survey.tables, ({ name }) => name, words, 10);
  const types = touching(survey.types, ({ name }) => name, words, 12);
  const events = touching(survey.events, ({ name }) => name, words, 8);
  const interfaces = [
    ...routes.map((one) => [
      code(`${one.method} ${one.path}`),
      link(one),
      `Route of ${one.framework}${one.handler ? `, handled by ${code(one.handler)}` : ""}`,
    ]),
    ...commands.map((one) => [
      code(one.name),
      link(one),
      `${one.registered ? "Command" : "Command that nothing registers"}${one.flags.length > 0 ? ` with ${one.flags.map(({ name }) => code(name)).join(", ")}` : ""}`,
    ]),
    ...events.map((one) => [code(one.name), link(one), `Event of ${one.system}, ${one.direction}`]),
    ...tables.map((one) => [
      `Table ${code(one.name)}`,
      link(one),
      `Columns ${one.columns
        .slice(0, 12)
        .map(({ name }) => code(name))
        .join(", ")}${one.columns.length > 12 ? ` and ${one.columns.length - 12} more` : ""}`,
    ]),
    ...types.map((one) => [
      `Type ${code(one.name)}`,
      link(one),
      `Reuse: ${one.kind} with ${one.fields
        .slice(0, 8)
        .map(({ name }) => code(name))
        .join(", ")}`,
    ]),
  ];
  const touched = [...routes, ...commands, ...tables, ...types, ...events];
  return [
    { title: "Summary", rows: [], prose: [summaryOf(survey, touched.length)] },
    { title: "Technology Stack", columns: ["Layer", "Technology", "Reason"], prose: [], rows: stackOf(survey, link) },
    { title: "Architecture Style", rows: [], prose: [styleOf(survey)] },
    {
      title: "Naming Conventions",
      columns: ["Kind", "Convention", "Example"],
      prose: [],
      rows: survey.naming.map((one) => [one.kind, `${one.style}, ${one.count} of ${one.all}`, exampleOf(survey, one, link, code)]),
    },
    { title: "Existing Interfaces", columns: ["Interface", "Location", "Relevance"], prose: [], rows: interfaces },
    {
      title: "Components in Scope",
      columns: ["Component", "Purpose", "Responsibilities", "Dependencies", "Interfaces"],
      prose: [],
      rows: componentsOf(survey, touched, link, code),
    },
  ];
}

function summaryOf(survey: Survey, touched: number): string {
  const languages = survey.languages
    .filter(({ share }) => share >= 0.05)
    .map(({ name, share }) => `${name} (${Math.round(share * 100)} %)`);
  const counts = `${survey.routes.length} routes, ${survey.commands.length} commands, ${survey.tables.length} tables, ${survey.types.length} types`;
  const open =
    survey.unread.length > 0 ? ` ${survey.unread.length} facts could not be read with certainty: \`groundplan survey\` lists them.` : "";
  return `Read from the code${survey.commit ? ` at commit \`${survey.commit}\`` : ""}: ${languages.join(", ")}; ${counts}, of which ${touched} share words with the PRD.${open}`;
}

function stackOf(survey: Survey, link: (place: Placed) => string): string[][] {
  const images = survey.settings.filter(({ kind }) => kind === "container" || kind === "compose");
  return [
    ...survey.frameworks.map((one) => [
      "Code",
      `${one.name}${one.version ? ` ${one.version.replace(/^[\^~v=]{1,2}/, "")}` : ""}`,
      `In use: ${link(one)}`,
    ]),
    ...images.slice(0, 8).map((one) => ["Runtime", one.name.replace(":", " "), `In use: ${link(one)}`]),
  ];
}

function styleOf(survey: Survey): string {
  const largest = [...survey.modules].sort((a, b) => b.files - a.files).slice(0, 6);
  return `Read from the code: ${survey.modules.length} folders of code, the largest ${largest
    .map(
      ({ name, files, imports }) =>
        `\`${name}\` (${files} files${
          imports.length > 0
            ? `, imports ${imports
                .slice(0, 3)
                .map((one) => `\`${one}\``)
                .join(", ")}`
            : ""
        })`,
    )
    .join("; ")}.`;
}

function exampleOf(
  survey: Survey,
  { kind, exceptions }: Survey["naming"][number],
  link: (place: Placed) => string,
  code: (text: string) => string,
): string {
  const other = new Set(exceptions.map(({ name }) => name));
  const found: Record<string, (Placed & { name: string }) | undefined> = {
    type: survey.types.find(({ name }) => !other.has(name)),
    table: survey.tables.find(({ name }) => !other.has(name)),
    column: survey.tables.flatMap(({ columns }) => columns).find(({ name }) => !other.has(name)),
    event: survey.events.find(({ name }) => !other.has(name)),
    field: survey.types.flatMap(({ file, fields }) => fields.map((field) => ({ ...field, file }))).find(({ name }) => !other.has(name)),
    flag: survey.commands.flatMap(({ flags }) => flags)[0],
    command: survey.commands[0],
    "route segment": survey.routes.map(({ path, file, line }) => ({ name: path, file, line }))[0],
  };
  const example = found[kind];
  const but =
    exceptions.length > 0
      ? `; not ${exceptions
          .slice(0, 2)
          .map(({ name }) => code(name))
          .join(", ")}`
      : "";
  return example ? `${code(example.name)} in ${link(example)}${but}` : `measured${but}`;
}

function componentsOf(
  survey: Survey,
  touched: readonly Placed[],
  link: (place: Placed) => string,
  code: (text: string) => string,
): string[][] {
  const folders = new Map<string, Placed[]>();
  for (const fact of touched) {
    const folder = posix.dirname(fact.file);
    folders.set(folder, [...(folders.get(folder) ?? []), fact]);
  }
  return [...folders]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, 8)
    .map(([folder, facts]) => {
      const routes = survey.routes.filter(({ file }) => posix.dirname(file) === folder);
      const imports = survey.modules.find(({ name }) => name === folder)?.imports ?? [];
      const own = routes.slice(0, 4).map(({ method, path }) => code(`${method} ${path}`));
      return [
        code(folder),
        `Holds ${facts.length} ${HELD}, first ${link(facts[0] as Placed)}`,
        `Holds ${routes.length} routes, ${survey.types.filter(({ file }) => posix.dirname(file) === folder).length} types`,
        imports.slice(0, 4).map(code).join(", ") || "none of the repository",
        own.length > 0 ? `Exposes ${own.join(", ")}` : "none that is read",
      ];
    });
}
