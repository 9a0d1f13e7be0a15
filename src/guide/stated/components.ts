import type { Model } from "../../model/types.ts";
import { groupBy } from "../../text/group.ts";
import { literally, singular } from "../../text/names.ts";
import { cutAtWord } from "../../text/shorten.ts";
import { isTimed } from "./concerns.ts";
import { type NamedPart, namedParts } from "./named-parts.ts";
import { wholeOf } from "./said.ts";
import { featureTitle } from "./title.ts";
import type { Said, StatedComponent, StatedInterface } from "./types.ts";

/** Headings that tell of interfaces divide no work: what serves them does. */
const OF_INTERFACES = /\b(?:endpoints?|apis?|commands?|events?|routes?)\b|\([a-z][\w-]* [a-z][\w -]*\)$/i;
const MOST = 8;

/** Statements that say what is done, and not how well or by which test. */
const isWork = ({ kind }: Said) => kind !== "non-functional";

/**
 * Finds the parts of the application that the PRD names; where it names none, those that its paths, commands, events, times and
 * headings suggest, which are marked as proposed.
 *
 * @returns the parts, each with the statements that fall to it; every statement falls to one at most
 */
export function componentsIn(model: Model, said: readonly Said[], interfaces: readonly StatedInterface[]): StatedComponent[] {
  const named = namedParts(model, said, MOST);
  const parts = named.length >= 2 || named.some(({ hasDuty }) => hasDuty) ? byName(model, said, named) : byWork(model, said, interfaces);
  return parts.filter(({ said: own, proposed }) => own.length > 0 || !proposed).slice(0, MOST + 1);
}

/** What names a part falls to it, then what shares two words of its name; the rest falls to the feature. */
function byName(model: Model, said: readonly Said[], names: readonly NamedPart[]): StatedComponent[] {
  const written = new Map(names.map((one) => [one.name, one.written]));
  const parts = names.map(
    ({ name, purpose }): StatedComponent => ({ name, purpose: cutAtWord(purpose, 200), layer: "application", proposed: false, said: [] }),
  );
  const rest: Said[] = [];
  for (const one of said.filter(isWork)) {
    const text = [one.text, ...one.parts].join(" ");
    const direct = owner(parts, written, text);
    const near = direct ?? nearest(parts, text);
    if (near) near.said.push(one);
    else rest.push(one);
  }
  // A name that is part of another one, and does nothing, is the same thing told shorter.
  const own = parts.filter(
    ({ name, said: all }) => all.length > 0 || !parts.some((other) => other.name !== name && other.name.includes(name)),
  );
  return rest.length === 0 ? own : [...own, { ...core(model), said: rest }];
}

/** Whose duty it is, else who is named first. */
function owner(parts: readonly StatedComponent[], written: ReadonlyMap<string, string>, text: string): StatedComponent | undefined {
  const found = parts.flatMap((part) => {
    const at = text.search(new RegExp(`(?<![\\p{L}\\p{N}])${literally(written.get(part.name) ?? part.name)}(?![\\p{L}\\p{N}])`, "u"));
    const behind = at === -1 ? "" : text.slice(at + part.name.length, at + part.name.length + 10);
    return at === -1 ? [] : [{ part, at, isDuty: /^\s(?:shall|must|should|will)\b/i.test(behind) }];
  });
  return (found.find(({ isDuty }) => isDuty) ?? found.toSorted((a, b) => a.at - b.at)[0])?.part;
}

function nearest(parts: readonly StatedComponent[], text: string): StatedComponent | undefined {
  const words = new Set(
    text
      .toLowerCase()
      .match(/[a-z]{3,}/g)
      ?.map(singular) ?? [],
  );
  const scored = parts.map((part) => ({
    part,
    shared: part.name
      .split(/(?=[A-Z])|\s/)
      .map((word) => word.trim())
      .filter((word) => word.length > 2 && words.has(singular(word.toLowerCase()))).length,
  }));
  const best = scored.toSorted((a, b) => b.shared - a.shared)[0];
  return best && best.shared > 1 ? best.part : undefined;
}

function byWork(model: Model, said: readonly Said[], interfaces: readonly StatedInterface[]): StatedComponent[] {
  const parts: StatedComponent[] = [];
  const part = (name: string, purposeOf: () => string) => {
    const known = parts.find((one) => one.name === name);
    if (known) return known;
    const made = { name, purpose: purposeOf(), layer: "application" as const, proposed: true, said: [] };
    parts.push(made);
    return made;
  };
  const whole = core(model);
  const resources = resourcesOf(interfaces);
  const owners = new Map(interfaces.map((one) => [one, ownerOf(one, resources)]));
  const offering = interfaces.filter(({ kind }) => kind !== "library").flatMap((each) => each.said.map((one) => ({ each, one })));
  const offers = groupBy(offering, ({ one }) => one);
  const groups = groupsOf(said);
  for (const one of said.filter(isWork)) {
    const serving = offers.get(one)?.find(({ each }) => isCalled(each, one))?.each;
    const owner = serving && owners.get(serving);
    const group = groups.has(one.label) && !(owner && OF_INTERFACES.test(one.label)) ? one.label : undefined;
    if (isTimed(one) && !serving && !group) part("Scheduled work", () => "Does what is due by its time, and not by a call").said.push(one);
    else if (group !== undefined) part(headed(group), () => `Does what the PRD puts under "${headed(group)}"`).said.push(one);
    else if (owner) part(owner, () => `Takes the calls of ${listed(interfaces, owners, owner)}`).said.push(one);
    else part(whole.name, () => whole.purpose).said.push(one);
  }
  return parts.length > MOST ? folded(parts, whole) : parts;
}

/** Who wants something calls for it; any other statement has to name the endpoint. */
function isCalled({ kind, name }: StatedInterface, one: Said): boolean {
  return kind !== "api" || one.kind === "story" || wholeOf(one).includes(name.slice(name.indexOf("/")).replace(/\/[^/]*$/, ""));
}

/** The largest stay; what is too small for a part of its own falls to the feature. */
function folded(parts: readonly StatedComponent[], whole: StatedComponent): StatedComponent[] {
  const kept = new Set(parts.toSorted((a, b) => b.said.length - a.said.length).slice(0, MOST));
  const rest = parts.filter((one) => !kept.has(one)).flatMap(({ said }) => said);
  const known = [...kept].find(({ name }) => name === whole.name);
  if (known) known.said.push(...rest);
  return [...parts.filter((one) => kept.has(one)), ...(known ? [] : [{ ...whole, said: rest }])];
}

function core(model: Model): StatedComponent {
  return {
    name: featureTitle(model),
    purpose: "Keeps the rules that belong to no single interface",
    layer: "application",
    proposed: true,
    said: [],
  };
}

/** Headings of weight, of form and of quality: what stands below them belongs to all parts. */
const DIVIDES_NOTHING =
  /^(?:[\w-]+ )?(?:requirements?|functional|features?|scope|must|should|could|won.?t|must.?haves?|should.?haves?|could.?haves?|nice.?to.?haves?|mvp|p[0-4]|high|medium|low|phase \d{1,2}|v\d[\d.]{0,4}|success criteria|acceptance(?: criteria)?|definition of done|what changes|solution|edge cases?|constraints?|limits?|limitations?|assumptions?|dependencies|risks?|goals?|objectives?|metrics|data|data requirements|business rules|rules|validation|errors?|error handling|notes?|overview|summary|general|other|misc|details?|user stories|stories|use cases|tests?|testing|performance|security|reliability|usability|scalability|maintainability|accessibility|compatibility|[^a-z]*)(?: \(.{1,30}\)| requirements?)?$/i;

/** A line that introduces a list says what it says, and names no part. */
function isSentence(label: string): boolean {
  return (
    label.split(/\s+/).length > 6 || /\b(?:selects?|must|shall|should|can|may|will|is|are|includes?|supports?|provides?)\b/i.test(label)
  );
}

/** Headings below which several requirements stand divide the work; one heading for all divides nothing. */
function groupsOf(said: readonly Said[]): Set<string> {
  const labels = new Map<string, number>();
  for (const { label, kind } of said) if (kind === "functional") labels.set(label, (labels.get(label) ?? 0) + 1);
  const dividing = [...labels].filter(([label, count]) => count > 1 && !DIVIDES_NOTHING.test(headed(label)) && !isSentence(label));
  return new Set(dividing.length > 1 ? dividing.map(([label]) => label) : []);
}

/** A heading without the numbering and the remark in brackets that it bears. */
function headed(label: string): string {
  return label
    .replace(/\s?\([^()]*\)$/, "")
    .replace(/^(?:\d{1,3}(?:\.\d{1,3}){0,4}[.):]?\s{1,3}|\d{1,3}[.)]\s{0,3}|(?:FR|REQ|US|NFR)-?\d{1,3}[:.)\s-]{1,4})/, "")
    .trim();
}

/** The things that paths speak of: what an id follows, and what a GET lists. */
function resourcesOf(interfaces: readonly StatedInterface[]): ReadonlySet<string> {
  const paths = interfaces.filter((one) => one.kind === "api").map((one) => one.name);
  const resources = new Set(
    paths.flatMap((path) => Array.from(path.matchAll(/\/([\w-]{2,40})(?=\/[{:<])/g), ([, segment = ""]) => segment)),
  );
  for (const path of paths) if (path.startsWith("GET")) resources.add(path.match(/\/([\w-]{2,40})$/)?.[1] ?? "");
  return resources;
}

function ownerOf({ kind, name }: StatedInterface, resources: ReadonlySet<string>): string {
  if (kind === "cli") return `${name.split(" ", 1)[0]} command line`;
  if (kind === "service") return "Event handling";
  const own = (name.match(/[\w-]{2,40}(?=\/|$)/g) ?? []).filter((segment) => resources.has(segment) && !/^(?:api|v\d)$/.test(segment));
  const resource = own.at(-1);
  return resource === undefined ? "HTTP API" : `${resource.charAt(0).toUpperCase()}${resource.slice(1)} API`;
}

function listed(interfaces: readonly StatedInterface[], owners: ReadonlyMap<StatedInterface, string>, owner: string): string {
  const own = interfaces.filter((one) => owners.get(one) === owner).map(({ name }) => `\`${name}\``);
  return own.length > 3 ? `${own.slice(0, 3).join(", ")} and ${own.length - 3} more` : own.join(", ");
}
