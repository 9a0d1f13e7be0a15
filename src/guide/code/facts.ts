import { askedAndThere } from "../../model/survey/asked.ts";
import { codeIndex } from "../../model/survey/code-index.ts";
import { codeConflicts, settlesConflict } from "../../model/survey/conflicts.ts";
import { waysOf } from "../../model/survey/ways.ts";
import type { Model } from "../../model/types.ts";
import type { Survey } from "../../survey/types.ts";
import type { FactGroup } from "../fact-group.ts";
import { readFirst } from "./read-first.ts";
import { touchedBy } from "./touched.ts";

/** What the code has that concerns a feature, in groups for briefs; each of them is empty without a survey. */

type Placed = { file: string; line: number };
const at = ({ file, line }: Placed): string => `(${file}:${line})`;
const listed = (names: readonly string[], most: number): string =>
  names.length > most ? `${names.slice(0, most).join(", ")} and ${names.length - most} more` : names.join(", ");

function group(label: string, survey: Survey | undefined, items: string[]): FactGroup {
  return { label, from: survey?.commit ? `the code at ${survey.commit.slice(0, 10)}` : "the code", items, code: true };
}

/** What the inputs say of the code, and it has otherwise or not at all. */
export function conflictsWithCode(model: Model): FactGroup {
  const open = codeConflicts(model).filter((conflict) => !settlesConflict(model, conflict));
  return group(
    "corrections of the inputs, each to be taken over, or decided otherwise in a row of Departures: what they say of the code, and what it has",
    model.survey,
    open.map(({ what, said, has, place, code, certain }) => {
      const where = `${place.file.slice(place.file.lastIndexOf("/") + 1)}:${place.line}`;
      const truth = has === "" ? `the code has no such ${what}` : `the code has ${has}`;
      return `${where} says "${said}": ${certain ? "" : "as far as was read, "}${truth}${code ? ` ${at(code)}` : ""}`;
    }),
  );
}

/** What the PRD asks for, and is there. */
export function alreadyThere(model: Model): FactGroup {
  const { there, lacking } = askedAndThere(model);
  return group("interfaces that the PRD names and the code has already: extend them, or say why not", model.survey, [
    ...there.map(
      (one) =>
        `${one.name} ${at(one)}${one.takes.length > 0 ? ` takes ${listed(one.takes, 14)}` : ""}${one.lacks.length > 0 ? `; the PRD gives it ${one.lacks.join(", ")}, which it has not` : ""}`,
    ),
    ...(lacking.length > 0 ? [`Options that the PRD names and none of these commands has: ${listed(lacking, 20)}`] : []),
  ]);
}

/** Routes, commands and events that share words with the PRD. */
export function interfacesOf(model: Model): FactGroup {
  const { routes, commands, events } = touchedBy(model);
  return group("existing interfaces that the PRD's words touch", model.survey, [
    ...routes.map((one) => `${one.method} ${one.path} ${at(one)}${sayTakes(one.query ?? [], 14)}`),
    ...commands.map((one) => `${one.name} ${at(one)}${one.registered ? "" : ", which nothing registers"}${sayTakes(one.flags, 8)}`),
    ...events.map((one) => `event ${one.name} ${at(one)}, ${one.direction} by ${one.system}`),
  ]);
}

const namesOf = (named: readonly { name: string }[]): string[] => named.map(({ name }) => name);
const sayTakes = (taken: readonly { name: string }[], most: number): string =>
  taken.length > 0 ? ` takes ${listed(namesOf(taken), most)}` : "";

/** Tables and types that share words with the PRD, to be extended or reused. */
export function storedThings(model: Model): FactGroup {
  const { tables, types } = touchedBy(model);
  return group("tables and types of the code to extend or reuse, in its spelling", model.survey, [
    ...tables.map(
      (one) =>
        `table ${one.name} ${at(one)}${one.model ? `, model ${one.model}` : ""}: ${listed(
          one.columns.map(({ name, type }) => (type && /^(?:id|key)$|_id$/.test(name) ? `${name} ${type}` : name)),
          14,
        )}`,
    ),
    ...types.map((one) => `${one.kind} ${one.name} ${at(one)}: ${listed(namesOf(one.fields), 8)}`),
  ]);
}

/** The files behind all of it. */
export function filesToRead(model: Model): FactGroup {
  const { routes, commands, tables, types, words } = touchedBy(model);
  return readFirst(model, [...routes, ...commands, ...types.slice(0, 3), ...tables], words);
}

/** Frameworks, images and their versions. */
export function stackInCode({ survey }: Model): FactGroup {
  const images = (survey?.settings ?? []).filter(({ kind, name }) => (kind === "compose" || kind === "container") && name.includes(":"));
  const seen = new Set<string>();
  const once = ({ name }: { name: string }) => !seen.has(name) && seen.add(name);
  return group("stack in use", survey, [
    ...(survey?.frameworks ?? [])
      .filter(once)
      .map((one) => `${one.name}${one.version ? ` ${one.version.replace(/^[\^~v=]{1,2}/, "")}` : ""} ${at(one)}`),
    ...images
      .filter(once)
      .slice(0, 8)
      .map((one) => `${one.name.replace(":", " ")} ${at(one)}`),
  ]);
}

/** How names are written, as measured. */
export function conventionsInCode({ survey }: Model): FactGroup {
  return group(
    "naming as measured",
    survey,
    (survey?.naming ?? [])
      .filter(({ kind, all }) => kind !== "file" && all > 1)
      .map(({ kind, style, count, all, exceptions }) => {
        const but = exceptions.slice(0, 2).map(({ name }) => name);
        return `${kind}: ${style}, ${count} of ${all}${but.length > 0 ? ` (not ${but.join(", ")})` : ""}`;
      }),
  );
}

const SPEAKS_OF: Readonly<Record<string, RegExp>> = {
  jobs: /\b(?:jobs?|background|workers?|schedul\w{1,4}|cron|queues?|remind\w{0,4}|expires?|daily|nightly|every (?:day|hour|night))\b/i,
  mail: /\be-?mails?\b|\bnotif(?:y|ied|ications?)\b/i,
  "sign-in": /\b(?:sign(?:s|ed)?[ -]?in|log(?:s|ged)?[ -]?in|tokens?|passwords?|authenticat\w{1,4}|permissions?|roles?)\b/i,
};

/** How lists, jobs, mail, sign-in, migrations and tests are done. */
export function waysInCode(model: Model): FactGroup {
  const { survey } = model;
  if (!survey) return group("ways of the code", survey, []);
  const paging = codeIndex(survey).paging();
  const [first] = paging;
  const prose = model.documents.prd?.markdown.prose ?? "";
  // That there is none is worth a line where the PRD speaks of it.
  const told = waysOf(survey).filter(({ of, packages }) => packages.length > 0 || SPEAKS_OF[of]?.test(prose));
  const ways = told.map(({ of, packages }) =>
    packages.length === 0
      ? `${of}: no package for it among the dependencies`
      : `${of}: ${listed(
          packages.map(({ name, version }) => (version ? `${name} ${version}` : name)),
          4,
        )} ${at(packages[0] as Placed)}`,
  );
  return group("ways of the code", survey, [
    ...(first ? [`lists: cut into pages by ${paging.map(({ name }) => name).join(", ")}, as in ${first.route} ${at(first)}`] : []),
    ...mailIn(survey),
    ...ways,
  ]);
}

function mailIn({ mail }: Survey): string[] {
  return [false, true].flatMap((deferred) => {
    const calls = mail.filter((one) => one.deferred === deferred);
    const names = [...new Set(calls.map(({ name }) => name))];
    if (calls.length === 0) return [];
    return [
      `messages ${deferred ? "sent later" : "sent within the call, nothing queues them"}: ${names.slice(0, 3).join(", ")} ${listed(calls.map(at), 4)}`,
    ];
  });
}

/** @returns what of the code decides the design of a feature, the weightiest first */
export function decisiveFacts(model: Model): FactGroup[] {
  const groups = [conflictsWithCode, filesToRead, alreadyThere, storedThings, interfacesOf, waysInCode, stackInCode, conventionsInCode];
  return groups.map((facts) => facts(model)).filter(({ items }) => items.length > 0);
}
