import { decisionName } from "../../context/decisions.ts";
import { outputs } from "../../model/query.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "outdated-decision",
  category: "consistency",
  severity: "error",
  messages: {
    superseded: {
      text: 'Unexpected link to the decision "{title}": it is superseded by {successor}.',
      advice: "Design by the decision that is in force, and link to its record.",
    },
    outdated: {
      text: 'Unexpected link to the decision "{title}": it is {status}, expected one that is accepted or proposed.',
      advice: "Link to the record that is in force, or write one: `groundplan adr new --title ...`.",
    },
  },
  *run(model) {
    const kinds = new Set(outputs(model).map(({ kind }) => kind));
    for (const { document, path, place } of model.links) {
      const decision = path === undefined || !kinds.has(document) ? undefined : model.feature.targets.get(path)?.decision;
      if (!decision || !["rejected", "deprecated", "superseded"].includes(decision.status)) continue;
      const { title, status, supersededBy, place: related } = decision;
      if (supersededBy === undefined) yield { message: "outdated", place, related, arguments: { title, status } };
      else yield { message: "superseded", place, related, arguments: { title, successor: decisionName(supersededBy) } };
    }
  },
});
