import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Feature, OUTPUT_KINDS, type OutputKind, readFeature, review, stepsOf, withText } from "../../src/core.ts";
import { placeSection, topSections } from "../../src/feature/writing/edit.ts";
import { byTime } from "../../src/guide/pending.ts";
import { findingsIn } from "../../src/review/section-findings.ts";
import { context, workspace } from "../support/mutate.ts";

interface Piece {
  kind: OutputKind;
  title: string;
  body: string;
}

/** A worked example taken apart: both outputs with nothing but front matter and title, and their sections. */
function apart(name: string): { skeleton: Feature; pieces: Piece[] } {
  const whole = readFeature(workspace, { epic: "E00-examples", feature: name });
  let skeleton = whole;
  const pieces: Piece[] = [];
  for (const kind of OUTPUT_KINDS) {
    const markdown = whole.documents[kind]?.markdown;
    if (!markdown) throw new Error(`${name} has no ${kind}`);
    const sections = topSections(markdown);
    skeleton = withText(
      workspace,
      skeleton,
      kind,
      markdown.text.slice(0, sections[0]?.span.start).replace("status: complete", "status: draft"),
    );
    pieces.push(...sections.map(({ title, heading, span }) => ({ kind, title, body: markdown.text.slice(heading.end, span.end) })));
  }
  return { skeleton, pieces };
}

function put(feature: Feature, { kind, title, body }: Piece): Feature {
  const titles = context.templates[kind].sections.map((section) => section.title);
  const present = feature.documents[kind]?.markdown;
  return present ? withText(workspace, feature, kind, placeSection(present, titles, title, body)) : feature;
}

const EXAMPLES = ["E00-F01-order-refunds", "E00-F02-ledger-export", "E00-F03-stock-reservations"].map((name) => ({ name, ...apart(name) }));

describe("writing what is right, section by section, in any order", () => {
  it.each(EXAMPLES)("never takes a step back, and brings nothing to mend: $name", ({ skeleton, pieces }) => {
    fc.assert(
      fc.property(fc.shuffledSubarray(pieces, { minLength: pieces.length }), (order) => {
        let feature = skeleton;
        let before = 0;
        for (const piece of order) {
          feature = put(feature, piece);
          const reviewed = review(feature, context);
          const done = stepsOf(reviewed).filter((step) => step.done).length;
          expect(done).toBeGreaterThanOrEqual(before);
          before = done;
          const { now } = byTime(reviewed, findingsIn(reviewed, piece.kind, piece.title));
          expect(now.map(({ check, message, text }) => `${check} ${message} ${text}`)).toEqual([]);
        }
        expect(before).toBe(6);
      }),
      { numRuns: 3, seed: 17 },
    );
  });

  it("patterns and alignment are not done on a skeleton", () => {
    for (const { skeleton } of EXAMPLES)
      expect(stepsOf(review(skeleton, context)).map(({ done }) => done)).toEqual([true, ...Array(6).fill(false)]);
  });
});

describe("what refers to a section that is not written yet", () => {
  const [refunds] = EXAMPLES;
  const architecture = refunds?.pieces.filter(({ kind }) => kind === "architecture") ?? [];
  const halfway = architecture.reduce(put, refunds?.skeleton as Feature);

  it("is pending while that is so, and an error for a check", () => {
    const reviewed = review(halfway, context);
    const own = findingsIn(reviewed, "architecture", "Requirements Coverage");
    expect(byTime(reviewed, own)).toMatchObject({ now: [], pending: [] });
    const other = put(halfway, {
      kind: "architecture",
      title: "Technical Risks & Mitigations",
      body: "\nSee [the end point](04-backend-design.md#post-ordersorderidrefunds).\n\n| Risk | Kind | Mitigation |\n| --- | --- | --- |\n| One | Security | Done by [it](04-backend-design.md#post-ordersorderidrefunds) |\n",
    });
    const after = review(other, context);
    expect(after.findings.filter(({ check }) => check === "broken-link")).toMatchObject([{ severity: "error" }, { severity: "error" }]);
    const { now, pending } = byTime(after, findingsIn(after, "architecture", "Technical Risks & Mitigations"));
    expect([now.map(({ check }) => check), pending.map(({ check }) => check)]).toEqual([[], ["broken-link", "broken-link"]]);
  });

  it("is mended at once where no section can bring it, or where it contradicts an input", () => {
    const wrong = put(halfway, {
      kind: "architecture",
      title: "Technical Risks & Mitigations",
      body: "\n| Risk | Kind | Mitigation |\n| --- | --- | --- |\n| The gateway is away | Integration | Executions of refunds are retried for up to 48 hours (FR-8), see [notes](notes.md) |\n",
    });
    const reviewed = review(wrong, context);
    const { now } = byTime(reviewed, findingsIn(reviewed, "architecture", "Technical Risks & Mitigations"));
    expect(now.map(({ check }) => check).sort()).toEqual(["broken-link", "value-drift"]);
  });
});
