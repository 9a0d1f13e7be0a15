// Kills operations that write, at random moments, and looks at what is left: always the old or the new file, a next run
// that gets through, and nothing that piles up. Usage: npm run kill -- [--times 500] [--seed 1] [--operation write]
import { parseArgs } from "node:util";
import { withBundle, withModule } from "./run-typescript.mjs";

const { values } = parseArgs({
  options: {
    times: { type: "string", default: "500" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    operation: { type: "string" },
  },
});

const began = performance.now();
let failed = 0;
console.log(`seed ${values.seed}`);
await withBundle("tests/kill/victim.ts", (file) =>
  withModule("tests/kill/main.ts", async ({ begin, furnish, killOften, NAMES, randomOf }) => {
    const names = NAMES.filter((name) => values.operation === undefined || name === values.operation);
    const random = randomOf(Number(values.seed));
    for (const name of names) {
      const victim = { file, name, furnish, begin: (root) => begin(name, root) };
      const { kills, calls, midst, problems } = await killOften(victim, Math.ceil(Number(values.times) / names.length), random);
      failed += problems.length;
      console.log(
        `${name.padEnd(8)} ${kills} kills in a run of ${calls} changes of the disk, ${midst} of them in the midst of a write, ${problems.length} problems`,
      );
      for (const problem of problems) console.log(`    ${problem}`);
    }
  }),
);
console.log(`${((performance.now() - began) / 1000).toFixed(1)} s: ${failed} problems`);
process.exitCode = failed === 0 ? 0 : 1;
