import { describe, expect, it } from "vitest";
import { CHECKS, type Review, verdictOf } from "../../src/core.ts";
import { FORMATS, type FormatName, type ReportOptions } from "../../src/report/index.ts";
import { ReportSchema } from "../../src/report/json-schema.ts";
import { reviewExample } from "../support/example.ts";
import { reviewChanged } from "../support/mutate.ts";

const options: ReportOptions = {
  checks: CHECKS.map(({ id, category, severity }) => ({
    id,
    category,
    severity,
    page: `# ${id}\n\nCategory: ${category}. Severity: ${severity}.\n\nFinds something. And more.\n`,
  })),
  version: "1.2.3",
  mermaid: "11.2.3",
};

// A block of code, a type that is defined nowhere, and a component that nothing calls for.
const spoilt = reviewChanged({
  "backend-design": (text) =>
    text
      .replace("| `Refund` | `amount` | `Money` |", "| `Refund` | `amount` | `Mony` |")
      .replace("| `RefundDecision` | `comment` | string | yes |", "| `RefundDecision` | `comment` | string | no |")
      .replace("### Recovery Strategies\n", '### Recovery Strategies\n\n```json\n{ "a|b": "100 %" }\n```\n'),
  architecture: (text) =>
    text.replace(
      "| Payment Adapter | Speaks",
      "| Metrics Dashboard | Shows figures | Draw charts | PostgreSQL 16 | Exposes none |\n| Payment Adapter | Speaks",
    ),
});
const clean = reviewExample();

const write = (format: FormatName, reviews: readonly Review[]) => FORMATS[format].write(reviews.map(verdictOf), options);

describe("text", () => {
  const text = write("text", [spoilt, clean]);

  it("shows the line, with a mark under the words", () => {
    expect(text).toContain("58 | | `Refund` | `amount` | `Mony` | yes |");
    const lines = text.split("\n");
    const at = lines.findIndex((line) => line.includes("`Mony` | yes"));
    expect(lines[at + 1]?.indexOf("^^^^^^")).toBe(lines[at]?.indexOf("`Mony`"));
  });

  it("groups by file and ends with the sum", () => {
    expect(text.match(/^docs\/plan\/.*$/gm)).toHaveLength(2);
    expect(text).toMatch(/\d+ errors and 1 warning in 2 features\. \(Mermaid 11\.2\.3\) groundplan explain <check> tells more\.\n$/);
    expect(write("text", [clean])).toBe("No findings in 1 feature. (Mermaid 11.2.3)\n");
  });

  it("does not pass over a gate that is open without a finding", () => {
    const waiting = { ...verdictOf(clean), progress: { done: 3, next: "apply-patterns" as const, open: 2 } };
    const report = (format: FormatName) => FORMATS[format].write([waiting], options);
    expect(report("text")).toBe(
      "not finished E00-examples/E00-F01-order-refunds: 3 of 7 steps are done; next is apply-patterns, where 2 things are open\ngroundplan status <feature> lists what is open.\n\nNo findings in 1 feature. (Mermaid 11.2.3)\n",
    );
    expect(report("markdown")).toContain("Not finished: E00-examples/E00-F01-order-refunds: 3 of 7 steps are done");
    expect(JSON.parse(report("json")).features[0].progress).toEqual(waiting.progress);
    expect(verdictOf(clean).progress).toEqual({ done: 7, next: "finished", open: 0 });
    expect(verdictOf(spoilt).progress).toMatchObject({ next: "define-architecture" });
  });

  it("stops after 200 findings and says how many there are", () => {
    const many = { ...spoilt, findings: Array.from({ length: 10_000 }, () => spoilt.findings[0] as Review["findings"][0]) };
    const long = write("text", [many]);
    expect(long).toContain("And 9800 more; --format json has them all.");
    expect(JSON.parse(write("json", [many])).features[0].findings).toHaveLength(10_000);
  });

  it("shows a long line around its mark", () => {
    const long = reviewChanged({
      architecture: (before) => before.replace("## Data Flow", `${"word ".repeat(80)}TODO ${"word ".repeat(80)}\n\n## Data Flow`),
    });
    const lines = write("text", [long]).split("\n");
    const at = lines.findIndex((line) => line.includes("TODO") && line.includes("word"));
    expect(lines[at]?.length).toBeLessThan(130);
    expect(lines[at]?.indexOf("TODO")).toBe(lines[at + 1]?.indexOf("^^^^"));
  });
});

it("json: what is written is what its schema says", () => {
  for (const reviews of [[spoilt, clean], [clean], []]) ReportSchema.parse(JSON.parse(write("json", reviews)));
});

describe("sarif", () => {
  const log = JSON.parse(write("sarif", [spoilt, clean]));
  const [run] = log.runs;

  it("has a rule for each check, with its page as help", () => {
    expect(run.tool.extensions).toEqual([{ name: "mermaid", semanticVersion: "11.2.3" }]);
    expect(run.tool.driver).toMatchObject({ name: "groundplan", semanticVersion: "1.2.3" });
    expect(run.tool.driver.rules).toHaveLength(CHECKS.length);
    expect(run.tool.driver.rules[0]).toMatchObject({
      shortDescription: { text: "Finds something." },
      defaultConfiguration: { level: "error" },
    });
  });

  it("points every result at its rule, its region and the other place", () => {
    for (const { ruleId, ruleIndex, locations } of run.results) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
      const { artifactLocation, region } = locations[0].physicalLocation;
      expect(artifactLocation.uri).toMatch(/^docs\/plan\/E00-examples\/[\w%/.-]+$/);
      expect(region.startLine).toBeGreaterThan(0);
      expect(region.endLine ?? region.startLine).toBeGreaterThanOrEqual(region.startLine);
    }
    const mismatch = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === "contract-mismatch");
    expect(mismatch.relatedLocations[0].physicalLocation.artifactLocation.uri).toMatch(/01-interface-contracts\.md$/);
  });

  it("names a result by its content: a text that moves keeps the names", () => {
    const moved = reviewChanged({
      "backend-design": (text) =>
        text
          .replace("| `Refund` | `amount` | `Money` |", "| `Refund` | `amount` | `Mony` |")
          .replace("# Order refunds", "\n\n# Order refunds"),
    });
    const names = (review: Review) =>
      JSON.parse(write("sarif", [review])).runs[0].results.flatMap(
        (result: { ruleId: string; partialFingerprints: Record<string, string> }) =>
          result.ruleId === "undefined-type" ? [result.partialFingerprints["groundplan/v1"]] : [],
      );
    expect(names(moved)).toEqual(names(spoilt));
    const all = run.results.map((result: { partialFingerprints: Record<string, string> }) => result.partialFingerprints["groundplan/v1"]);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("github", () => {
  it("escapes what ends a property or a command", () => {
    const odd = {
      ...spoilt,
      findings: spoilt.findings
        .slice(0, 1)
        .map((finding) => ({ ...finding, text: "100 %\nmore", advice: "", place: { file: "a,b:c.md", line: 3, column: 2 } })),
    };
    expect(write("github", [odd])).toMatch(/^::error file=a%2Cb%3Ac\.md,line=3,col=2,title=groundplan%3A [\w-]+::100 %25%0Amore\n$/);
  });

  it("writes a line for each finding, and nothing for a clean feature", () => {
    expect(write("github", [spoilt]).trim().split("\n")).toHaveLength(spoilt.findings.length);
    expect(write("github", [spoilt])).toMatch(/^::warning file=.*02-architecture\.md,line=\d+,/m);
    expect(write("github", [clean])).toBe("");
  });
});

describe("junit", () => {
  it("has a case for every check, and a failure for those that found something", () => {
    const xml = write("junit", [spoilt]);
    expect(xml.match(/<testcase /g)).toHaveLength(CHECKS.length);
    expect(xml).toMatch(/name="undefined-type"><failure message="Unexpected type &quot;Mony&quot;/);
    expect(xml).toMatch(/name="unmotivated-component"><system-out>/);
    expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
    expect(write("junit", [clean])).toMatch(/failures="0"/);
  });

  it("replaces characters that XML cannot hold", () => {
    const odd = { ...spoilt, findings: spoilt.findings.map((finding) => ({ ...finding, text: "a\u0000<b>\u001b" })) };
    expect(write("junit", [odd])).toContain("a\ufffd&lt;b&gt;\ufffd");
  });
});

it("gitlab: every issue has a name of its own, a place and a level", () => {
  const issues = JSON.parse(write("gitlab", [spoilt]));
  expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(spoilt.findings.length);
  for (const { severity, location } of issues) {
    expect(["major", "minor"]).toContain(severity);
    expect(location.lines.begin).toBeGreaterThan(0);
  }
});

describe("markdown", () => {
  const text = write("markdown", [spoilt]);

  it("is the validation report: a table by file, and the checklist", () => {
    expect(text).toMatch(/^## groundplan\n\n\*\*\d+ errors\*\* and 1 warning in 1 feature\.\n/);
    expect(text).toContain("| `undefined-type` |");
    expect(text).toContain("quality checklist, ");
    expect(text).toContain("- [ ] No blocks of program code (1 open: code-block, code-statement)");
  });

  it("does not let a finding be markup or a mention", () => {
    const odd = {
      ...spoilt,
      findings: spoilt.findings.slice(0, 1).map((finding) => ({ ...finding, text: "a|b <img> @team *x*", advice: "" })),
    };
    expect(write("markdown", [odd])).toContain("a\\|b &lt;img&gt; &#64;team \\*x\\*");
  });

  it("fits a comment, however much was found", () => {
    const many = { ...spoilt, findings: Array.from({ length: 5000 }, () => spoilt.findings[0] as Review["findings"][0]) };
    expect(write("markdown", [many]).length).toBeLessThan(65_536);
    expect(write("markdown", [many])).toContain("And 4940 more.");
  });
});
