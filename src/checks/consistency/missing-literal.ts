import { carriedIn } from "../../model/content/literals/carried.ts";
import { OF_INTERFACES, uncarried } from "../../model/content/literals/demanded.ts";
import { undescribedOptions, unlistedInUsage } from "../../model/content/literals/described-options.ts";
import { uncarriedEndpoints } from "../../model/content/literals/endpoints.ts";
import { LITERAL_WORDS } from "../../model/content/literals/kind-words.ts";
import { renamedIn } from "../../model/content/literals/renamed.ts";
import { wrongRoleWords } from "../../model/content/literals/role-words.ts";
import { wrongRoles } from "../../model/content/literals/roles.ts";
import { strangersIn } from "../../model/content/literals/strangers.ts";
import { contentOf } from "../../model/content/read.ts";
import type { Literal } from "../../model/content/types.ts";
import { displacedValues } from "../../model/content/values/displaced-values.ts";
import { lackingValues } from "../../model/content/values/enumerations.ts";
import { unlistedValues } from "../../model/content/values/field-values.ts";
import { settlesLiteral } from "../../model/departures/settles.ts";
import { mentionsOf } from "../../model/requirements/mentioned.ts";
import type { Model } from "../../model/types.ts";
import { fileName, shorten } from "../../text/shorten.ts";
import { defineCheck, type Report } from "../define.ts";

type MessageId =
  | "stranger"
  | "unknown-value"
  | "doubtful-value"
  | "unlisted"
  | "displaced"
  | "unlisted-option"
  | "missing"
  | "doubtful"
  | "renamed"
  | "undescribed"
  | "unknown-role";

export default defineCheck({
  id: "missing-literal",
  category: "consistency",
  severity: "error",
  messages: {
    missing: {
      text: 'Expected the {kind} "{literal}" of {source} in {where}: "{text}".',
      advice: "Carry it over as it stands, or name it under Departures with the reason.",
    },
    doubtful: {
      text: 'Expected the {kind} "{literal}" of {source} in {where}: "{text}".',
      advice: "Carry it over where the design does something about it; what is only an example needs no place.",
      severity: "warning",
    },
    renamed: {
      text: 'Unexpected {kind} "{literal}": no other document has it, and "{expected}" of {source} is missing here.',
      advice: 'Did you mean "{expected}"? Otherwise change the other document, say that both exist, or name both under Departures.',
    },
    stranger: {
      text: 'Unexpected {kind} "{literal}": no other document has it there, and {source} has "{expected}".',
      advice: "Use one name in both places, or say there that both exist.",
      severity: "warning",
    },
    "unknown-value": {
      text: 'Unexpected "{literal}" for {field}, which is {values}.',
      advice: "Use one of its values, or add this one where they are listed.",
    },
    "doubtful-value": {
      text: 'Unexpected "{literal}", which seems to be said of {field}: that is {values}.',
      advice: "Use one of its values, add this one where they are listed, or say of what it is the value.",
      severity: "warning",
    },
    unlisted: {
      text: 'Expected "{literal}" in {owner}: {source} lists it with the others, "{text}".',
      advice: "Add it, or say with the reason why the design departs from the list.",
    },
    displaced: {
      text: 'Unexpected "{literal}" in {field}: no input has it, and {source} lists "{expected}" with the other values: "{text}".',
      advice: 'Did you mean "{expected}"? Otherwise say with the reason why the design departs from the list.',
    },
    undescribed: {
      text: "Unexpected option {literal}: no command describes it among its arguments and options.",
      advice: "Describe it where the command's options stand, or take it out here.",
    },
    "unlisted-option": {
      text: "Expected option {literal} in the usage of {command}, which names its other options.",
      advice: "Name it in the usage, or take its description out.",
      severity: "warning",
    },
    "unknown-role": {
      text: 'Unexpected role "{literal}" for {subject}, expected {expected} as in {source}.',
      advice: "Name the role that was agreed, or change the agreement.",
    },
  },
  *run(model) {
    const told = new Set<string>();
    for (const report of reportsOf(model)) {
      const { literal, expected } = report.arguments as { literal: string; expected?: string };
      const { file, line } = report.place;
      const key = OF_ONE_PLACE.has(report.message) ? `${literal} ${file}:${line}` : literal;
      if (told.has(key) || (report.message !== "renamed" && told.has(`was ${literal}`))) continue;
      // A role that bears another name everywhere is renamed once, and not wrong at each interface.
      if (report.message === "unknown-role" && told.has(`now ${literal}`)) continue;
      told.add(key).add(literal);
      if (report.message === "renamed") told.add(`was ${expected}`).add(`now ${literal}`);
      yield report;
    }
  },
});

/** They tell of one field or interface, and another may be wrong in the same word. */
const OF_ONE_PLACE: ReadonlySet<MessageId> = new Set(["unknown-value", "displaced", "doubtful-value", "unlisted-option", "unknown-role"]);

type Found = Report<MessageId>;

/** Of what is told of one literal twice, the first says the most. */
function* reportsOf(model: Model): Generator<Found> {
  const content = contentOf(model);
  const carried = carriedIn(model, content);
  const isOpen = ({ text, passage }: Literal) => !settlesLiteral(model, text, passage.ids);
  for (const { field, value, values, fieldPlace, place, certain } of unlistedValues(model, content))
    yield {
      message: certain ? "unknown-value" : "doubtful-value",
      place,
      related: fieldPlace,
      arguments: { literal: value, field, values: values.join(" or ") },
    };
  for (const { field, place, found, expected, statement } of displacedValues(model))
    if (!settlesLiteral(model, expected, [statement.id]))
      yield {
        message: "displaced",
        place,
        related: statement.place,
        arguments: { literal: found, field, expected, source: statement.id, text: shorten(statement.text) },
      };
  for (const { owner, place, literal } of lackingValues(model, content).filter((lacking) => isOpen(lacking.literal)))
    yield {
      message: "unlisted",
      place,
      related: literal.place,
      arguments: { literal: literal.text, owner, source: literal.passage.ids[0] ?? "the PRD", text: saidIn(literal) },
    };
  for (const { literal, expected } of renamedIn(model, content, carried).filter((each) => isOpen(each.expected)))
    yield { message: "renamed", ...otherThan(literal, expected) };
  for (const { literal, certain } of uncarried(model, content, carried).filter((each) => isOpen(each.literal)))
    yield { message: certain ? "missing" : "doubtful", ...notCarried(literal, model) };
  for (const { name, statement, related, certain } of uncarriedEndpoints(model))
    yield {
      message: certain ? "missing" : "doubtful",
      place: statement.place,
      ...(related && { related }),
      arguments: {
        kind: "endpoint",
        literal: name,
        source: statement.id,
        where: fileName(model.documents["backend-design"]?.file ?? ""),
        text: shorten(statement.text),
      },
    };
  for (const { option, ...places } of undescribedOptions(model, content))
    yield { message: "undescribed", ...places, arguments: { literal: option } };
  for (const { option, command, place } of unlistedInUsage(model))
    yield { message: "unlisted-option", place, arguments: { literal: option, command } };
  for (const { literal, subject, agreed } of wrongRoles(content))
    yield {
      message: "unknown-role",
      place: literal.place,
      arguments: { literal: literal.text, subject, expected: agreed.join(" or "), source: "the contracts" },
    };
  for (const { found, place, subject, expected, related, source, ids } of wrongRoleWords(model))
    if (!settlesLiteral(model, found, ids))
      yield { message: "unknown-role", place, related, arguments: { literal: found, subject, expected, source } };
  for (const { literal, expected } of strangersIn(model, content, carried).filter((each) => isOpen(each.expected)))
    yield { message: "stranger", ...otherThan(literal, expected) };
}

function otherThan(literal: Literal, expected: Literal): Omit<Found, "message"> {
  return {
    place: literal.place,
    related: expected.place,
    arguments: { kind: LITERAL_WORDS[literal.kind], literal: literal.text, expected: expected.text, source: fileName(expected.place.file) },
  };
}

function notCarried(literal: Literal, model: Model): Omit<Found, "message"> {
  const { kind, text, passage, place } = literal;
  const cited = passage.ids.flatMap((id) => mentionsOf(model, id));
  const answer = cited.find(({ document }) => document === "backend-design") ?? cited[0];
  const { architecture, "backend-design": design } = model.documents;
  const places = OF_INTERFACES.has(kind) && design ? [design] : [architecture, design].flatMap((document) => document ?? []);
  return {
    place,
    ...(answer && { related: answer.place }),
    arguments: {
      kind: LITERAL_WORDS[kind],
      literal: text,
      source: passage.ids[0] ?? "the PRD",
      where: places.map(({ file }) => fileName(file)).join(" or "),
      text: saidIn(literal),
    },
  };
}

function saidIn({ passage }: Literal): string {
  return shorten(passage.text.replace(/[`*]/g, "").replace(/\s+/g, " "));
}
