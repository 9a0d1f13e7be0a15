import { configDefaults, defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/longest-first.ts";

/**
 * Tests that start the command, a server or a thread again and again: half of the suite's time. `npm test` runs them, and so does
 * the workflow on each version of Node; who has a few minutes only sets GROUNDPLAN_QUICK and leaves them out.
 */
const LONG = [
  "tests/agents/{command,faults,generate}.test.ts",
  "tests/cli/{adr,changed,check,commands,contracts,defect,demo,injection,output,render,system}.test.ts",
  "tests/config/linear-pattern.test.ts",
  "tests/diagrams/verdict.test.ts",
  "tests/feature/folders.test.ts",
  "tests/fix/properties.test.ts",
  "tests/guide/finish.test.ts",
  "tests/kill/**",
  "tests/packaging/manifests.test.ts",
  "tests/page/{hostile,look,remarks,serve}.test.ts",
  "tests/verdict/{cache,forged-cache,spoilt-cache,threads}.test.ts",
];

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...(process.env.GROUNDPLAN_QUICK ? LONG : [])],
    // No test depends on how fast the machine is.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: "threads",
    maxWorkers: 2,
    // What a thread has loaded serves all files that it runs: loading took a sixth of the time, and nothing is kept but what a text or a
    // folder decides.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});
