// Puts long texts of one kind each, one line, one table, one diagram and so on, into each document of a worked example, once with a
// quarter of the length and once with all of it, and looks at what each step of a review and of what is made of it takes: no step
// takes more than in proportion, by processor time. Nothing else should run on the machine meanwhile.
// Usage: npm run stress:long [-- --length 100000] [--place prd] [--shape "one table"] [--all]
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { withBundle, withModule } from "./run-typescript.mjs";

const { values } = parseArgs({
  options: {
    length: { type: "string", default: "100000" },
    place: { type: "string" },
    shape: { type: "string" },
    all: { type: "boolean", default: false },
  },
});
// A shape that has not come to an end by then never will.
const HANG_MS = 120_000;
const TICK_MS = 500;

const { shapes, places } = await withModule("tests/stress/long.ts", ({ PLACES, SHAPES }) => ({
  shapes: Object.keys(SHAPES).filter((name) => values.shape === undefined || name === values.shape),
  places: PLACES.map(({ document, before }, index) => ({ index, name: `${document}, ${before}` })).filter(
    ({ name }) => values.place === undefined || name.startsWith(values.place),
  ),
}));
if (shapes.length * places.length === 0) throw new Error("no such shape or place");
let [tried, missed, most] = [0, 0, 0];
await withBundle("tests/stress/long.ts", async (file) => {
  const { isSuperlinear } = await import(file);
  for (const { index, name } of places) {
    let left = shapes;
    while (left.length > 0) {
      const { problem, shape } = await run(file, { place: index, shapes: left, length: Number(values.length) }, (figures) => {
        tried++;
        most = Math.max(most, figures.all);
        const bad = isSuperlinear(figures);
        missed += bad ? 1 : 0;
        if (bad || values.all) console.log(line(name, figures, bad ? "more than in proportion" : ""));
      });
      if (problem === undefined) break;
      missed++;
      console.log(line(name, { shape }, problem));
      left = left.slice(left.indexOf(shape) + 1);
    }
  }
});
console.log(
  `stress:long: ${missed} problems in ${tried} measurements of ${shapes.length} shapes at ${places.length} places with ${values.length} characters, the longest ${(most / 1000).toFixed(1)} s`,
);
process.exitCode = missed === 0 ? 0 : 1;

/** Runs a thread to its end; @returns what ended it before, and with which shape. */
function run(file, job, onFigures) {
  return new Promise((resolve) => {
    const worker = new Worker(file, { workerData: job });
    let [shape, since] = [job.shapes[0], process.cpuUsage()];
    const timer = setInterval(() => {
      // Processor time: how much else the machine has to do decides nothing.
      const { user, system } = process.cpuUsage(since);
      if ((user + system) / 1000 > HANG_MS) finish(`no end within ${HANG_MS / 1000} s`);
    }, TICK_MS);
    const finish = (problem) => {
      clearInterval(timer);
      worker.removeAllListeners("exit");
      void worker.terminate().then(() => resolve({ problem, shape }));
    };
    worker.on("message", (told) => {
      [shape, since] = [told.shape, process.cpuUsage()];
      if (told.act !== undefined) onFigures(told);
    });
    worker.on("error", (error) => finish(error.message));
    worker.on("exit", () => finish(undefined));
  });
}

function line(place, { shape, act = "", quarter, all }, problem) {
  const [first, second] = [quarter, all].map((ms) => (ms === undefined ? "" : `${ms.toFixed(0)} ms`).padStart(9));
  return `${place.padEnd(44)} ${shape.padEnd(28)} ${act.padEnd(9)} ${first} ${second}  ${problem}`;
}
