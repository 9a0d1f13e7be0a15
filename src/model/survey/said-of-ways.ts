import type { CodeIndex } from "./code-index.ts";
import { productConflicts } from "./said-of-stack.ts";
import type { Claiming } from "./sentences.ts";
import type { CodeConflict } from "./types.ts";
import { waysOf } from "./ways.ts";

/** "the existing mail module", "our existing nightly job": what does such a thing is among the packages, or is called somewhere. */
const SAID =
  /\bexisting\s(?:[\w-]{1,30}\s){0,2}?(?:(?<mail>e-?mails?|mail(?:er|ing)?)|(?<jobs>jobs?|cron|schedulers?|workers?|task queue|job queue))\b(?:\s(?:module|service|system|mechanism|job|sender|runner|queue)\b)?/i;

/** @returns what a sentence calls existing and the code has no sign of: it sends no mail, or has nothing that runs jobs */
export function wayConflicts(claiming: Claiming, index: CodeIndex): CodeConflict[] {
  const { text, place } = claiming;
  const { survey } = index;
  const match = SAID.exec(text);
  const of = match?.groups?.mail ? "mail" : match?.groups?.jobs ? "jobs" : undefined;
  if (!match || !of || (of === "mail" && survey.mail.length > 0) || (of === "jobs" && survey.events.length > 0)) return [];
  const way = waysOf(survey).find((each) => each.of === of);
  // Without packages nothing is known; and a job may be a command that something outside starts.
  if (!way || way.packages.length > 0 || (of === "jobs" && survey.commands.length > 0)) return [];
  // "The existing Celery job": that there is no Celery is told.
  if (productConflicts(claiming, index).length > 0) return [];
  const said = match[0].replace(/^existing\s/i, "");
  return [{ what: of === "mail" ? "mail" : "background job", said, has: "", certain: false, names: [said], place }];
}
