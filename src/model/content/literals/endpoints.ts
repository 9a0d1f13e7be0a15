import { isSamePath, pathKey } from "../../../text/paths.ts";
import { settlesLiteral } from "../../departures/settles.ts";
import { outputs } from "../../query.ts";
import { routeMeant } from "../../survey/code-index.ts";
import type { Model, Place, Requirement } from "../../types.ts";

/** An endpoint that a requirement names and the design does not have, under its method and path. */
export interface UncarriedEndpoint {
  /** `PUT /v1/settings`, as the PRD writes it. */
  name: string;
  statement: Requirement;
  /** The line of an output that gives the path another method. */
  related: Place | undefined;
  /** The design has most of the endpoints that the PRD names: it names them in the same way. */
  certain: boolean;
}

const METHODS = /\b(?:GET|POST|PUT|PATCH|DELETE)\b/g;
const ENDPOINT = /\b(GET|POST|PUT|PATCH|DELETE)\s{1,4}`?(\/[^\s`,;|)"'?]{1,200})/g;
const PATH = /(?<![\w/.:])\/[\w{}<>:.*~-]{1,80}(?:\/[\w{}<>:.*~-]{0,80}){0,12}/g;
/** What is there already, or goes, is not asked for: the words stand before it. */
const OTHERWISE =
  /\b(?:existing|today|currently|already|unchanged|replac\w{1,4}|remov\w{1,3}|drops?|deprecat\w{1,5}|instead of|no longer|unlike|as for|like)\b[^.;]{0,60}$/i;

/** @returns the endpoints of functional requirements that neither output has, where the design has endpoints at all */
export function uncarriedEndpoints(model: Model): UncarriedEndpoint[] {
  const { backend, statements, documents, survey } = model;
  if (!documents["backend-design"] || backend.interfaces.every(({ kind }) => kind !== "api")) return [];
  const asked = statements.filter(({ kind, excluded }) => kind === "functional" && excluded === undefined);
  const named = asked.flatMap((statement) =>
    Array.from(statement.whole.matchAll(ENDPOINT))
      .filter(({ index }) => !OTHERWISE.test(statement.whole.slice(Math.max(0, index - 80), index)))
      .map(([, method = "", written = ""]) => {
        const path = written.replace(/(?<![.:])[.:]{1,9}$/, "");
        return { statement, method, path, key: keyOf(path) };
      }),
  );
  if (named.length === 0) return [];
  const carried = pathsIn(model);
  const lacking = named.filter(
    ({ method, path, key }) =>
      !routeMeant(survey?.routes ?? [], method, path) && !carried.some((each) => isSamePath(each.key, key) && has(each.methods, method)),
  );
  return lacking
    .filter(({ statement, method, path }) => ![path, `${method} ${path}`].some((text) => settlesLiteral(model, text, [statement.id])))
    .map(({ statement, method, path, key }) => ({
      name: `${method} ${path}`,
      statement,
      related: carried.find((each) => isSamePath(each.key, key))?.place,
      certain: lacking.length * 2 <= named.length,
    }));
}

/** The paths that the outputs name, each with the methods of its line; a line without a method may mean any. */
function pathsIn(model: Model): { key: string; methods: ReadonlySet<string>; place: Place }[] {
  return outputs(model).flatMap(({ file, markdown: { lines, text, lineCount } }) =>
    Array.from({ length: lineCount }, (_, index) => index + 1).flatMap((line) => {
      const written = lines.lineIn(text, line);
      if (!written.includes("/")) return [];
      const methods = new Set(written.match(METHODS));
      return (written.match(PATH) ?? []).map((path) => ({ key: keyOf(path), methods, place: { file, line, column: 1 } }));
    }),
  );
}

const has = (methods: ReadonlySet<string>, method: string) => methods.size === 0 || methods.has(method);

/** As {@link pathKey}, of a path in a sentence: `/orders/42` is an example of `/orders/{id}`, and what ends the sentence is none of it. */
const keyOf = (path: string) => pathKey(path.replace(/(?<=\/)\d{1,20}(?=\/|$)/g, "{}").replace(/(?<![/.:])[.:]{1,9}$/, ""));
