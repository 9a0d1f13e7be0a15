import { outputs } from "../../model/query.ts";
import { readStatusUses } from "../../model/status-uses.ts";
import type { ErrorCode, Model } from "../../model/types.ts";
import { defineCheck, type Report } from "../define.ts";

type MessageId = "differs" | "twice" | "elsewhere";

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
  },
  *run(model) {
    yield* inTable(model.backend.errors);
    yield* inText(model);
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

/** The one number of a status; "dead letter" and "400 or 422" have none. */
function numberOf(error: ErrorCode | undefined): string | undefined {
  const numbers = error?.status.match(/(?<![\w.-])\d{1,3}(?![\w.-])/g);
  return numbers?.length === 1 ? numbers[0] : undefined;
}
