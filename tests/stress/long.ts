import { isMainThread, parentPort, workerData } from "node:worker_threads";
import {
  type Context,
  type Feature,
  loadContext,
  openWorkspace,
  type Review,
  readFeature,
  review,
  type Workspace,
  withText,
} from "../../src/core.ts";
import { ACTS } from "./acts.ts";
import { PLACES, type Place } from "./places.ts";
import { SHAPES } from "./shapes.ts";

/** What a thread is asked for: one place, and the shapes that are tried there. */
export interface Job {
  place: number;
  shapes: readonly string[];
  /** Of the longest text, in characters; the other is a quarter of it. */
  length: number;
}

/** What one act takes with one shape, in milliseconds of processor time: without it, with a quarter and with all of it. */
export interface Figures {
  shape: string;
  act: string;
  without: number;
  quarter: number;
  all: number;
}

export { PLACES, SHAPES };

const KEY = { epic: "E00-examples", feature: "E00-F01-order-refunds" };
/** What takes less is no hazard, however it grows. */
const LEAST_MS = 300;
/** With four times the text; what grows with n log n stays below it. */
export const MOST_TIMES = 7;
/** Below, a quarter is mostly what would be done anyway. */
const FLOOR_MS = 15;

/** @returns whether an act takes more than in proportion to what it is given. */
export function isSuperlinear({ without, quarter, all }: Figures): boolean {
  return all > LEAST_MS && all - without > MOST_TIMES * Math.max(quarter - without, FLOOR_MS);
}

/** Tries every shape at one place; tells of each act with each shape by itself. */
export function measure({ place: index, shapes, length }: Job, tell: (told: Figures | { shape: string }) => void): void {
  const place = PLACES[index];
  if (!place) throw new Error(`no place ${index}`);
  const workspace = openWorkspace(".");
  const base = readFeature(workspace, KEY);
  const context = loadContext(workspace.root, workspace.config);
  let seen = 0;
  // What is read of a text is kept with it: each review is of one that was never seen, longer by a line break.
  const fresh = (text: string): Feature => withShape(workspace, base, place, `${text}${"\n".repeat(++seen)}`);
  const judged: Take = (text) => {
    const feature = fresh(text);
    return msOf(() => judge(feature, context));
  };
  // What was made of one review is kept with it: each act is measured with what the ones before it have left.
  const kept = new Map<string, Review>();
  const acted = ([name, act]: [string, (typeof ACTS)[string]]): [string, Take] => [
    name,
    (text, again) => {
      const reviewed = (!again && kept.get(text)) || review(fresh(text), context);
      if (!again) kept.set(text, reviewed);
      return msOf(() => act(reviewed, workspace));
    },
  ];
  const acts = [["review", judged] as [string, Take], ...Object.entries(ACTS).map(acted)];
  const plain = new Map(acts.map(([act, take]) => [act, Math.min(...[1, 2, 3].map(() => take("", true)))]));
  for (const shape of shapes) {
    tell({ shape });
    kept.clear();
    const [quarter, all] = [length / 4, length].map((size) => SHAPES[shape]?.(size) ?? "") as [string, string];
    for (const [act, take] of acts) tell(figuresOf({ shape, act, without: plain.get(act) ?? 0 }, take, quarter, all));
  }
}

/** Does something with a text; `again` with one that was never seen. @returns the milliseconds of processor time */
type Take = (text: string, again: boolean) => number;

/** What else the machine has to do is no hazard: told is only what is too much each time that it is measured. */
function figuresOf(of: Pick<Figures, "shape" | "act" | "without">, take: Take, quarter: string, all: string): Figures {
  const measured = (again: boolean): Figures => ({ ...of, quarter: take(quarter, again), all: take(all, again) });
  let figures = measured(false);
  for (let again = 0; again < 3 && isSuperlinear(figures); again++) figures = measured(true);
  return figures;
}

function judge(feature: Feature, context: Context): void {
  const { failed } = review(feature, context);
  // What is left out takes no time.
  if (failed.length > 0) throw new Error(`failed over ${failed.join(", ")}`);
}

function msOf(act: () => void): number {
  const began = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

function withShape(workspace: Workspace, base: Feature, { document, before, lead = "" }: Place, text: string): Feature {
  const present = base.documents[document]?.markdown.text ?? "";
  const at = present.indexOf(`\n${before}\n`);
  if (at === -1) throw new Error(`no ${before} in ${document}`);
  return withText(workspace, base, document, `${present.slice(0, at)}\n${lead}${text}\n${present.slice(at)}`);
}

if (!isMainThread && parentPort) measure(workerData as Job, (told) => parentPort?.postMessage(told));
