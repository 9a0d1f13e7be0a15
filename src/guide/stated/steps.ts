import type { UserFlow } from "../../model/types.ts";
import { personIn } from "./people.ts";
import { placeSteps } from "./placing.ts";
import type { StatedComponent, StatedFlow, StatedSystem } from "./types.ts";

/** "The Support Agent opens an order" is done by Support Agent. */
const SUBJECT = /^(?:(?:The|A|An|Each|Every) )?(\p{Lu}[\p{L}\p{N}-]*(?: \p{Lu}[\p{L}\p{N}-]*){0,3})(?= \p{Ll})/u;
const SYSTEM = /^(?:the )?(?:system|service|application|api|server|backend|it)\b/i;
/** Words that begin a sentence and name nobody. */
const OPENING =
  /^(?:the|an?|each|every|if|when|after|before|then|once|while|for|with|without|on|at|in|as|to|by|and|or|otherwise|it|they|this|that|there|no|all|both)$/i;

/**
 * Tells the numbered flows of the PRD: the subject of a step sends, the system that it names receives; what nobody can be said to do
 * is a note.
 */
export function steppedFlows(
  flows: readonly UserFlow[],
  systems: readonly StatedSystem[],
  components: readonly StatedComponent[],
  actors: readonly string[],
): StatedFlow[] {
  const main = (components.find(({ name }) => / API$| command line$/.test(name)) ?? components[0])?.name;
  if (main === undefined) return [];
  const names = systems.map(({ name }) => name);
  const named = components.filter(({ proposed }) => !proposed).map(({ name }) => name);
  const texts = flows.flatMap(({ steps }) => steps.map(({ text }) => text));
  // "Collect names" begins with what is done: who acts is somebody, or is spoken of more than once.
  const isSpokenOf = (name: string) => texts.filter((text) => text.includes(name)).length > 1;
  const subjects = texts.flatMap((text) => {
    const subject = subjectOf(text, [...names, ...named]);
    return subject !== undefined && (personIn(text) !== undefined || isSpokenOf(subject)) ? [subject] : (personIn(text) ?? []);
  });
  const people = new Set([...actors, ...subjects]);
  return flows.map(({ name, steps, place }) => {
    const parties = { main, systems: names, parts: named, people: [...people] };
    let caller: string | undefined;
    return {
      name,
      about: "",
      ids: [],
      source: { file: place.file, line: place.line },
      system: main,
      steps: steps.flatMap((step) => {
        const placed = placeSteps(step.text, parties, { file: step.place.file, line: step.place.line }, caller);
        for (const { from } of placed)
          if (from !== undefined && from !== main && !names.includes(from) && !named.includes(from)) caller = from;
        return placed;
      }),
    };
  });
}

function subjectOf(text: string, systems: readonly string[]): string | undefined {
  const name = SUBJECT.exec(text)?.[1];
  return name === undefined || OPENING.test(name) || SYSTEM.test(name) || systems.includes(name) ? undefined : name;
}
