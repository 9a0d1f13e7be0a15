import { expect, it } from "vitest";
import { type Feature, nextStep, readFeature, review, stepsOf } from "../../src/core.ts";
import { context, workspace } from "../support/mutate.ts";

const KEY = { epic: "E00-examples", feature: "E00-F01-order-refunds" };

/** A feature one of whose documents brings a defect to light: whoever asks for its sections gets an error. */
function spoilt(kinds: readonly ("research" | "architecture")[]): Feature {
  const feature = readFeature(workspace, KEY);
  const documents = { ...feature.documents };
  for (const kind of kinds) {
    const document = documents[kind];
    if (!document) throw new Error(`no ${kind}`);
    const markdown = Object.create(document.markdown, {
      allSections: {
        get() {
          throw new TypeError("no sections");
        },
      },
    });
    documents[kind] = { ...document, markdown };
  }
  return { ...feature, documents };
}

it.each([[["research"]], [["architecture"]], [["research", "architecture"]]] as const)(
  "what groundplan fails over is told with its file, and the rest is judged: %s",
  (kinds) => {
    const feature = spoilt(kinds);
    const reviewed = review(feature, context);
    const failed = reviewed.findings.filter(({ message }) => message === "failed");
    const files = kinds.map((kind) => feature.documents[kind]?.file);
    expect(reviewed.failed).toEqual(expect.arrayContaining(files));
    expect(failed.map(({ check, severity, place }) => [check, severity, place.file])).toEqual(
      expect.arrayContaining(files.map((file) => ["missing-document", "error", file])),
    );
    expect(failed[0]?.text).toContain("no sections");
    if (kinds.length === 1) {
      expect(reviewed.failed).toEqual(files);
      expect(reviewed.model.requirements.length).toBeGreaterThan(0);
    }
    expect(stepsOf(reviewed)).toHaveLength(7);
    expect(nextStep(reviewed)).toBeDefined();
  },
);
