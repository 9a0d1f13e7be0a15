import { groupBy } from "../../text/group.ts";
import { actorOf } from "./actors.ts";
import { isTimed } from "./concerns.ts";
import { errorsIn } from "./errors.ts";
import { placeSteps } from "./placing.ts";
import { wholeOf } from "./said.ts";
import { scenarioSteps } from "./scenarios.ts";
import { below, nameOf, sentenceOf, titleOf, wish } from "./story-text.ts";
import type { Said, Source, StatedComponent, StatedFlow, StatedInterface, StatedStep, StatedSystem } from "./types.ts";

const MOST = 6;
const MOST_BRANCHES = 4;

/**
 * Tells the flows that the PRD states: scenarios of one heading as branches of one flow, then stories with what is said below them.
 *
 * @returns at most six, those that say most first
 */
export function flowsIn(
  said: readonly Said[],
  actors: readonly string[],
  components: readonly StatedComponent[],
  interfaces: readonly StatedInterface[],
  outside: readonly StatedSystem[],
): StatedFlow[] {
  const [main = "Caller"] = actors;
  const systemOf = (own: readonly Said[]) =>
    components.find((one) => own.some((each) => one.said.includes(each)))?.name ?? components[0]?.name;
  const scenarios = scenarioFlows(said, main, systemOf);
  const stories = storyFlows(said, { systemOf, actors, components, systems: outside.map(({ name }) => name) }, interfaces);
  const most = scenarios.length > 0 ? [...scenarios, ...stories] : stories;
  const calls = most.length > 0 ? [] : callFlows(interfaces, main, components);
  const told = [...most, ...calls, ...timedFlow(said, actors, components)];
  // One arrow tells no flow, unless there is nothing else.
  const whole = told.filter(({ steps }) => steps.length > 1);
  return (whole.length > 0 ? whole : told.filter(({ steps }) => steps.length > 0)).slice(0, MOST);
}

type SystemOf = (own: readonly Said[]) => string | undefined;

interface Around {
  systemOf: SystemOf;
  actors: readonly string[];
  components: readonly StatedComponent[];
  systems: readonly string[];
}

function scenarioFlows(said: readonly Said[], main: string, systemOf: SystemOf): StatedFlow[] {
  const titles = new Map(said.map(({ id, text }) => [id, text]));
  const groups = new Map<string, Said[]>();
  for (const one of said) {
    const text = wholeOf(one);
    if (one.kind !== "criterion" || !/\bwhen\b/i.test(text) || !/\bthen\b/i.test(text)) continue;
    if (QUALITIES.test(one.label)) continue;
    const group = (one.parent === undefined ? undefined : titles.get(one.parent)) ?? one.label;
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  const flows = [...groups].map(([group, own]): StatedFlow => {
    const system = systemOf(own) ?? group;
    const shown = own.slice(0, MOST_BRANCHES);
    const owner = said.find(({ id }) => id === own[0]?.parent);
    const steps = shown.flatMap((one) => scenarioSteps(one, main, system, shown.length > 1));
    const ids = [...(owner ? [owner.id] : []), ...shown.map(({ id }) => id)];
    return { name: nameOf(group), about: owner ? wholeOf(owner) : "", ids, system, steps };
  });
  return flows.toSorted((a, b) => b.ids.length - a.ids.length);
}

/** How well something works is no flow. */
const QUALITIES = /\b(?:performance|scalability|reliability|usability|maintainability|compatibility|security|accessibility|load)\b/i;

/** Where neither scenario nor story tells a flow, what is said of each interface does: the call, and what it does or gives. */
function callFlows(interfaces: readonly StatedInterface[], main: string, components: readonly StatedComponent[]): StatedFlow[] {
  const called = interfaces.filter(({ kind, purpose }) => (kind === "api" || kind === "cli") && purpose !== "");
  const byPart = groupBy(called, (one) => components.find(({ said }) => one.said.some((each) => said.includes(each)))?.name ?? "");
  return [...byPart].flatMap(([system, own]) =>
    system === ""
      ? []
      : [
          {
            name: `Calls of ${system}`,
            about: "",
            ids: [...new Set(own.flatMap(({ said }) => said.map(({ id }) => id)))],
            system,
            steps: own.slice(0, MOST_BRANCHES + 2).flatMap((one): StatedStep[] => [
              { from: main, to: system, text: one.name, source: one.said[0]?.source },
              { ...(RETURNS.test(one.purpose) && { from: system, to: main }), text: one.purpose, source: one.said[0]?.source },
            ]),
          },
        ],
  );
}

const RETURNS = /^(?:\W|the \w+ )?(?:returns?|lists?|gets?|shows?|prints?|displays?|responds?|fetch\w*|retriev\w*)\b/i;

/** A story is a call of its actor; what stands below it is what the system does. */
function storyFlows(
  said: readonly Said[],
  { systemOf, actors, components, systems }: Around,
  interfaces: readonly StatedInterface[],
): StatedFlow[] {
  const parts = components.filter(({ proposed }) => !proposed).map(({ name }) => name);
  const stories = said.filter(({ kind, text, parts: below }) => kind === "story" && actorOf(wholeOf({ text, parts: below })) !== undefined);
  const flows = stories.map((story): StatedFlow => {
    const own = belowStory(said, story, stories);
    const from = actorOf(wholeOf(story)) ?? "Caller";
    const to = systemOf([story]) ?? systemOf(own) ?? story.label;
    const wanted = wish(sentenceOf(story));
    const called = interfaces.filter(({ said: all, kind }) => kind === "api" && all.includes(story));
    const names = called.length === 0 ? "" : ` (${namesOf(called)})`;
    const { source } = story;
    const call: StatedStep = PASSIVE.test(wanted)
      ? { from: to, to: from, text: wanted, source }
      : { from, to, text: `${wanted}${names}`, source };
    const placed = (text: string, at: Source) => placeSteps(text, { main: to, systems, parts, people: actors }, at, from);
    const steps = [
      call,
      ...below(story).flatMap((text) => placed(text, source)),
      ...own.flatMap((one) => placed(one.text, one.source)),
      ...answersOf(called, from, to),
    ];
    return { name: nameOf(titleOf(story)), about: sentenceOf(story), ids: [story, ...own].map(({ id }) => id), system: to, steps };
  });
  return flows.toSorted((a, b) => b.ids.length - a.ids.length);
}

/** Endpoints that differ in their last part alone are told together. */
function namesOf([first, ...others]: readonly StatedInterface[]): string {
  const base = first?.name.replace(/\/[^/]*$/, "") ?? "";
  return [first?.name ?? "", ...others.map(({ name }) => (name.startsWith(`${base}/`) ? name.slice(base.length) : name))].join(", ");
}

/** What is refused, as far as the statements of the called interfaces say. */
function answersOf(called: readonly StatedInterface[], to: string, from: string): StatedStep[] {
  const refusals = new Map(called.flatMap(({ said }) => said.map((one) => [one.id, one] as const)));
  const errors = errorsIn([...refusals.values()]);
  return errors.slice(0, 2).map(({ code, meaning, sources }) => ({ from, to, text: `${code}: ${meaning}`, source: sources[0] }));
}

/** What is due by its time, told to whom the statements name. */
function timedFlow(said: readonly Said[], actors: readonly string[], components: readonly StatedComponent[]): StatedFlow[] {
  const own = said.filter((one) => one.kind === "functional" && isTimed(one)).slice(0, 6);
  const system = components.find((one) => own.some((each) => one.said.includes(each)))?.name;
  if (own.length < 2 || system === undefined) return [];
  const steps = own.flatMap((one): StatedStep[] => {
    const told = TOLD.test(one.text) ? actors.filter((actor) => one.text.toLowerCase().includes(actor.toLowerCase())) : [];
    const { text, source } = one;
    return told.length === 0 ? [{ text, source }] : told.map((to) => ({ from: system, to, text, source }));
  });
  return [{ name: "What is due by its time", about: "", ids: own.map(({ id }) => id), system, steps }];
}

const TOLD = /\b(?:told|notified|reminded|sent|e-?mailed|alerted|informed)\b/i;
/** What is done to somebody comes from the system. */
const PASSIVE = /^(?:be|get|receive)\b/i;

function belowStory(said: readonly Said[], story: Said, stories: readonly Said[]): Said[] {
  const own: Said[] = [];
  for (const one of said.slice(said.indexOf(story) + 1)) {
    if (stories.includes(one) || (one.kind !== "story" && one.parent !== story.id)) break;
    own.push(one);
  }
  return own.slice(0, 6);
}
