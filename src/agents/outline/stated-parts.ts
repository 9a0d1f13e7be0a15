import { type Model, type Said, type StatedInput, type StatedInterface, securityTopics, statedIn, wholeOf } from "../../core.ts";
import { citation, cite, citeSaid } from "./cite.ts";
import { code } from "./markdown.ts";
import { from } from "./origins.ts";

const MOST_STEPS = 8;
/** Who "can list" is answered with a list; "list (`GET ...`)" names what is called, and "list of types" a thing. */
const ANSWER =
  /(?<![\w/`-])(?:(?:returns?|responds? with|answers? with|lists|shows|prints|displays|outputs)|(?<=\b(?:can|may|shall|must|should|to|will)\s)(?:list|show|print|display|output))\b(?!\s(?:of\b|\())[^;]{3,200}/i;
const OUTPUT = /\b(?:output|prints?|displays?|json|table|format|colou?r|stdout|stderr|human-readable)\b/i;
const CALLERS = /\b(?:consum\w*|subscrib\w*|receiv\w*|listens?|notif\w*)\b/i;
const EXIT = /\bexit\w*(?: with)?(?: status| code)?(?: is| of)? (?:code )?`?\d/i;

interface About {
  model: Model;
  one: StatedInterface;
  /** What is told of it and of no interface before it in the same words. */
  said: readonly Said[];
}

/** The first line is what stands behind the label, the others are items below it. */
const PARTS: Readonly<Record<string, (about: About) => string[]>> = {
  Purpose: ({ model, one }) => purpose(model, one),
  "Authentication and authorization": ({ said }) =>
    first(said.filter((each) => securityTopics({ text: wholeOf(each), label: "" }).some((topic) => topic.startsWith("Auth")))),
  Parameters: ({ one }) => parameters(one),
  "Request body": ({ one }) => body(one),
  Response: ({ said }) =>
    first(
      said.filter((each) => ANSWER.test(each.text)),
      (each) => ANSWER.exec(each.text)?.[0],
    ),
  "Processing steps": ({ said, one }) => steps(said, one),
  "Error responses": ({ model, said }) => errors(model, said),
  Signature: ({ one }) => [from(code(`${one.name}(${one.inputs.map(({ name }) => name).join(", ")})`), one.said[0]?.source)],
  Returns: ({ said }) => first(said.filter((each) => ANSWER.test(wholeOf(each)))),
  "Errors raised": ({ model, said }) => errors(model, said),
  Behavior: ({ said, one }) => steps(said, one),
  Usage: ({ one }) => [usage(one)],
  "Arguments and options": ({ one }) => (one.inputs.length === 0 ? [] : ["", ...one.inputs.map(input)]),
  "Output format": ({ said }) => items(said.filter((each) => OUTPUT.test(wholeOf(each)))),
  "Exit codes": ({ said }) => items(said.filter((each) => EXIT.test(wholeOf(each)))),
  Trigger: ({ said }) => items(said),
  Payload: ({ one }) => (one.inputs.length === 0 ? [] : [one.inputs.map(input).join("; ")]),
  Consumers: ({ said }) => first(said.filter((each) => CALLERS.test(wholeOf(each)))),
};

/**
 * @param before the interfaces that are told before it
 * @returns the parts of an interface that the PRD states, by the labels of the template
 */
export function statedParts(
  model: Model,
  one: StatedInterface,
  before: readonly StatedInterface[],
  labels: readonly string[],
): Map<string, readonly string[]> {
  const twin = before.find((other) => other.said.length === one.said.length && other.said.every((each) => one.said.includes(each)));
  const about = { model, one, said: one.said };
  return new Map(
    labels.flatMap((label): [string, readonly string[]][] => {
      const lines = PARTS[label]?.(about) ?? [];
      if (lines.length === 0) return [];
      // What one statement says of several interfaces is told once.
      return twin && /steps|errors?\b/i.test(label)
        ? [[label, [from(`As for ${code(twin.name)}`, one.said[0]?.source)]]]
        : [[label, lines]];
    }),
  );
}

/** @returns which parts are missing, with how many of the interfaces lack each */
export function missingParts(labels: readonly string[], all: readonly ReadonlyMap<string, readonly string[]>[]): string {
  return labels
    .flatMap((label) => {
      const lacking = all.filter((parts) => !parts.has(label)).length;
      return lacking === 0 ? [] : [lacking === all.length ? label : `${label} (${lacking})`];
    })
    .join(", ");
}

/** What no other part of a command tells stands below its purpose. */
function purpose(_: Model, { kind, purpose: told, said }: StatedInterface): string[] {
  const [first] = said;
  if (told === "" || !first) return [];
  const from = said.find((one) => wholeOf(one).includes(told)) ?? first;
  const rest =
    kind === "cli"
      ? said.filter((one) => one !== from && one.kind !== "story" && !OUTPUT.test(wholeOf(one)) && !EXIT.test(wholeOf(one)))
      : [];
  const further = rest.slice(MOST_STEPS);
  return [
    cite(told, [from.source], 200),
    ...rest.slice(0, MOST_STEPS).map((one) => citeSaid(one, 160)),
    ...(further.length > 0 ? [furtherSaid(further)] : []),
  ];
}

const PLACEHOLDER = /[{:<]([A-Za-z]\w{0,40})[}>]?/g;
const isQuery = ({ name }: StatedInterface) => /^(?:GET|DELETE|HEAD)\b/.test(name);

/** The braces of the path are parameters of it; a GET has what is stated in its query. */
function parameters(one: StatedInterface): string[] {
  const path = Array.from(one.name.slice(one.name.indexOf("/")).matchAll(PLACEHOLDER), ([, name = ""]) => `${code(name)} in the path`);
  const query = isQuery(one) ? one.inputs.map((each) => `${input(each)} in the query`) : [];
  const all = [...path, ...query];
  return all.length === 0 ? [] : [from(all.join("; "), one.said[0]?.source)];
}

function body(one: StatedInterface): string[] {
  return isQuery(one) || one.inputs.length === 0 ? [] : [one.inputs.map(input).join("; ")];
}

function input({ name, note, sources }: StatedInput): string {
  return cite(`${code(name)}${note === "" ? "" : `: ${note}`}`, sources.slice(0, 1), 200);
}

function usage({ name, inputs, said }: StatedInterface): string {
  const given = inputs.map((each) => (each.name.startsWith("-") ? `[${each.name}]` : each.name));
  return from(code([name, ...given].join(" ")), said[0]?.source);
}

function steps(said: readonly Said[], { purpose: told }: StatedInterface): string[] {
  // What is its purpose already needs no step, and what somebody wants is none.
  const own = said.filter((each) => !wholeOf(each).endsWith(told) && (each.kind !== "story" || told === ""));
  if (own.length === 0) return [];
  const rest = own.slice(MOST_STEPS);
  return ["", ...own.slice(0, MOST_STEPS).map((each) => citeSaid(each, 200)), ...(rest.length > 0 ? [furtherSaid(rest)] : [])];
}

function furtherSaid(rest: readonly Said[]): string {
  const sources = rest.map(({ source }) => source);
  return from(`Further: ${citation(sources)}`, ...sources);
}

function errors(model: Model, said: readonly Said[]): string[] {
  const ids = new Set(said.map(({ id }) => id));
  const own = statedIn(model).errors.filter(({ sources }) => sources.some(({ id }) => id !== undefined && ids.has(id)));
  return own.length === 0
    ? []
    : [
        "",
        ...own.map(
          ({ code: name, status, meaning, sources }) =>
            `${name}${status === "" || status === name ? "" : ` (${status})`}: ${cite(meaning, sources, 130)}`,
        ),
      ];
}

function first(said: readonly Said[], told: (one: Said) => string | undefined = (one) => wholeOf(one)): string[] {
  const [one] = said;
  return one ? [cite(told(one) ?? wholeOf(one), [one.source], 180)] : [];
}

function items(said: readonly Said[]): string[] {
  return said.length <= 1 ? first(said) : ["", ...said.slice(0, MOST_STEPS).map((each) => citeSaid(each, 150))];
}
