import { DECISION_STATUSES } from "../../context/decisions.ts";
import { isDay } from "../../text/days.ts";
import { closest } from "../../text/names.ts";
import { defineDecisionCheck } from "../define.ts";

const STATUSES = DECISION_STATUSES.join(", ");

export default defineDecisionCheck({
  id: "decision-front-matter",
  category: "system",
  severity: "error",
  messages: {
    unreadable: {
      text: "Unexpected front matter: {problem}.",
      advice: "Begin the file with status and date between two lines of ---.",
    },
    "no-status": { text: 'Expected the status of the decision "{title}".', advice: `Write it as status: one of ${STATUSES}.` },
    status: { text: 'Unexpected status "{found}" of the decision "{title}".', advice: `Expected one of ${STATUSES}.` },
    "status-misspelt": { text: 'Unexpected status "{found}" of the decision "{title}".', advice: 'Did you mean "{suggestion}"?' },
    "no-day": {
      text: 'Unexpected date "{found}", expected a day as YYYY-MM-DD.',
      advice: "Write the day on which the record last changed.",
    },
    "day-to-come": { text: 'Unexpected date "{found}": it is still to come.', advice: "Write the day on which the record last changed." },
  },
  *examine({ decisions }, _, today) {
    for (const { file, title, status, date, problem, place } of decisions) {
      const top = { file, line: 1, column: 1 };
      if (problem !== undefined) {
        yield { message: "unreadable", place: top, arguments: { problem } };
        continue;
      }
      if (status === "") yield { message: "no-status", place, arguments: { title } };
      else if (!(DECISION_STATUSES as readonly string[]).includes(status)) {
        const suggestion = closest(status, DECISION_STATUSES);
        if (suggestion) yield { message: "status-misspelt", place: top, arguments: { found: status, title, suggestion } };
        else yield { message: "status", place: top, arguments: { found: status, title } };
      }
      if (date !== "" && !isDay(date)) yield { message: "no-day", place: top, arguments: { found: date } };
      else if (date > today) yield { message: "day-to-come", place: top, arguments: { found: date } };
    }
  },
});
