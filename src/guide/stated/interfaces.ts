import type { Interface, Model } from "../../model/types.ts";
import { hasWord, interfaceKey } from "../../text/names.ts";
import { tellsOf } from "./acts.ts";
import { commandsIn } from "./commands.ts";
import { requestInputs } from "./inputs.ts";
import { listedIn } from "./listed.ts";
import { wholeOf } from "./said.ts";
import type { Said, StatedInterface } from "./types.ts";

const ENDPOINT = /\b(GET|POST|PUT|PATCH|DELETE)\s{1,9}`?(\/[^\s`,;|)"']{0,200})/g;
/** `POST /loans/{id}/accept`, `/decline`: what follows an endpoint in marks of its own takes the place of its last part. */
const SIBLING = /^`?(?:,| or| and|, or|, and) {1,3}`(\/[\w{}.-]{1,60})`/;

/** @returns the interfaces that the PRD's statements name and those that the contracts agree, each with all that is said of it */
export function interfacesIn(model: Model, said: readonly Said[]): StatedInterface[] {
  const endpoints = endpointsIn(model, said);
  const found = [...endpoints, ...pathsIn(said, endpoints), ...commandsIn(said), ...eventsIn(said), ...functionsIn(said)];
  const keys = new Set(found.map(({ name }) => interfaceKey(name)));
  const agreed = model.contracts.interfaces.filter(({ kind }) => kind !== "api").map((one) => fromContract(one, said));
  for (const one of [...listedIn(model, said), ...agreed]) {
    if (keys.has(interfaceKey(one.name))) continue;
    keys.add(interfaceKey(one.name));
    found.push(one);
  }
  for (const one of found) {
    addOwners(one, said);
    one.purpose ||= purposeIn(one.said);
  }
  return found;
}

function fromContract({ kind, name, values }: Interface, said: readonly Said[]): StatedInterface {
  const plain = name.replaceAll("`", "");
  return { kind, name: plain, purpose: values.Purpose?.text ?? "", inputs: [], said: said.filter(({ text }) => hasWord(text, plain)) };
}

/** A requirement says what it is for, a story what for whom; a scenario tells one case. */
function purposeIn(said: readonly Said[]): string {
  const first = said.find(({ kind }) => kind === "functional") ?? said.find(({ kind }) => kind === "story");
  return first ? wholeOf(first) : "";
}

/** What a criterion says of an interface, the requirement above it is about. */
function addOwners(one: StatedInterface, said: readonly Said[]): void {
  const owners = new Set(one.said.flatMap(({ kind, parent }) => (kind === "criterion" && parent !== undefined ? [parent] : [])));
  one.said.unshift(...said.filter((each) => owners.has(each.id) && !one.said.includes(each)));
}

/** Where a PRD has more statements by endpoints than these, only those that name an endpoint are told with it: a draft ends in bounded time. */
const MOST_PAIRS = 100_000;

function endpointsIn(model: Model, said: readonly Said[]): StatedInterface[] {
  const found = new Map<string, StatedInterface>();
  const add = (name: string, one: Said, purpose: string) => {
    const key = interfaceKey(name);
    const known = found.get(key);
    if (known) {
      if (known.said.at(-1) !== one) known.said.push(one);
      known.purpose ||= purpose;
    } else found.set(key, { kind: "api", name, purpose, inputs: [], said: [one] });
  };
  for (const one of said)
    for (const text of [one.text, ...one.parts]) for (const { name, behind } of endpointsOf(text)) add(name, one, behind);
  for (const agreed of model.contracts.interfaces.filter(({ kind }) => kind === "api"))
    if (!found.has(interfaceKey(agreed.name))) found.set(interfaceKey(agreed.name), fromContract(agreed, said));
  const isOnly = new Set(model.interfaceKinds).size > 0 && !model.interfaceKinds.includes("api");
  if (isOnly && found.size === 0) return [];
  const isFew = found.size * said.length <= MOST_PAIRS;
  for (const endpoint of found.values()) {
    const naming = new Set(endpoint.said);
    for (const one of isFew ? said : [])
      if (!naming.has(one) && (speaksOf(one, endpoint.name) || tellsOf(one, endpoint.name))) endpoint.said.push(one);
    endpoint.inputs.push(...endpoint.said.slice(0, 1).flatMap((one) => requestInputs(one)));
  }
  return [...found.values()];
}

/** The path alone, as a whole, speaks of all methods of it. */
function speaksOf({ text }: Said, name: string): boolean {
  const path = name.slice(name.indexOf("/"));
  return path.length > 4 && text.includes(`\`${path}\``);
}

function endpointsOf(text: string): { name: string; behind: string }[] {
  return Array.from(text.matchAll(ENDPOINT), ({ 0: whole, index, 1: method = "", 2: path = "" }) => {
    const clean = path.replace(/(?<![.:])[.:]+$/, "");
    let rest = text.slice(index + whole.length);
    const paths = [clean];
    for (let next = SIBLING.exec(rest); next; next = SIBLING.exec(rest)) {
      paths.push(clean.replace(/\/[^/]*$/, next[1] ?? ""));
      rest = rest.slice(next[0].length - 1);
    }
    // What stands behind an endpoint in the middle of a sentence is the rest of that sentence.
    const begins = /^[^\p{L}\p{N}]{0,9}$/u.test(text.slice(0, index));
    const behind = begins ? rest.replace(/^[`\s#:,–—-]{1,20}/, "").replace(/(?<!\s)\s{1,9}$/, "") : "";
    return paths.map((each) => ({ name: `${method} ${each}`, behind }));
  }).flat();
}

/** "provide a `/api/tasks` endpoint", "WHEN `/api/tasks` is called": an endpoint of which the method is left open. */
const PATH = /`(\/[a-z][\w{}:.-]{0,40}(?:\/[\w{}:.-]{1,40}){1,8})`/g;
const OF_CALLS = /\b(?:endpoints?|is called|are called|calls?|api|route|requests?|returns?)\b/i;

function pathsIn(said: readonly Said[], known: readonly StatedInterface[]): StatedInterface[] {
  const found = new Map<string, StatedInterface>();
  for (const one of said) {
    if (!OF_CALLS.test(one.text)) continue;
    for (const [, path = ""] of one.text.matchAll(PATH)) {
      if (FILE.test(path) || known.some(({ name }) => name.endsWith(` ${path}`))) continue;
      const before = found.get(path);
      if (before) before.said.push(one);
      else found.set(path, { kind: "api", name: path, purpose: "", inputs: [], said: [one] });
    }
  }
  // One path in passing may be a folder of files.
  return [...found.values()].filter(({ said: all, name }) => all.length > 1 || /^\/(?:api|v\d)\b/.test(name));
}

const EVENT = /`([a-z][\w-]{0,40}(?:[.:][a-z][\w-]{0,40}){1,4})`|`([A-Z][a-z]{1,30}(?:[A-Z][a-z]{1,30}){1,4})` events?\b/g;
const OF_EVENTS = /\b(?:events?|emit\w*|publish\w*|topics?|webhooks?|subscrib\w*|consum\w*)\b/i;
const FILE = /\.(?:ya?ml|json|md|ts|js|py|go|java|txt|toml|sql|csv|sh|html?|xml|env|log|db)$/;

function eventsIn(said: readonly Said[]): StatedInterface[] {
  const found = new Map<string, StatedInterface>();
  for (const one of said) {
    if (!OF_EVENTS.test(`${one.text} ${one.label}`)) continue;
    for (const { 1: dotted, 2: named } of one.text.matchAll(EVENT)) {
      const name = dotted ?? named ?? "";
      if (FILE.test(name)) continue;
      const known = found.get(name);
      if (known) known.said.push(one);
      else found.set(name, { kind: "service", name, purpose: "", inputs: [], said: [one] });
    }
  }
  return [...found.values()];
}

const FUNCTION = /`([A-Za-z_][\w.]{3,60})\(([^()`"'/]{0,120})\)`/g;

function functionsIn(said: readonly Said[]): StatedInterface[] {
  const found = new Map<string, StatedInterface>();
  for (const one of said)
    for (const { 1: name = "", 2: given = "" } of one.text.matchAll(FUNCTION)) {
      const known = found.get(name);
      if (known) known.said.push(one);
      else {
        const inputs = given
          .split(",")
          .map((each) => each.trim())
          .filter(Boolean)
          .map((each) => ({ name: each, note: "", sources: [one.source] }));
        found.set(name, { kind: "library", name, purpose: "", inputs, said: [one] });
      }
    }
  return [...found.values()];
}
