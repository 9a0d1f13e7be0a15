import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest, the longest first; nothing is wrong where a file is missing here, or is no longer one of them. */
const LONGEST = [
  "defects/operators",
  "kill/kill",
  "agents/generate",
  "cli/changed",
  "agents/faults",
  "agents/command",
  "cli/demo",
  "cli/output",
  "verdict/threads",
  "checks/messages",
  "fix/properties",
  "house/house",
  "defects/harmless/harmless",
  "checks/pages",
  "verdict/cache",
  "verdict/spoilt-cache",
  "cli/render",
  "guide/progress",
  "guide/finish",
  "diagrams/browser",
  "mcp/example-run",
  "laws/one-verdict",
  "fix/sections",
  "checks/one-cause",
  "cli/system",
];

/** Begins with what takes longest, also where no earlier run has left its times: a long file that starts last leaves a core idle. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = LONGEST.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
      return rank === -1 ? LONGEST.length : rank;
    };
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => rankOf(a) - rankOf(b));
  }
}
