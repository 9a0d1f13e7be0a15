import { describe, expect, it } from "vitest";
import { SHAPES } from "../stress/shapes.ts";
import { reviewChanged } from "../support/mutate.ts";

/** CPU time of a review of the example with a text in its architecture, in milliseconds. */
function cpuOf(text: string): number {
  const changed = (document: string) => document.replace("\n## Data Flow\n", () => `\n${text}\n\n## Data Flow\n`);
  const before = process.cpuUsage();
  reviewChanged({ architecture: changed });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe("a line of hundreds of kilobytes", () => {
  it.each(["a line of ids", "a line of vague words", "a line of words without a figure", "a line of comments that suppress"])(
    "is judged in time that grows with it: %s",
    (name) => {
      const line = (length: number) => SHAPES[name]?.(length) ?? "";
      cpuOf(line(10_000));
      const [short, long] = [cpuOf(line(75_000)), cpuOf(line(300_000))];
      // Four times the text: four times the work, where a quadratic one has sixteen times.
      expect(long).toBeLessThan(10 * short + 500);
    },
  );
});
