import { describe, expect, it } from "vitest";
import { parseTemplate } from "../../src/context/template.ts";
import { fixFeature } from "../../src/core.ts";
import { type Change, changedExample, context, workspace } from "../support/mutate.ts";
import { all, mend, windows } from "./fixing.ts";

const heading =
  (from: string, to: string): Change =>
  (text) =>
    text.replace(from, () => to);

describe("a misspelt heading gets the template's title", () => {
  it.each([
    ["## Data Flow", "## Data Flwo", "## Data Flow"],
    ["## Data Flow", "## 4. Data Flwo", "## 4. Data Flow"],
    ["## Data Flow", "##  4) Data Flwo  ##  ", "##  4) Data Flow  ##  "],
    ["## Data Flow", "Data Flwo\n---------", "Data Flow\n---------"],
    ["## Technical Risks & Mitigations", "## Technical Risk and Mitigation", "## Technical Risks & Mitigations"],
    ["### Key Design Decisions", "### Key Desgin Decision", "### Key Design Decisions"],
  ])("%s written as %s", (right, wrong, mended) => {
    const { after, before, findings } = mend({ architecture: heading(right, wrong) });
    expect(after.architecture).toBe(before.architecture.replace(wrong, () => mended));
    expect(findings.filter(({ check }) => check === "missing-section")).toEqual([]);
  });

  it("with Windows lines", () => {
    const { after, before } = mend({ architecture: all(heading("## Data Flow", "## Data Flwo"), windows) });
    expect(after.architecture).toBe(before.architecture.replace("## Data Flwo\r\n", "## Data Flow\r\n"));
  });

  it("and the feature's links to it follow, in every document and form", () => {
    const { after, before, findings } = mend({
      "backend-design": all(heading("### Error Codes", "### 6.1 Eror Codes"), (text) => `${text}- [codes](#61-eror-codes)\n`),
      architecture: (text) =>
        `${text}- [codes](<04-backend-design.md#61-EROR-codes> "all"), [again][c], [more][c]\n\n[c]: 04-backend-design.md#61-eror-codes\n`,
      prd: (text) => `${text}\nSee [the codes](./04-backend-design.md#61-eror-codes).\n`,
    });
    expect(findings.filter(({ check }) => /section|link/.test(check))).toEqual([]);
    expect(after.architecture).toBe(before.architecture.replace(/61-eror-codes/gi, "61-error-codes"));
    expect(after.prd).toBe(before.prd.replace("#61-eror-codes", "#61-error-codes"));
    expect(after["backend-design"]).toBe(
      before["backend-design"].replace("Eror Codes", "Error Codes").replace("#61-eror-codes", "#61-error-codes"),
    );
  });

  it("and links that the right title was written for are left alone", () => {
    const { after, before } = mend({
      "backend-design": heading("### Error Codes", "### Eror Codes"),
      architecture: (text) => `${text}- [codes](04-backend-design.md#error-codes)\n`,
    });
    expect(after.architecture).toBe(before.architecture);
  });
});

describe("a heading stays as it is", () => {
  it.each([
    ["two headings are as close", (text: string) => text.replace("## Data Flow", "## Data Flwo\n\nOne.\n\n## Data Folw")],
    ["its words hold markup", (text: string) => text.replace("## Data Flow", "## Data **Flwo**")],
    ["it is far from any title", (text: string) => text.replace("## Related Documents", "## See also")],
  ])("where %s", (_, change) => {
    const { after } = mend({ architecture: change });
    const headings = (text: string) => text.split("\n").filter((line) => line.startsWith("#"));
    const before = changedExample({ architecture: change }).documents.architecture?.markdown.text ?? "";
    expect(headings(after.architecture)).toEqual(expect.arrayContaining(headings(before)));
  });
});

it("a heading stays as it is where two titles of the template are as close", () => {
  const template = context.templates.architecture;
  const strict = parseTemplate(template.text.replaceAll(" Integrations (if applicable)", " Integrations"), template.file);
  const change: Change = (text) =>
    text.replace(/### Internal Integrations[\s\S]*?(?=### External)/, "").replace("### External", "### Xternal");
  const feature = changedExample({ architecture: change });
  const fixed = fixFeature(workspace, feature, { ...context, templates: { ...context.templates, architecture: strict } });
  expect(fixed.feature.documents.architecture?.markdown.text).toBe(feature.documents.architecture?.markdown.text);
});
