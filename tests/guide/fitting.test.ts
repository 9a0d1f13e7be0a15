import { describe, expect, it } from "vitest";
import { nextStep } from "../../src/core.ts";
import { reviewIn } from "../support/example.ts";
import { FOLDER, KEY, makeWorkspace } from "../support/workspace.ts";

const FRONT =
  "---\nepic: E01-parcels\nfeature: E01-F01\ntitle: Parcels\nstatus: complete\nlast_updated: 2026-11-20\ninterfaces: [api]\n---\n\n";
const RESEARCH = `${FRONT}# Parcels: Research Report\n\n## Summary\n\nOne service, no code for parcels yet.\n\n## Technology Stack\n\n| Layer | Technology | Reason |\n| --- | --- | --- |\n| API | Ktor 3.0 | In use |\n`;

function prd(flows: number, endpoints: number): string {
  const flow = (at: number) =>
    `### Flow ${at}\n\n1. A clerk enters parcel ${at}.\n2. The system stores it.\n3. The carrier prints label ${at}.\n`;
  const endpoint = (at: number) => `- **FR-${at}**: A clerk reads depot ${at} by \`GET /depots-${at}/parcels\`.`;
  const times = (count: number, each: (at: number) => string, by: string) =>
    Array.from({ length: count }, (_, index) => each(index + 1)).join(by);
  return `${FRONT}# Parcels\n\n## User Flows\n\n${times(flows, flow, "\n")}\n## Functional Requirements\n\n${times(endpoints, endpoint, "\n")}\n`;
}

/** What the first brief on a document says of its length. */
function said(flows: number, endpoints: number, lines?: number): string | undefined {
  const output = `${FRONT.replace("complete", "draft")}# Parcels\n`;
  const root = makeWorkspace({
    [`${FOLDER}/prd.md`]: prd(flows, endpoints),
    [`${FOLDER}/00-research-report.md`]: RESEARCH,
    [`${FOLDER}/02-architecture.md`]: output,
    [`${FOLDER}/04-backend-design.md`]: output,
    ...(lines !== undefined && { "groundplan.config.json": JSON.stringify({ lines: { architecture: { max: lines } } }) }),
  });
  return nextStep(reviewIn(root, KEY))?.outgrown;
}

describe("what a document cannot hold is said before its first section", () => {
  it.each([
    ["twelve flows", 12, 5],
    ["nine flows", 9, 5],
  ])("%s", (_what, flows, endpoints) => {
    const text = said(flows, endpoints);
    expect(text).toMatch(
      /^02-architecture\.md has 200 lines, and what this feature holds takes about \d{3}: Data Flow \(\d+, about \d+ lines\)/,
    );
    expect(text).toMatch(
      /split the feature in two; or draw fewer flows.*; or give it another budget in the configuration, with the reason/,
    );
  });

  it.each([
    ["three flows", 3, 5, undefined],
    ["thirteen endpoints, which fit as tables", 4, 13, undefined],
    ["twelve flows, with a budget of their own", 12, 5, 340],
  ])("but not of %s", (_what, flows, endpoints, lines) => {
    expect(said(flows, endpoints, lines)).toBeUndefined();
  });
});
