import { expect, it } from "vitest";
import { showFindings, wordFindings } from "../../src/mcp/shown/show.ts";

const finding = (line: number, advice: string, file = "02-architecture.md") => ({
  ...{ check: "naming-convention", message: "breaks", category: "consistency" as const, severity: "error" as const, page: "" },
  ...{ place: { file, line, column: 1 }, arguments: {}, text: `Unexpected field "parcel${line}".`, advice },
});
const RENAME = (line: number) => `Rename it to \`parcel_${line}\`.`;

it("many findings of one cause in a document are one, with the lines of the others", () => {
  const shown = showFindings([3, 5, 8, 13].map((line) => finding(line, RENAME(line))));
  expect(shown.findings).toHaveLength(1);
  expect(shown.findings[0]?.advice).toBe("Rename it to `parcel_3`. 3 more of this kind stand there, in lines 5, 8, 13.");
  expect(shown.left_out).toBe(3);
  expect(wordFindings(shown)).toMatch(/\n- and 3 more, those in the named lines among them$/);
});

it.each([
  ["a few", [3, 5, 8].map((line) => finding(line, RENAME(line)))],
  ["in two documents", [3, 5, 8, 13].map((line) => finding(line, RENAME(line), line > 5 ? "04-backend-design.md" : "02-architecture.md"))],
  ["with other advice", [3, 5, 8, 13].map((line) => finding(line, `Do what belongs to it: ${line}.`))],
])("%s stand by themselves", (_, findings) => {
  const shown = showFindings(findings);
  expect(shown.findings).toHaveLength(findings.length);
  expect(shown.left_out).toBe(0);
});
