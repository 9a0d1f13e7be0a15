import { collectCodes } from "./codes.ts";
import { collectClick } from "./commands/click.ts";
import { collectDerived } from "./commands/derived.ts";
import { collectEvents } from "./events.ts";
import { type Listed, surveyedFiles, textOf } from "./files.ts";
import { LANGUAGES, TEST } from "./languages.ts";
import { collectMail } from "./mail.ts";
import { frameworksOf } from "./manifests/frameworks.ts";
import { dependenciesOf } from "./manifests/index.ts";
import { settingsOf } from "./manifests/settings.ts";
import { modulesOf } from "./modules/summary.ts";
import { namingOf } from "./naming.ts";
import { notRead } from "./not-read.ts";
import type { Project } from "./project.ts";
import { collectQueries } from "./query-parameters.ts";
import { type Progress, type ReadText, readProject } from "./read-project.ts";
import { collectRoutes } from "./routes/index.ts";
import { servicesOf } from "./services.ts";
import { collectTypes } from "./shapes.ts";
import { collectTables } from "./tables/index.ts";
import type { LanguageShare, Place, Survey } from "./types.ts";

/**
 * @param read gives the texts; of the files as they are on the disk unless told
 * @returns the facts of the code of files, each with file and line
 */
export async function makeSurvey(root: string, files: readonly Listed[], progress?: Progress, read?: ReadText): Promise<Survey> {
  return toSurvey(await surveyProject(root, files, progress, read), files);
}

/** Reads the code of the files, and finds all facts in it. */
export async function surveyProject(
  root: string,
  files: readonly Listed[] = surveyedFiles(root),
  progress: Progress = () => {},
  read: ReadText = (file) => textOf(root, file),
): Promise<Project> {
  const project = await readProject(files, read, progress);
  const run = collectRoutes(project);
  collectClick(project);
  collectDerived(project);
  collectTypes(project);
  collectTables(project);
  collectEvents(project, run);
  collectCodes(project);
  collectMail(project);
  collectQueries(project);
  return project;
}

function toSurvey(project: Project, files: readonly Listed[]): Survey {
  const dependencies = dependenciesOf(project);
  return {
    version: 1,
    languages: languagesOf(files),
    dependencies: dependencies.sort(byPlace),
    frameworks: frameworksOf(dependencies),
    settings: settingsOf(project).sort(byPlace),
    routes: unique(project.routes).sort(byPlace),
    commands: project.commands.sort(byPlace),
    types: project.types.sort(byPlace),
    tables: project.tables,
    events: project.events.sort(byPlace),
    codes: unique(project.codes).sort(byPlace),
    mail: unique(project.mail).sort(byPlace),
    names: project.names(),
    naming: namingOf(project),
    modules: modulesOf(project),
    sources: [...project.sources.keys()].slice(0, MOST_SOURCES),
    tests: testsOf(files),
    services: servicesOf(project, project),
    unread: unique([...project.unread, ...notRead(project, files)]).sort(byPlace),
  };
}

const byPlace = (a: Place, b: Place): number => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1);

function unique<T>(facts: readonly T[]): T[] {
  return [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()];
}

const MOST_SOURCES = 5_000;
const MOST_TESTS = 2_000;

function testsOf(files: readonly Listed[]): string[] {
  const isTest = (path: string) => TEST.test(path) && LANGUAGES[path.split(".").at(-1) ?? ""] !== undefined && !path.endsWith(".d.ts");
  return files.flatMap(({ path }) => (isTest(path) ? [path] : [])).slice(0, MOST_TESTS);
}

function languagesOf(files: readonly Listed[]): LanguageShare[] {
  const found = new Map<string, LanguageShare>();
  for (const { path, size } of files) {
    const language = LANGUAGES[path.split(".").at(-1) ?? ""];
    if (!language) continue;
    const own = found.get(language.name) ?? {
      name: language.name,
      files: 0,
      bytes: 0,
      share: 0,
      read: language.grammar !== undefined || language.name === "sql",
    };
    found.set(language.name, { ...own, files: own.files + 1, bytes: own.bytes + size });
  }
  const all = [...found.values()].reduce((sum, { bytes }) => sum + bytes, 0) || 1;
  return [...found.values()]
    .map((one) => ({ ...one, share: Math.round((one.bytes / all) * 1000) / 1000 }))
    .sort((a, b) => b.bytes - a.bytes || (a.name < b.name ? -1 : 1));
}
