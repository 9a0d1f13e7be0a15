import { describe, expect, it } from "vitest";
import {
  describeSteps,
  finishFeature,
  loadContext,
  nextStep,
  openWorkspace,
  type Review,
  readFeature,
  startOutputs,
  stepsOf,
  writeSection,
} from "../../src/core.ts";
import { reviewExample, reviewIn } from "../support/example.ts";
import { FOLDER, KEY, makeWorkspace, PRD, RESEARCH } from "../support/workspace.ts";

const open = (review: Review) =>
  stepsOf(review)
    .filter(({ done }) => !done)
    .map(({ id }) => id);

describe("the gates are computed from the documents", () => {
  it("all hold for the worked example", () => {
    expect(open(reviewExample())).toEqual([]);
    expect(nextStep(reviewExample())).toBeUndefined();
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ["no PRD", { "00-research-report.md": RESEARCH }, /PRD of this feature is not there/],
    ["an empty PRD", { "prd.md": "", "00-research-report.md": RESEARCH }, /empty document/],
    ["a PRD without requirements", { "prd.md": "# T\n\nWords.\n", "00-research-report.md": RESEARCH }, /requirements/],
    ["no research report", { "prd.md": PRD }, /research report/],
    ["no kind of interface", { "prd.md": PRD.replace("interfaces: [api]\n", ""), "00-research-report.md": RESEARCH }, /kinds of interface/],
  ])("step 1 stays open with %s, and the brief says what to do", (_, files, reason) => {
    const root = makeWorkspace({
      [`${FOLDER}/.keep`]: "",
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, text])),
    });
    const [first] = stepsOf(reviewIn(root, KEY));
    expect(first?.done).toBe(false);
    expect(first?.open.join(" ")).toMatch(reason);
    expect(nextStep(reviewIn(root, KEY))?.step.id).toBe("analyze-requirements");
  });

  it("a skeleton that nobody has filled states no requirements", () => {
    const root = makeWorkspace();
    const workspace = openWorkspace(root);
    const context = loadContext(root, workspace.config);
    expect(describeSteps()).toHaveLength(7);
    return import("../../src/core.ts").then(({ createInputs }) => {
      createInputs(workspace, context, { key: KEY, interfaces: ["api"], today: "2026-11-20" });
      expect(reviewIn(root, KEY).model.requirements).toEqual([]);
      expect(open(reviewIn(root, KEY))[0]).toBe("analyze-requirements");
    });
  });
});

describe("the brief for the next section", () => {
  const begun = () => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, [`${FOLDER}/00-research-report.md`]: RESEARCH });
    const workspace = openWorkspace(root);
    const context = loadContext(root, workspace.config);
    startOutputs(workspace, context, { key: KEY, interfaces: [], today: "2026-11-20" });
    return { root, workspace, context };
  };

  it("goes through the sections in the template's order, what is missing first", () => {
    const { root, workspace, context } = begun();
    const first = nextStep(reviewIn(root, KEY));
    expect(first?.section).toMatchObject({ section: "Architecture Overview", state: "missing", document: "architecture" });
    expect(first?.section?.lines).toBeGreaterThan(10);
    expect(first?.section?.shape.join("\n")).toMatch(/Decision, Rationale/);
    writeSection(workspace, context, {
      key: KEY,
      document: "architecture",
      section: "Architecture Overview",
      body: "TODO",
      revision: first?.section?.revision ?? "",
    });
    expect(nextStep(reviewIn(root, KEY))?.section?.section).toBe("System Architecture Diagram");
  });

  it("carries the facts that the section must use, with the document that states them", () => {
    const { root } = begun();
    const { context } = begun();
    const review = reviewIn(root, KEY);
    const titles = context.templates.architecture.sections.map(({ title }) => title);
    expect(titles).toContain("Requirements Coverage");
    const written = titles.filter((title) => title !== "Requirements Coverage");
    const workspace = openWorkspace(root);
    for (const section of written) {
      const revision = readFeature(workspace, KEY).documents.architecture?.revision ?? "";
      writeSection(workspace, context, { key: KEY, document: "architecture", section, body: "words", revision });
    }
    const brief = nextStep(reviewIn(root, KEY));
    expect(brief?.section?.section).toBe("Requirements Coverage");
    expect(brief?.section?.facts).toEqual([
      {
        label: "requirements",
        from: `${FOLDER}/prd.md`,
        items: expect.arrayContaining([expect.stringMatching(/^FR-1: A customer/), expect.stringMatching(/^NFR-1: 95 %/)]),
      },
    ]);
    expect(review.model.requirements).toHaveLength(3);
  });

  it("the shares of all sections come out inside of the line budget", async () => {
    const { shareBudget } = await import("../../src/core.ts");
    const { model } = reviewExample();
    for (const kind of ["architecture", "backend-design"] as const) {
      const sum = shareBudget(model, kind).reduce((total, { lines }) => total + lines, 0);
      expect(sum).toBeGreaterThanOrEqual(130);
      expect(sum).toBeLessThanOrEqual(200);
    }
  });

  it("finishing is refused while a gate is closed, and changes nothing", async () => {
    const { root, workspace, context } = begun();
    const before = readFeature(workspace, KEY).documents.architecture?.revision;
    const { open, proof } = await finishFeature(workspace, context, KEY, { today: "2026-11-20", env: {} });
    expect(open.map(({ id }) => id)).toContain("define-architecture");
    expect(proof).toBeUndefined();
    expect(reviewIn(root, KEY).model.documents.architecture?.revision).toBe(before);
  });
});
