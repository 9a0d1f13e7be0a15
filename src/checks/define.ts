import type { DecisionLog } from "../context/decisions.ts";
import type { Catalogue } from "../context/types.ts";
import type { Arguments, Category, Finding, Place, Severity } from "../findings/finding.ts";
import type { Model } from "../model/types.ts";
import type { JudgedSystem } from "../system/types.ts";

/** How one message of a check is worded; `{name}` stands for the argument of that name. */
export interface Message {
  /** What is wrong and what was expected. */
  text: string;
  /** What to do about it. */
  advice: string;
  /** Where it weighs less, or more, than the others of its check. */
  severity?: Severity;
}

/** Where a finding is, and what it is worded with. */
export interface Report<MessageId extends string = string> {
  message: MessageId;
  place: Place;
  arguments?: Arguments;
  related?: Place;
}

/** One rule over the model: an id, its words, and one pure function. */
export interface Check<MessageId extends string = string> {
  /** Also the name of its file, of its page in docs/checks and of its fixtures. */
  id: string;
  category: Category;
  severity: Severity;
  messages: Readonly<Record<MessageId, Message>>;
  run(model: Model): Iterable<Report<MessageId>>;
}

/** Declares a check; the types hold its messages and its reports together. */
export function defineCheck<const MessageId extends string>(check: Check<MessageId>): Check<MessageId> {
  return check;
}

/** A rule over the catalogue of patterns, on a day. */
export interface CatalogueCheck<MessageId extends string = string> extends Omit<Check<MessageId>, "run"> {
  /** @param today as YYYY-MM-DD */
  inspect(catalogue: Catalogue, today: string): Iterable<Report<MessageId>>;
}

/** Declares a check of the catalogue; see {@link defineCheck}. */
export function defineCatalogueCheck<const MessageId extends string>(check: CatalogueCheck<MessageId>): CatalogueCheck<MessageId> {
  return check;
}

/** A rule over the facts of all features at once. */
export interface SystemCheck<MessageId extends string = string> extends Omit<Check<MessageId>, "run"> {
  /** Takes each family that it judges once, and no other. */
  survey(system: JudgedSystem): Iterable<Report<MessageId>>;
}

/** Declares a check across features; see {@link defineCheck}. */
export function defineSystemCheck<const MessageId extends string>(check: SystemCheck<MessageId>): SystemCheck<MessageId> {
  return check;
}

/** A rule over the decision records, on a day. */
export interface DecisionCheck<MessageId extends string = string> extends Omit<Check<MessageId>, "run"> {
  /**
   * @param forms the titles of the sections that a record has, in each form that is taken
   * @param today as YYYY-MM-DD
   */
  examine(log: DecisionLog, forms: readonly (readonly string[])[], today: string): Iterable<Report<MessageId>>;
}

/** Declares a check of the decision records; see {@link defineCheck}. */
export function defineDecisionCheck<const MessageId extends string>(check: DecisionCheck<MessageId>): DecisionCheck<MessageId> {
  return check;
}

/** @returns the finding that a report of a check stands for. */
export function toFinding(check: Pick<Check, "id" | "category" | "severity" | "messages">, report: Report): Finding {
  const { message, place, related } = report;
  return {
    check: check.id,
    category: check.category,
    severity: check.messages[message]?.severity ?? check.severity,
    message,
    arguments: report.arguments ?? {},
    place,
    ...(related && { related }),
  };
}
