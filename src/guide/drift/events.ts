import type { Survey } from "../../survey/types.ts";
import { nameKey } from "../../text/names.ts";
import type { Compared, Found, Outcome } from "./types.ts";

type Event = Survey["events"][number];

/** Holds the events of a design against those that the code sends and receives, where it has any by name. */
export function eventDrifts({ model, survey, past }: Compared): Outcome {
  const events = model.backend.interfaces.filter(({ kind }) => kind === "service");
  const known = new Map(survey.events.map((event) => [nameKey(event.name), event]));
  const before = past && new Map(past.events.map((event) => [nameKey(event.name), event]));
  const designed = new Set(events.map(({ name }) => nameKey(name)));
  const fresh = new Set([...known].filter(([key]) => !designed.has(key) && !before?.has(key)).map(([, event]) => event));
  const found: Found[] = [];
  let built = 0;
  for (const { name, place } of events) {
    const was = before?.get(nameKey(name));
    const other = known.get(nameKey(name)) ?? (was && successor(was, [...fresh]));
    if (other) built++;
    if (known.has(nameKey(name))) continue;
    if (other) fresh.delete(other);
    const words = other ? `the code calls it ${other.name}` : was ? "and the code has it no longer" : "and the code has no such event";
    found.push({
      kind: other ? "built-otherwise" : was ? "removed" : "not-built",
      subject: name,
      text: `event ${name} is designed, ${words}`,
      design: { file: place.file, line: place.line },
      ...(other && { code: { file: other.file, line: other.line } }),
      certain: false,
      names: [name, ...(other ? [other.name] : [])],
    });
  }
  // Names that are put together while the application runs are not seen: nothing is said to be missing where none is found.
  return survey.events.length === 0 && !past ? { found: [], designed: 0, built: 0 } : { found, designed: events.length, built };
}

/** What is sent or received in the same place, under a name that was not there before. */
function successor({ file, system, direction }: Event, fresh: readonly Event[]): Event | undefined {
  return fresh.find((event) => event.file === file && event.system === system && event.direction === direction);
}
