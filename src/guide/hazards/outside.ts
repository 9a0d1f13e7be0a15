import { cell } from "../../model/documents/items.ts";
import type { Component, Interface, Model, Row } from "../../model/types.ts";
import { hasWord } from "../../text/names.ts";
import type { Asked } from "./types.ts";

/** What is asked of another system that changes something there. */
const CHANGES =
  /\b(?:execut|creat|charg|refund|pa(?:y|id)|captur|send|sent|book|reserv|publish|upload|writ|delet|cancel|notif|submit|order|ship|transfer|issu|register|updat|post)\w{0,6}\b/i;
/** Such a system is listened to. */
const LISTENED = /\b(?:events?|topics?|kafka|subscri\w{1,6}|consum\w{1,5})\b/i;
const EVENT = /^[a-z][\w-]{1,60}(?:[.:][a-z][\w-]{1,60}){1,4}$/;
const NOTICE = /\b(?:web-?hooks?|callbacks?|notifications? (?:of|from|by)|hooks?)\b/i;

/** @returns what other systems do to a design: calls whose outcome nobody knows, notices that repeat, errors that are counted */
export function hazardsOutside(model: Model): Asked[] {
  return [...unknownOutcomes(model), ...repeatedNotices(model), ...breakers(model)];
}

/** Other systems that are asked to change something, each with the component that calls it. */
function changedSystems({ architecture }: Model): { name: string; caller: string; row: Row }[] {
  return architecture.externalIntegrations.flatMap((row) => {
    const name = nameOf(row);
    const told = Object.values(row.cells)
      .map(({ text }) => text)
      .join("; ");
    if (name === "" || !CHANGES.test(told.slice(name.length))) return [];
    const caller = architecture.components.find(({ dependencies, interfaces }) => hasWord(`${dependencies}; ${interfaces}`, name));
    return caller || !LISTENED.test(told) ? [{ name, caller: caller?.name ?? "", row }] : [];
  });
}

function nameOf(row: Row): string {
  return (cell(row, "System") ?? cell(row, "Service") ?? Object.values(row.cells)[0])?.text.trim() ?? "";
}

function unknownOutcomes(model: Model): Asked[] {
  return changedSystems(model).map(({ name, caller, row: { place } }) => ({
    kind: "unknown-outcome",
    question: `A call to ${name} ends without an answer, and may have been carried out. How does ${caller || "the caller"} find out before it repeats it, or what does a repetition do there?`,
    place,
    subjects: [name, caller].filter(Boolean),
    words: [
      "as unknown",
      "or unknown",
      "unknown outcome",
      "outcome is unknown",
      "unknown case",
      "look-up",
      "lookup",
      "look up",
      "looks up",
      "asks again",
      "lost answer",
      "answer is lost",
      "no answer",
      "reconcile",
      "reconciliation",
      "idempotency key",
      "same key",
      "key of",
      "deduplicate",
      "without an answer",
      "message id",
    ],
  }));
}

/** Endpoints that others call when something happened there, and the events that a component takes. */
function repeatedNotices({ architecture, backend }: Model): Asked[] {
  const called = backend.interfaces
    .filter((item) => item.kind === "api" && isNotice(item))
    .map(({ name, place }) => notice([name], undefined, place));
  const taken = architecture.components.flatMap(({ name: by, consumes }) => {
    const events = [...new Set(consumes.map(({ name }) => name).filter((name) => EVENT.test(name)))];
    const place = consumes.find(({ name }) => events.includes(name))?.place;
    return place ? [notice(events, by, place)] : [];
  });
  return [...called, ...taken];
}

function isNotice({ name, values }: Interface): boolean {
  return NOTICE.test(name.replace(/[-_/]/g, " ")) || NOTICE.test(values.Purpose?.text.slice(0, 300) ?? "");
}

function notice(names: readonly string[], by: string | undefined, place: Asked["place"]): Asked {
  const [first = "", ...others] = names;
  const subject =
    others.length === 0
      ? `${first} comes`
      : others.length === 1
        ? `${first} and ${others[0]} come`
        : `${first}, ${others[0]} and others come`;
  return {
    kind: "repeated-notice",
    question: `${subject} twice, late, or before what should come first. What does ${by ?? "the service"} do with each?`,
    place,
    subjects: [...names, ...(by ? [by] : [])],
    words: [
      "twice",
      "duplicate",
      "already",
      "idempotent",
      "again",
      "deduplicate",
      "inbox",
      "out of order",
      "late",
      "replay",
      "older",
      "at least once",
      "known ids",
      "known id",
      "processed before",
    ],
  };
}

function breakers(model: Model): Asked[] {
  const use = model.patternUses.find(({ slug, decision }) => slug === "circuit-breaker" && decision === "applied");
  if (!use) return [];
  const names = model.architecture.externalIntegrations.map(nameOf).filter(Boolean);
  return [
    {
      kind: "breaker",
      question: `Which failures ${names.length > 0 ? `of ${names.slice(0, 3).join(", ")} ` : ""}reach the circuit breaker as failures, and none as an empty answer or another error? And which answers, such as a refusal by rule, do not count?`,
      place: use.place,
      subjects: ["breaker", ...carriers(model.architecture.components, "breaker")],
      words: [
        "counted",
        "counts",
        "count as",
        "not count",
        "opens at",
        "opens after",
        "only timeouts",
        "server errors",
        "5xx",
        "refusal",
        "declined is",
        "does not open",
      ],
    },
  ];
}

function carriers(components: readonly Component[], word: string): string[] {
  return components
    .filter(({ purpose, responsibilities }) => hasWord([purpose, ...responsibilities].join(" "), word))
    .map(({ name }) => name);
}
