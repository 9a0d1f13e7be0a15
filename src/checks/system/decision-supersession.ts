import type { Decision } from "../../context/decisions.ts";
import { defineDecisionCheck } from "../define.ts";

export default defineDecisionCheck({
  id: "decision-supersession",
  category: "system",
  severity: "error",
  messages: {
    unnamed: {
      text: 'Expected the record that supersedes "{title}".',
      advice: "Write its number into the status: superseded by ADR-0005.",
    },
    unknown: { text: "Unexpected {number}: there is no such record.", advice: "Name a record of the same folder by its number." },
    itself: { text: "Unexpected {number}: a record cannot supersede itself.", advice: "Name the record that takes its place." },
    "not-answered": {
      text: "Expected {successor} to say that it supersedes {number}.",
      advice: "Add `supersedes: {number}` to the front matter of {successor}.",
    },
    "in-force": {
      text: "Expected {number} to say that it is superseded by {successor}, its status is {status}.",
      advice: "Set its status: superseded by {successor}.",
    },
    circle: {
      text: "Unexpected circle: {number} supersedes the record that it is superseded by.",
      advice: "Keep the link of the older one.",
    },
  },
  *examine({ decisions }) {
    const byName = new Map<string, Decision[]>();
    for (const decision of decisions) if (decision.name !== "") byName.set(decision.name, [...(byName.get(decision.name) ?? []), decision]);
    for (const decision of decisions) {
      yield* backward(decision, byName);
      yield* forward(decision, byName);
    }
  },
});

/** By name; that two have one number is told by another check. */
type Records = ReadonlyMap<string, readonly Decision[]>;

/** From a superseded record to the one that takes its place. */
function* backward({ name, title, status, supersededBy, supersedes, place }: Decision, records: Records) {
  if (supersededBy === undefined) {
    if (status === "superseded") yield { message: "unnamed" as const, place, arguments: { title } };
    return;
  }
  const successors = records.get(supersededBy) ?? [];
  const [successor] = successors;
  if (supersededBy === name) yield { message: "itself" as const, place, arguments: { number: supersededBy } };
  else if (!successor) yield { message: "unknown" as const, place, arguments: { number: supersededBy } };
  else if (supersedes.includes(supersededBy) && name < supersededBy)
    yield { message: "circle" as const, place, related: successor.place, arguments: { number: name || title } };
  else if (name !== "" && !successors.some((one) => one.supersedes.includes(name)))
    yield {
      message: "not-answered" as const,
      place: successor.place,
      related: place,
      arguments: { number: name, successor: supersededBy },
    };
}

/** From a record to those whose place it takes. What is only proposed takes nobody's place yet. */
function* forward({ name, status, supersedes, place }: Decision, records: Records) {
  for (const older of supersedes) {
    const found = records.get(older) ?? [];
    const [record] = found;
    if (older === name) yield { message: "itself" as const, place, arguments: { number: older } };
    else if (!record) yield { message: "unknown" as const, place, arguments: { number: older } };
    else if (name !== "" && !found.some((one) => one.supersededBy === name) && !["draft", "proposed", "rejected"].includes(status))
      yield {
        message: "in-force" as const,
        place: record.place,
        related: place,
        arguments: { number: older, successor: name, status: record.status || "not stated" },
      };
  }
}
