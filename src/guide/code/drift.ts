import type { Place } from "../../findings/finding.ts";
import type { Model } from "../../model/types.ts";
import type { Survey } from "../../survey/types.ts";
import { nameKey } from "../../text/names.ts";

/** One thing that the design and the code have otherwise. */
export interface Drift {
  kind: "not-built" | "built-otherwise" | "input-without-code";
  text: string;
  /** Where the design says it. */
  design: { file: string; line: number };
  /** Where the code has it; none where nothing is built. */
  code?: { file: string; line: number };
  /** Accepted in the document: its part on departures names it. */
  accepted: boolean;
}

export interface DriftReport {
  state: "designed" | "partly built" | "built" | "drifted";
  drifts: Drift[];
}

const ENDPOINT = /\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s{1,9}(\/[^\s`"'|,;)]{0,300})/;

/** @returns where a feature's design and the code differ, and how far it is built. */
export function driftOf(model: Model, survey: Survey): DriftReport {
  const drifts: Drift[] = [];
  const departures = departuresOf(model);
  let built = 0;
  const tell = (kind: Drift["kind"], text: string, place: Place, words: string, code?: Drift["code"]) =>
    drifts.push({
      kind,
      text,
      design: { file: place.file, line: place.line },
      ...(code ? { code: { file: code.file, line: code.line } } : {}),
      accepted: departures.includes(words),
    });
  const endpoints = model.backend.interfaces.flatMap(({ name, place }) => {
    const found = ENDPOINT.exec(name);
    return found ? [{ method: found[1] as string, path: found[2] as string, place }] : [];
  });
  const designed = endpoints.length;
  const exact = new Map(endpoints.map((one) => [one, sameRoute(survey.routes, one)]));
  // What another endpoint has found as its own is no rename of this one.
  const free = new Set(survey.routes.filter((route) => ![...exact.values()].includes(route)));
  for (const [{ method, path, place }, found] of exact) {
    const other = found ? undefined : renamed([...free], method, path);
    if (found || other) built++;
    if (other) {
      free.delete(other);
      tell("built-otherwise", `${method} ${path} is designed, the code has ${other.method} ${other.path}`, place, path, other);
    } else if (!found) tell("not-built", `${method} ${path} is designed, and the code has no such route`, place, path);
  }
  for (const { name, fields, place } of model.backend.structures) {
    const type = survey.types.find((one) => nameKey(one.name) === nameKey(name));
    if (!type) continue;
    const have = new Set(type.fields.map((field) => nameKey(field.name)));
    const want = new Set(fields.map((field) => nameKey(field.name)));
    for (const field of fields)
      if (!have.has(nameKey(field.name)))
        tell(
          "built-otherwise",
          `${name}.${field.name} is designed, and ${type.name} in the code has no such field`,
          field.place,
          `${name}.${field.name}`,
          type,
        );
    for (const field of type.fields)
      if (!want.has(nameKey(field.name)))
        tell(
          "built-otherwise",
          `${type.name} in the code has ${field.name}, which the design does not name`,
          place,
          `${name}.${field.name}`,
          { file: type.file, line: field.line },
        );
  }
  for (const row of model.research.existingInterfaces) {
    const text = Object.values(row.cells)
      .map((cell) => cell.text)
      .join(" ");
    const endpoint = ENDPOINT.exec(text);
    // Routes of other systems stand in a report as well: what is linked to a line of this code is of this code.
    const linked = Object.values(row.cells).some((cell) => /#L\d/.test(cell.source ?? ""));
    if (
      endpoint &&
      linked &&
      !survey.routes.some(
        (route) => (route.method === endpoint[1] || route.method === "ANY") && shape(route.path) === shape(endpoint[2] as string),
      )
    )
      tell(
        "input-without-code",
        `${endpoint[1]} ${endpoint[2]} stands in the research report, and the code has no such route`,
        row.place,
        endpoint[2] as string,
      );
  }
  const open = drifts.filter(({ accepted, kind }) => !accepted && kind !== "not-built");
  const state = open.length > 0 ? "drifted" : designed > 0 && built === designed ? "built" : built > 0 ? "partly built" : "designed";
  return { state, drifts };
}

/** A path in which all parameters are called the same. */
const shape = (path: string): string =>
  path
    .replace(/[{<:][^/{}<>]{1,80}[}>]?/g, "{}")
    .replace(/(.)\/$/, "$1")
    .toLowerCase();

type Route = Survey["routes"][number];

/** The route of the same method and path; a prefix that the design leaves out may stand in front. */
function sameRoute(routes: readonly Route[], { method, path }: { method: string; path: string }): Route | undefined {
  const wanted = shape(path);
  const fits = routes.filter((route) => route.method === method || route.method === "ANY");
  return fits.find((route) => shape(route.path) === wanted) ?? fits.find((route) => shape(route.path).endsWith(wanted));
}

/** A route of the same path and another method; else one of the same method whose path differs in one part. */
function renamed(routes: readonly Route[], method: string, path: string): Route | undefined {
  const wanted = shape(path);
  return (
    routes.find((route) => shape(route.path) === wanted) ??
    routes.find((route) => route.method === method && differences(shape(route.path), wanted) === 1)
  );
}

function differences(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  if (left.length !== right.length || left.length < 3) return Number.POSITIVE_INFINITY;
  return left.filter((part, index) => part !== right[index]).length;
}

/** What the documents say on departures and open questions. */
function departuresOf(model: Model): string {
  return [model.documents.architecture, model.documents["backend-design"]]
    .flatMap((document) =>
      document
        ? document.markdown.sections
            .filter(({ title }) => /departure|open question/i.test(title))
            .map(({ span }) => document.markdown.text.slice(span.start, span.end))
        : [],
    )
    .join("\n");
}
