import type { Decision } from "../../context/decisions.ts";
import type { Place } from "../../findings/finding.ts";
import { outputs } from "../../model/query.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "outdated-decision",
  category: "consistency",
  severity: "error",
  messages: {
    superseded: {
      text: 'Unexpected use of {name}, "{title}": it is superseded by {successor}.',
      advice: "Design by the decision that is in force, and link to its record.",
    },
    outdated: {
      text: 'Unexpected use of {name}, "{title}": it is {status}, expected one that is accepted or proposed.',
      advice: "Link to the record that is in force, or write one: `groundplan adr new --title ...`.",
    },
  },
  *run(model) {
    const kinds = new Set(outputs(model).map(({ kind }) => kind));
    for (const { document, path, place } of model.links) {
      const decision = path === undefined || !kinds.has(document) ? undefined : model.feature.targets.get(path)?.decision;
      if (decision && isOutdated(decision)) yield toReport(decision, place);
    }
    const known = [...model.feature.targets.values()].flatMap(({ decision }) => decision ?? []);
    for (const { name, place, line } of model.decisionMentions) {
      const [decision, twin] = known.filter((record) => record.name === name);
      if (!decision || twin || !isOutdated(decision) || TELLS_HISTORY.test(line)) continue;
      if (decision.supersededBy === undefined || !line.includes(decision.supersededBy)) yield toReport(decision, place);
    }
  },
});

/** Who tells what was before does not design by it. */
const TELLS_HISTORY =
  /\b(?:super[cs]ede[sd]|replace[sd]|rejected|deprecated|former(?:ly)?|previous(?:ly)?|no longer|instead of|unlike|overrule[sd])\b/i;

function isOutdated({ status }: Decision): boolean {
  return ["rejected", "deprecated", "superseded"].includes(status);
}

function toReport({ name, title, status, supersededBy, place: related }: Decision, place: Place) {
  if (supersededBy === undefined)
    return { message: "outdated" as const, place, related, arguments: { name: name || "a record", title, status } };
  return { message: "superseded" as const, place, related, arguments: { name: name || "a record", title, successor: supersededBy } };
}
