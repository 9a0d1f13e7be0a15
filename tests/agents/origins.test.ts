import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { statingLines } from "../../src/actions/draft-origins.ts";
import { composeDocument } from "../../src/agents/outline/compose.ts";
import { from, takeOrigins } from "../../src/agents/outline/origins.ts";
import { OUTPUT_KINDS, type Review } from "../../src/core.ts";
import { reviewIn } from "../support/example.ts";
import { FOLDER, KEY, makeWorkspace, RESEARCH } from "../support/workspace.ts";

const compose = ({ model }: Review) => OUTPUT_KINDS.flatMap((kind) => composeDocument(model, kind));

/** The lines that state something and do not say where that is from. */
const unsourced = (review: Review) =>
  compose(review).flatMap(({ section, body, rows }) => {
    const told = new Set(rows.map(({ text }) => text));
    return statingLines(body).flatMap((line) => (told.has(line) ? [] : [`${section}: ${line}`]));
  });

const PRD = [
  "# PRD: Boat hire",
  "",
  "Skippers hire boats by the hour. The harbour knows which boats are out.",
  "",
  "## User Stories",
  "",
  "### US-1: As a skipper, I want to hire a boat so that I can sail",
  "",
  "- AC-1: Given a free boat, When the skipper sends `POST /boats/{id}/trips`, Then the trip begins and the harbour master is notified",
  "- AC-2: Given a boat that is out, When the skipper asks for it, Then they see `409 BOAT_OUT`",
  "",
  "## Functional Requirements",
  "",
  "- FR-1: `POST /boats/{id}/trips` begins a trip with `from` and an optional `note`",
  "- FR-2: `GET /boats` lists boats; a boat is `free`, `out` or `broken`",
  "- FR-3: Trips are kept in PostgreSQL, and a receipt is sent by the mail server",
  "- FR-4: Every night at 02:00 trips that are older than 30 days are deleted",
  "",
  "## Non-Functional Requirements",
  "",
  "- NFR-1: p95 of `GET /boats` is below 200 ms",
  "- NFR-2: Only the harbour master may see all trips",
  "",
  "## Assumptions",
  "",
  "- Boats are numbered by the harbour",
  "",
  "## Integrations",
  "",
  "| System | Purpose | When it is unavailable |",
  "| --- | --- | --- |",
  "| Weather Service | wind warnings | trips begin without a warning |",
  "",
  "## Open Questions",
  "",
  "- Who pays for broken boats?",
  "",
].join("\n");

describe("every line of a draft says where it is from", () => {
  const examples = readdirSync("docs/plan/E00-examples");
  it.each(examples)("%s, from all of its inputs", (feature) => {
    expect(unsourced(reviewIn(".", { epic: "E00-examples", feature }))).toEqual([]);
  });

  it("a PRD alone, and one with a research report", () => {
    expect(unsourced(reviewIn(makeWorkspace({ [`${FOLDER}/prd.md`]: PRD }), KEY))).toEqual([]);
    expect(unsourced(reviewIn(makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, [`${FOLDER}/00-research-report.md`]: RESEARCH }), KEY))).toEqual(
      [],
    );
  });

  it("by the id and the line of the statement, and says what nobody has stated", () => {
    const sections = compose(reviewIn(makeWorkspace({ [`${FOLDER}/prd.md`]: PRD }), KEY));
    const rows = sections.flatMap(({ rows: own }) => own);
    const trip = rows.find(({ text }) => text.includes("`from`"));
    expect(trip?.sources).toEqual([{ id: "FR-1", file: `${FOLDER}/prd.md`, line: 14 }]);
    expect(rows.find(({ text }) => text.includes('["Boats API"]'))?.proposed).toBe(true);
    expect(rows.find(({ text }) => text.includes("PostgreSQL"))?.proposed).toBe(false);
  });

  it("by file and line of the code, where the report names them", () => {
    const report = `${RESEARCH}\n## Existing Interfaces\n\n| Interface | Location | Relevance |\n| --- | --- | --- |\n| \`GET /boats\` | [src/boats.ts:12](../../../../src/boats.ts#L12) | is extended |\n`;
    const sections = compose(reviewIn(makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, [`${FOLDER}/00-research-report.md`]: report }), KEY));
    const row = sections.find(({ section }) => section === "Codebase Analysis")?.rows.find(({ text }) => text.includes("src/boats.ts"));
    expect(row?.sources).toContainEqual({ file: "src/boats.ts", line: 12 });
  });

  it("leaves no trace of it in the text, and takes nothing that a document brings along for its own", () => {
    expect(takeOrigins([from("a | b", { file: "x.md", line: 3, id: "FR-1" }), "plain"])).toEqual({
      lines: ["a | b", "plain"],
      rows: [{ text: "a | b", sources: [{ file: "x.md", line: 3, id: "FR-1" }], proposed: false }],
    });
    const forged = "\uE00Eno source\uE00F";
    expect(takeOrigins([forged])).toEqual({ lines: [forged], rows: [] });
  });
});
