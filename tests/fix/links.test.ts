import { describe, expect, it } from "vitest";
import { DEFAULTS, fixFeature, loadContext, openWorkspace, readFeature } from "../../src/core.ts";
import type { Change } from "../support/mutate.ts";
import { FOLDER, KEY, makeWorkspace, PRD } from "../support/workspace.ts";
import { all, mend, windows, without } from "./fixing.ts";

const link =
  (url: string): Change =>
  (text) =>
    `${text}- [one](${url}) and [two](prd.md)\n`;

describe("a broken link with one close candidate is mended", () => {
  it.each([
    ["00-reserch-report.md", "00-research-report.md"],
    ["./00-reserch-report.md#Naming-Conventions", "./00-research-report.md#Naming-Conventions"],
    ["PRD.md", "prd.md"],
    ["../E00-F01-order-refunds/03-data_desing.md?plain=1", "../E00-F01-order-refunds/03-data-design.md?plain=1"],
    ["04-backend-design.md#eror-codes", "04-backend-design.md#error-codes"],
    ["#dataflow", "#data-flow"],
    ["00-reserch-report.md#naming-convention", "00-research-report.md#naming-conventions"],
    ["../../../../context/patterns/api-patterns.md#rate-limitting", "../../../../context/patterns/api-patterns.md#rate-limiting"],
  ])("%s", (wrong, right) => {
    const { after, before, findings } = mend({ architecture: link(wrong) });
    expect(after.architecture).toBe(before.architecture.replace(`(${wrong})`, () => `(${right})`));
    expect(findings.filter(({ check }) => check === "broken-link")).toEqual([]);
  });

  it("in images, definitions and inputs, with Windows lines", () => {
    const { after, before } = mend({
      prd: (text) =>
        windows(
          `${text}\n![04-bakend-design.md](04-bakend-design.md "04-bakend-design.md"), [a][b], [c][b]\n\n[b]: <04-backnd-design.md>\n`,
        ),
    });
    expect(after.prd).toBe(
      before.prd.replace("](04-bakend-design.md ", "](04-backend-design.md ").replace("<04-backnd-design.md>", "<04-backend-design.md>"),
    );
  });
});

describe("a broken link stays as it is", () => {
  it.each([
    ["nothing is close", "notes.md"],
    ["nothing is close, however long the folder's name is", "api.md"],
    ["it leads to another folder", "../E00-F02-other/00-reserch-report.md"],
    ["several fragments are as close", "#refund-within-automatic-limit"],
    ["it leads out of the workspace", "../../../../../prd.md"],
    ["it leads to a section that this feature does not have", "04-backend-design.md#library-interface"],
  ])("where %s", (_, url) => {
    const { after, before } = mend({ architecture: link(url) });
    expect(after.architecture).toBe(before.architecture);
  });

  it("where a section that is missing is as close", () => {
    const { after, before } = mend({
      architecture: all(without("Internal Integrations"), link("#internal-integration")),
    });
    expect(after.architecture).toBe(before.architecture);
  });

  it("where the document has a known name and does not exist yet", () => {
    const files = { ...DEFAULTS.files, contracts: "design-1.md", "data-design": "design-2.md" };
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: `${PRD}\n[tables](design-2.md)\n`, [`${FOLDER}/design-1.md`]: "# One\n" });
    const other = openWorkspace(root, { ...DEFAULTS, files });
    const { rounds, findings } = fixFeature(other, readFeature(other, KEY), loadContext(root, other.config));
    expect(rounds).toEqual([]);
    expect(findings.filter(({ check }) => check === "broken-link")).toHaveLength(1);
  });
});

describe("links to the feature's other documents are added", () => {
  const related = /## Related Documents[\s\S]*/;
  const items = ["- [Research report](00-research-report.md)", "- [Product requirements document](prd.md)"];
  it.each([
    ["to the list", "- [x](01-interface-contracts.md)\n- [y](03-data-design.md), [z](04-backend-design.md)\n", items.join("\n")],
    [
      "with its own marker",
      "* [x](01-interface-contracts.md)\n  * [y](03-data-design.md), [z](04-backend-design.md)\n",
      items.join("\n").replaceAll("- [", "* ["),
    ],
    [
      "to labelled items",
      "- **All**: [x](01-interface-contracts.md), [y](03-data-design.md), [z](04-backend-design.md)\n",
      items.join("\n"),
    ],
    ["below a paragraph", "[x](01-interface-contracts.md), [y](03-data-design.md), [z](04-backend-design.md)", `\n${items.join("\n")}`],
    [
      "below a numbered list",
      "1. [x](01-interface-contracts.md), [y](03-data-design.md), [z](04-backend-design.md)\n",
      `\n${items.join("\n")}`,
    ],
  ])("%s", (_, present, added) => {
    const { after, before, findings } = mend({ architecture: (text) => text.replace(related, () => `## Related Documents\n\n${present}`) });
    const end = before.architecture.trimEnd().length;
    expect(after.architecture).toBe(`${before.architecture.slice(0, end)}\n${added}${before.architecture.slice(end)}`);
    expect(findings.filter(({ check }) => check === "missing-cross-reference")).toEqual([]);
  });

  it("to a section whose heading is mended at the same time", () => {
    const { after, rounds } = mend({ architecture: (text) => text.replace(related, "## Related Docments\n\nNone.\n") });
    expect(after.architecture).toMatch(
      /## Related Documents\n\nNone\.\n\n- \[Research report\]\(00-research-report\.md\)\n[\s\S]*prd\.md\)\n$/,
    );
    expect(rounds).toHaveLength(1);
  });
});
