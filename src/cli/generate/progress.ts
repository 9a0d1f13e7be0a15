import type { RunEvent } from "../../agents/events.ts";

/** How far a run is, in one line. */
export interface Progress {
  see(event: RunEvent): void;
  line(now: number): string;
}

/** @param started when the run began, in milliseconds */
export function createProgress(started: number): Progress {
  let features = 0;
  let begun = 0;
  let finished = 0;
  let sections = 0;
  let written = 0;
  let usd = 0;
  let step = "";
  return {
    see(event) {
      if (event.event === "run") features = event.features.length;
      if (event.event === "feature") {
        begun++;
        sections += event.write;
      }
      if (event.event === "section" && event.result !== "up-to-date" && event.result !== "yours") written = Math.min(sections, written + 1);
      if (event.event === "feature-done") finished++;
      if (event.event === "call") ({ usd, step } = event);
    },
    line(now) {
      const left = timeLeft(now - started, written, sections * (features / Math.max(1, begun)));
      return `${finished}/${features} features, ${written}/${sections} sections, $${usd.toFixed(2)}${left}  ${
        step
          .split(": ")
          .at(-1)
          ?.replace(/ [0-9a-f]{16}.*$/s, "") ?? ""
      }`;
    },
  };
}

/** From the pace so far, where features to come are as large as those that have begun; nothing is said before there is a pace. */
function timeLeft(elapsed: number, done: number, all: number): string {
  if (done < 2 || all <= done) return "";
  const seconds = Math.round((elapsed / done) * (all - done)) / 1000;
  return seconds < 90 ? `, about ${Math.max(1, Math.round(seconds))} s left` : `, about ${Math.round(seconds / 60)} min left`;
}
