import { type Model, type Said, statedIn, wholeOf } from "../../core.ts";
import { citation, cite, citeSaid } from "./cite.ts";
import { blocks, code, gap, table } from "./markdown.ts";
import { from } from "./origins.ts";

const ERRORS = ["Code", "Status", "Meaning"];
const MOST = 5;

/** @returns the agreed codes, else the statuses, codes and messages that the PRD names */
export function errorCodes(model: Model): string[] {
  const agreed = model.contracts.errors.map(({ code: name, status, meaning, place }) => [code(name), status, from(meaning, place)]);
  if (agreed.length > 0) return table(ERRORS, agreed);
  const { errors } = statedIn(model);
  if (errors.length === 0) {
    const failing = saidOf(model, FAILS);
    return failing.length === 0
      ? []
      : [
          gap(
            `a code and a status (400, 403, 404, 409, ...) for each failure that is stated: ${citation(failing.map(({ source }) => source))}`,
          ),
        ];
  }
  const rows = errors.map(({ code: name, status, meaning, sources }) => [
    /^[`"]/.test(name) ? name : code(name),
    status,
    cite(meaning, sources, 160),
  ]);
  const open = rows.some(([, status]) => status === "");
  return blocks(open ? [gap("the status or exit code of each message whose cell is empty, and a code for each")] : [], table(ERRORS, rows));
}

/** @returns the statements on the form of an error */
export function errorFormat(model: Model): string[] {
  return told(
    model,
    /\berror (?:format|body|response|object|payload)s?\b|\berrors? (?:messages? )?must (?:be|have|include|contain|show|list)\b/i,
  );
}

/** Something does not work out, whatever it is answered with. */
const FAILS =
  /\b(?:errors?|fails?|failed|invalid|rejects?|rejected|refuses?|refused|den(?:y|ied|ies)|not found|already (?:exists|taken)|duplicate|expired|incorrect|unauthori[sz]ed|forbidden)\b/i;

const AFTER_FAILURE =
  /\b(?:retr(?:y|ies|ied)|roll(?:ed)? ?back|fall ?back|recovers?|recovery|resum\w*|unavailable|is away|is down|outage|at least once|graceful\w*|continues? (?:with|operating))\b|\bif .{3,60} fails?\b/i;

/** @returns the statements on what is done after a failure */
export function recovery(model: Model): string[] {
  return told(model, AFTER_FAILURE);
}

/** @returns the ids of what is told of failures and of limits, by the section that tells of it */
export function handled(model: Model): ReadonlyMap<string, readonly string[]> {
  const limit = statedIn(model).said.find(({ text }) => LIMITS.test(text));
  return new Map([
    ["Rate Limiting", limit ? [limit.id] : []],
    ["Recovery Strategies", saidOf(model, AFTER_FAILURE).map(({ id }) => id)],
  ]);
}

function told(model: Model, pattern: RegExp): string[] {
  return saidOf(model, pattern).map((one) => `- ${citeSaid(one, 180)}`);
}

function saidOf(model: Model, pattern: RegExp): Said[] {
  return statedIn(model)
    .said.filter((one) => pattern.test(wholeOf(one)))
    .slice(0, MOST);
}

const PAGES =
  /\b(?:paginat\w*|page size|per page|next page|cursor[- ]based|offset[- ]based)\b|`(?:page|page_size|per_page|cursor|limit|offset)`/i;

/** @returns what is said of lists in pages, by the labels of the template in lower case */
export function paging(model: Model): Map<string, string> {
  const { said, assumptions } = statedIn(model);
  const found = [...said, ...assumptions].find(({ text }) => PAGES.test(text));
  if (!found) return new Map();
  const names = Array.from(found.text.matchAll(/`([a-z]\w{1,30})`/g), ([, name = ""]) => code(name));
  return new Map([
    ["pattern", cite(found.text, [found.source])],
    ...(names.length > 0 ? ([["parameters", from(names.join(", "), found.source)]] as const) : []),
  ]);
}

const LIMITS =
  /\brate[- ]limit\w*|\bthrottl\w*|\b(?:requests|calls)\s?(?:per|a|\/)\s?(?:s|sec|seconds?|min|minutes?|h|hours?|days?)\b|\b429\b/i;

/** @returns what is said of the limits that callers meet */
export function rateLimits(model: Model): Map<string, string> {
  const found = statedIn(model).said.find((one: Said) => LIMITS.test(one.text));
  return found ? new Map([["limits", citeSaid(found)]]) : new Map();
}

/** @returns the version that the paths bear */
export function versioning(model: Model): Map<string, string> {
  const paths = statedIn(model).interfaces.filter(({ kind }) => kind === "api");
  const [found] = paths.flatMap((one) => {
    const version = /\/(v\d{1,3})(?=\/)/.exec(one.name)?.[1];
    return version === undefined ? [] : [{ version, one }];
  });
  if (!found) return new Map();
  return new Map([
    [
      "strategy",
      cite(
        `URL-based: the stated paths bear ${code(`/${found.version}`)}`,
        found.one.said.slice(0, 1).map(({ source }) => source),
      ),
    ],
    ["current version", from(found.version, found.one.said[0]?.source)],
  ]);
}
