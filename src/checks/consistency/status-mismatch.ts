import { contentOf } from "../../model/content/read.ts";
import { wrongExits } from "../../model/interfaces/exit-codes.ts";
import { readStatusUses } from "../../model/interfaces/status-uses.ts";
import { wrongFates } from "../../model/interfaces/status-words.ts";
import { outputs } from "../../model/query.ts";
import type { ErrorCode, Model } from "../../model/types.ts";
import { fileName } from "../../text/shorten.ts";
import { defineCheck, type Report } from "../define.ts";

type MessageId = "differs" | "twice" | "elsewhere" | "fate" | "unknown" | "unlisted" | "swapped";

export default defineCheck({
  id: "status-mismatch",
  category: "consistency",
  severity: "error",
  messages: {
    differs: {
      text: "Unexpected status {found} of {code}, expected {expected} as in the table of error codes.",
      advice: "Use one status for a code: here as in the table, or mend the table.",
    },
    twice: {
      text: "Unexpected second status {found} of {code} in the table of error codes, which has {expected} above.",
      advice: "Give a code one row with one status, or give the other meaning a code of its own.",
    },
    elsewhere: {
      text: "Unexpected status {found} of {code}: another place has {expected}.",
      advice: "Use one status for a code, and state it in the table of error codes.",
    },
    fate: {
      text: 'Unexpected "{found}" for {code}, expected "{expected}" as in the table of error codes.',
      advice: "Say one thing of what becomes of the error: here as in the table, or mend the table.",
    },
    unlisted: {
      text: "Expected exit status {expected} among the exit codes of {command}, which names {code}.",
      advice: "List it with what it means, or give the error the status that the command ends with.",
    },
    swapped: {
      text: "Unexpected exit status {found} for what {code} means in the exit codes of {command}, expected {expected} as in the table of error codes.",
      advice: "Use one status for it: here as in the table, or mend the table.",
    },
    unknown: {
      text: "Unexpected {kind} {found}: {file} has it nowhere among {known}.",
      advice: "Use a number that the interfaces give, or add it there with what it means.",
    },
  },
  *run(model) {
    yield* inTable(model.backend.errors);
    yield* inText(model);
    yield* fates(model);
    for (const { code, status, listed, command, place, row } of wrongExits(model))
      if (listed === undefined) yield { message: "unlisted", place, related: row, arguments: { code, command, expected: status } };
      else yield { message: "swapped", place, related: row, arguments: { code, command, found: listed, expected: status } };
    yield* unknown(model);
  },
});

function* inTable(errors: readonly ErrorCode[]): Generator<Report<MessageId>> {
  const first = new Map<string, ErrorCode>();
  for (const error of errors) {
    const [expected, found] = [numberOf(first.get(error.code)), numberOf(error)];
    const related = first.get(error.code)?.place;
    if (expected && found && expected !== found && related)
      yield { message: "twice", place: error.place, related, arguments: { code: error.code, found, expected } };
    if (!first.has(error.code)) first.set(error.code, error);
  }
}

function* inText(model: Model): Generator<Report<MessageId>> {
  // Of a code that has two rows the first one counts; the second is told.
  const tabled = new Map(model.backend.errors.toReversed().map((error) => [error.code, error]));
  const seen = new Map<string, { status: string; place: Report["place"] }>();
  for (const document of outputs(model))
    for (const { code, status, place } of readStatusUses(document, model.backend.errors)) {
      const row = tabled.get(code);
      const expected = numberOf(row);
      const before = seen.get(code);
      if (row && expected && expected !== status)
        yield { message: "differs", place, related: row.place, arguments: { code, found: status, expected } };
      else if (!expected && before && before.status !== status)
        yield { message: "elsewhere", place, related: before.place, arguments: { code, found: status, expected: before.status } };
      if (!before) seen.set(code, { status, place });
    }
}

function* fates(model: Model): Generator<Report<MessageId>> {
  for (const document of outputs(model))
    for (const { code, fate, expected, place } of wrongFates(document, model.backend.errors))
      yield { message: "fate", place, related: expected.place, arguments: { code, found: fate, expected: expected.status } };
}

/** What the architecture says a caller gets, and the backend design gives nowhere. */
function* unknown(model: Model): Generator<Report<MessageId>> {
  const design = model.documents["backend-design"];
  if (!design) return;
  const known = { exit: knownExits(model, design.markdown.prose), status: knownStatuses(model, design.markdown.prose) };
  for (const { dimension, value, place, passage } of contentOf(model).quantities) {
    if (passage.document !== "architecture" || passage.aside || (dimension !== "exit" && dimension !== "status")) continue;
    const numbers = known[dimension];
    // Where it gives one number or none, it leaves them to others.
    if (numbers.size < 2 || numbers.has(value)) continue;
    const sorted = [...numbers].sort((a, b) => a - b);
    yield {
      message: "unknown",
      place,
      arguments: {
        kind: dimension === "exit" ? "exit status" : "status",
        found: value,
        file: fileName(design.file),
        known: sorted.length > 9 ? `${sorted.slice(0, 9).join(", ")} ...` : sorted.join(", "),
      },
    };
  }
}

function knownExits({ backend }: Model, text: string): Set<number> {
  if (!backend.interfaces.some(({ kind }) => kind === "cli")) return new Set();
  const lines = text.split("\n").filter((line) => /\bexit/i.test(line));
  const labelled = backend.interfaces.flatMap(({ values }) =>
    Object.entries(values).flatMap(([label, { source }]) => (/exit/i.test(label) ? [source] : [])),
  );
  return numbersIn([...lines, ...labelled, ...backend.errors.map(({ status }) => status)].join("\n"));
}

function knownStatuses({ backend }: Model, text: string): Set<number> {
  if (!backend.interfaces.some(({ kind }) => kind === "api")) return new Set();
  return new Set([...numbersIn(text)].filter((number) => number >= 200 && number < 600));
}

/** @returns all numbers of a text, and those that a short range spans */
function numbersIn(text: string): Set<number> {
  const numbers = new Set<number>();
  for (const { 1: first = "", 2: last = first } of text.matchAll(/(?<![\w.])(\d{1,3})(?:\s?(?:to|–|-)\s?(\d{1,3}))?(?!\d|\.\d)/g)) {
    numbers.add(Number(first)).add(Number(last));
    if (Number(last) - Number(first) <= LONGEST_RANGE)
      for (let number = Number(first); number <= Number(last); number++) numbers.add(number);
  }
  return numbers;
}

const LONGEST_RANGE = 20;

/** The one number of a status; "dead letter" and "400 or 422" have none. */
function numberOf(error: ErrorCode | undefined): string | undefined {
  const numbers = error?.status.match(
    /(?<![\w.-])\d{1,3}(?![\w.-]|\s?(?:[kKMGT]i?B|bytes?|ms|s|seconds?|minutes?|hours?|days?|%)(?![a-z]))/g,
  );
  return numbers?.length === 1 ? numbers[0] : undefined;
}
