import type { Model, Row } from "../types.ts";
import { type CodeIndex, codeIndex, routeMeant } from "./code-index.ts";
import { type CodePlace, thingKey } from "./things.ts";

/** A row of the research report whose line of the code is no longer what it was. */
export interface StaleRow {
  /** What the row names. */
  name: string;
  /** Where the row says that it stands. */
  said: string;
  /** Where the code has it now; none where it is gone. */
  now?: CodePlace;
  row: Row;
}

const LINK = /\]\((?:[^()\s#]{1,300}\/)?([^()\s#/]{1,120})#L(\d{1,7})\)/;

/** @returns the rows of the research report's interfaces that link to a line at which the code no longer has what they name */
export function staleRowsOf({ research, survey }: Model): StaleRow[] {
  if (!survey) return [];
  const index = codeIndex(survey);
  return research.existingInterfaces.flatMap((row) => {
    const cells = Object.values(row.cells);
    const link = cells.map(({ source }) => LINK.exec(source)).find(Boolean);
    const [name] = cells[0]?.codes ?? [];
    if (!link || name === undefined) return [];
    const places = placesOf(name, index);
    if (places === undefined) return [];
    const [, file = "", line = ""] = link;
    const isThere = places.some((place) => place.file.endsWith(file) && place.line === Number(line));
    const [now] = places;
    return isThere ? [] : [{ name, said: `${file}:${line}`, ...(now && { now }), row }];
  });
}

/** @returns every place at which the code has what a row names; undefined for what a survey does not list by name */
function placesOf(name: string, { survey, things, commands }: CodeIndex): CodePlace[] | undefined {
  const endpoint = /^([A-Z]{3,9}) (\/\S{0,300})$/.exec(name);
  if (endpoint) {
    const route = routeMeant(survey.routes, endpoint[1] as string, endpoint[2] as string);
    return route ? survey.routes.filter(({ path, method }) => path === route.path && method === route.method) : [];
  }
  const command = commands().meant(name)?.command;
  if (command) return command.name === name ? survey.commands.filter((one) => one.name === name) : [];
  if (!things().has(thingKey(name))) return undefined;
  return [...survey.tables, ...survey.types].filter((one) => one.name === name);
}
