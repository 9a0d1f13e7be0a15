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
  const acts: [string, Act][] = [
    ["review", judge],
    ...Object.entries(ACTS).map(([name, act]): [string, Act] => [name, ({ reviewed, workspace }) => act(reviewed, workspace)]),
  ];
  const context = loadContext(workspace.root, workspace.config);
  const prepare = (feature: Feature): Prepared => ({ reviewed: review(feature, context), workspace, feature, context });
  const plain = new Map(acts.map(([name, act]) => [name, leastOf(3, () => prepare(base), act)]));
  for (const shape of shapes) {
    tell({ shape });
    const [quarter, all] = [length / 4, length].map((size) => withShape(workspace, base, place, SHAPES[shape]?.(size) ?? ""));
    if (!quarter || !all) continue;
    // What was made of one review is kept with it: each act is measured with what the ones before it have left.
    const [ofQuarter, ofAll] = [prepare(quarter), prepare(all)];
    for (const [name, act] of acts) {
      const take = () => ofQuarter;
      const figures = {
        shape,
        act: name,
        without: plain.get(name) ?? 0,
        quarter: leastOf(1, take, act),
        all: leastOf(1, () => ofAll, act),
      };
      // What else the machine has to do only adds to it.
      for (let again = 0; again < 2 && isSuperlinear(figures); again++) {
        figures.quarter = Math.min(
          figures.quarter,
          leastOf(1, () => prepare(quarter), act),
        );
        figures.all = Math.min(
          figures.all,
          leastOf(1, () => prepare(all), act),
        );
      }
      tell(figures);
    }
  }
}

interface Prepared {
  reviewed: Review;
  workspace: Workspace;
  feature: Feature;
  context: Context;
}

type Act = (prepared: Prepared) => void;

function judge({ feature, context }: Prepared): void {
  const { failed } = review(feature, context);
  // What is left out takes no time.
  if (failed.length > 0) throw new Error(`failed over ${failed.join(", ")}`);
}

function withShape(workspace: Workspace, base: Feature, { document, before, lead = "" }: Place, text: string): Feature {
  const present = base.documents[document]?.markdown.text ?? "";
  const at = present.indexOf(`\n${before}\n`);
  if (at === -1) throw new Error(`no ${before} in ${document}`);
  return withText(workspace, base, document, `${present.slice(0, at)}\n${lead}${text}\n${present.slice(at)}`);
}

function leastOf(runs: number, prepare: () => Prepared, act: Act): number {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < runs; index++) {
    const prepared = prepare();
    const began = process.cpuUsage();
    act(prepared);
    const { user, system } = process.cpuUsage(began);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

if (!isMainThread && parentPort) measure(workerData as Job, (told) => parentPort?.postMessage(told));
