import { type Decision, decisionName } from "../../context/decisions.ts";
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
    const byNumber = new Map<number, Decision[]>();
    for (const decision of decisions)
      if (decision.number !== undefined) byNumber.set(decision.number, [...(byNumber.get(decision.number) ?? []), decision]);
    for (const decision of decisions) {
      yield* backward(decision, byNumber);
      yield* forward(decision, byNumber);
    }
  },
});

/** By number; that two have one number is told by another check. */
type Records = ReadonlyMap<number, readonly Decision[]>;

/** From a superseded record to the one that takes its place. */
function* backward({ number, title, status, supersededBy, supersedes, place }: Decision, records: Records) {
  if (supersededBy === undefined) {
    if (status === "superseded") yield { message: "unnamed" as const, place, arguments: { title } };
    return;
  }
  const successors = records.get(supersededBy) ?? [];
  const [successor] = successors;
  if (supersededBy === number) yield { message: "itself" as const, place, arguments: { number: decisionName(supersededBy) } };
  else if (!successor) yield { message: "unknown" as const, place, arguments: { number: decisionName(supersededBy) } };
  else if (supersedes.includes(supersededBy) && (number ?? 0) < supersededBy)
    yield { message: "circle" as const, place, related: successor.place, arguments: { number: decisionName(number ?? 0) } };
  else if (number !== undefined && !successors.some((one) => one.supersedes.includes(number)))
    yield {
      message: "not-answered" as const,
      place: successor.place,
      related: place,
      arguments: { number: decisionName(number), successor: decisionName(supersededBy) },
    };
}

/** From a record to those whose place it takes. What is only proposed takes nobody's place yet. */
function* forward({ number, status, supersedes, place }: Decision, records: Records) {
  for (const older of supersedes) {
    const found = records.get(older) ?? [];
    const [record] = found;
    if (older === number) yield { message: "itself" as const, place, arguments: { number: decisionName(older) } };
    else if (!record) yield { message: "unknown" as const, place, arguments: { number: decisionName(older) } };
    else if (number !== undefined && !found.some((one) => one.supersededBy === number) && status !== "proposed" && status !== "rejected")
      yield {
        message: "in-force" as const,
        place: record.place,
        related: place,
        arguments: { number: decisionName(older), successor: decisionName(number), status: record.status || "not stated" },
      };
  }
}
