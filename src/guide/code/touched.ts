import { askedAndThere } from "../../model/survey/asked.ts";
import type { Model } from "../../model/types.ts";
import type { Survey } from "../../survey/types.ts";
import { countWords, touching } from "./words.ts";

/** What of the code shares words with the PRD, the closest first. */
export interface Touched {
  /** Without those that the PRD names. */
  routes: Survey["routes"];
  commands: Survey["commands"];
  events: Survey["events"];
  tables: Survey["tables"];
  types: Survey["types"];
  /** The words of the PRD, with how often each stands in it. */
  words: ReadonlyMap<string, number>;
}

const NOTHING: Touched = { routes: [], commands: [], events: [], tables: [], types: [], words: new Map() };

/** @returns what of the code a feature may extend, reuse or change; nothing without a survey */
export function touchedBy(model: Model): Touched {
  const { survey } = model;
  if (!survey) return NOTHING;
  const words = countWords(model.documents.prd?.markdown.prose ?? "");
  const told = new Set(askedAndThere(model).there.map(({ file, line }) => `${file}:${line}`));
  const isNew = ({ file, line }: { file: string; line: number }) => !told.has(`${file}:${line}`);
  const tables = touching(survey.tables, ({ name }) => name, words, 6);
  const models = new Set(tables.flatMap((table) => table.model ?? []));
  return {
    words,
    tables,
    types: touching(
      servingTypes(survey).filter(({ name }) => !models.has(name)),
      ({ name }) => name,
      words,
      10,
    ),
    routes: touching(survey.routes.filter(isNew), ({ path }) => path, words, 8),
    commands: touching(survey.commands.filter(isNew), ({ name }) => name.split(" ").slice(1).join(" "), words, 6),
    events: touching(survey.events, ({ name }) => name, words, 5),
  };
}

/** Types of the languages that serve: what a screen is made of is nothing to build on. */
function servingTypes({ types, routes, commands, tables }: Survey): Survey["types"] {
  const ending = (file: string) => file.slice(file.lastIndexOf(".") + 1);
  const serving = new Set([...routes, ...commands, ...tables].map(({ file }) => ending(file)));
  return serving.size === 0 ? types : types.filter(({ file }) => serving.has(ending(file)) || serving.has("sql"));
}
