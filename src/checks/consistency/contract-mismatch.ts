import { differencesFromContracts } from "../../model/agreement/compare.ts";
import { defineCheck } from "../define.ts";

const NAME_FIELD = "or name the departure `{structure}.{field}` in Contract Alignment.";
const NAME = "or name the departure in Contract Alignment.";

export default defineCheck({
  id: "contract-mismatch",
  category: "consistency",
  severity: "error",
  messages: {
    "missing-structure": {
      text: 'Expected the data structure "{name}", which the contracts agree on.',
      advice: `Add it to the data structures, ${NAME}`,
    },
    "structure-letters": {
      text: 'Unexpected spelling "{found}" of a data structure, expected "{name}" as in the contracts.',
      advice: "Spell it `{name}` wherever it is named: code that is made from the contracts knows no other.",
    },
    "missing-field": {
      text: 'Expected the field "{field}" in {structure}, as the contracts have it.',
      advice: `Add the field, ${NAME_FIELD}`,
    },
    "misspelt-field": {
      text: 'Unexpected field "{found}" in {structure}, expected "{field}" as in the contracts.',
      advice: 'Did you mean "{field}"?',
    },
    "field-letters": {
      text: 'Unexpected spelling "{found}" of a field in {structure}, expected "{field}" as in the contracts.',
      advice: `Spell it \`{field}\`: programs tell the two apart; ${NAME_FIELD}`,
    },
    "extra-field": {
      text: 'Unexpected field "{field}" in {structure}: the contracts do not have it.',
      advice: "Remove the field, or agree on it and name the departure `{structure}.{field}` in Contract Alignment.",
    },
    type: {
      text: "Unexpected type {found} of {structure}.{field}, expected {expected} as in the contracts.",
      advice: `Use the agreed type, ${NAME_FIELD}`,
    },
    required: {
      text: '{structure}.{field}: unexpected required "{found}", expected "{expected}" as in the contracts.',
      advice: `Follow the contracts, ${NAME_FIELD}`,
    },
    nullable: {
      text: "{structure}.{field} {found}, expected that it {expected} as in the contracts.",
      advice: `Say the same of null as the contracts, ${NAME_FIELD}`,
    },
    values: {
      text: "Unexpected values of {of}{structure}.{field}: {found}, expected {expected} as in the contracts.",
      advice: `Use the agreed values, each in its own letters, ${NAME_FIELD}`,
    },
    limit: {
      text: "Unexpected {what} of {of}{structure}.{field}: {found}, expected {expected} as in the contracts.",
      advice: `Use the agreed limit, ${NAME_FIELD}`,
    },
    precision: {
      text: "Unexpected precision {found} of {of}{structure}.{field}, expected {expected} as in the contracts.",
      advice: `Use the agreed number type, ${NAME_FIELD}`,
    },
    "missing-interface": {
      text: 'Expected the interface "{name}", which the contracts agree on.',
      advice: `Specify it, ${NAME}`,
    },
    "interface-letters": {
      text: 'Unexpected spelling "{found}", expected "{name}" as in the contracts.',
      advice: `Use the agreed letters: callers of the one do not reach the other; ${NAME}`,
    },
    "path-parameter": {
      text: 'Unexpected path parameter "{found}" of "{name}", expected "{expected}" as in the contracts.',
      advice: `Name it \`{expected}\` in path and parameters, ${NAME}`,
    },
    "missing-parameter": {
      text: 'Expected the parameter "{parameter}" of "{name}", as in the contracts.',
      advice: `Add it to the parameters, ${NAME}`,
    },
    "parameter-letters": {
      text: 'Unexpected spelling "{found}" of a parameter of "{name}", expected "{parameter}" as in the contracts.',
      advice: `Spell it \`{parameter}\`, ${NAME}`,
    },
    "parameter-limit": {
      text: 'Unexpected {what} of the parameter "{parameter}" of "{name}": {found}, expected {expected} as in the contracts.',
      advice: `Follow the contracts, ${NAME}`,
    },
    "status-codes": {
      text: 'Expected the status {status} among the responses of "{name}", as in the contracts.',
      advice: `Add the response with its condition, ${NAME}`,
    },
    "error-codes": {
      text: 'Expected the error code {code} of "{name}", as in the contracts.',
      advice: `Add it with its condition, ${NAME}`,
    },
    body: {
      text: 'Expected {structure} in **{label}** of "{name}", as in the contracts.',
      advice: `Use the agreed data structure, ${NAME}`,
    },
    "missing-error": {
      text: "Expected the error code {code} in the table of error codes, as in the contracts.",
      advice: "Add its row, or name the departure `{code}` in Contract Alignment.",
    },
    "error-letters": {
      text: "Unexpected spelling {found} of an error code, expected {code} as in the contracts.",
      advice: "Spell it `{code}`: callers decide by it.",
    },
    "error-status": {
      text: "Unexpected status {found} of the error code {code}, expected {expected} as in the contracts.",
      advice: "Use the agreed status, or name the departure `{code}` in Contract Alignment.",
    },
  },
  *run(model) {
    for (const { kind, subjects: _, ...report } of differencesFromContracts(model)) yield { message: kind, ...report };
  },
});
