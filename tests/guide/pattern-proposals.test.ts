import { describe, expect, it } from "vitest";
import { openProposals, proposePatterns } from "../../src/core.ts";
import { exampleText, reviewIn } from "../support/example.ts";
import { FOLDER, KEY, makeWorkspace } from "../support/workspace.ts";

const FRONT = "---\ntitle: Ours\ncategory: integration\nstatus: current\nlast_updated: 2026-11-20\nowner: parcels\n---\n\n# Ours\n\n";
const PRD = "# Parcels\n\n## Functional Requirements\n\n";

/** The model of a feature with this PRD, in a project with one pattern of its own that has these signals. */
function modelOf(prd: string, signals: string, others: Record<string, string> = {}) {
  const root = makeWorkspace({
    "context/patterns/own-patterns.md": `${FRONT}## Probe\n\n**Fits**: what is asked for.\n\n**Signals**: ${signals}\n`,
    [`${FOLDER}/prd.md`]: prd,
    ...Object.fromEntries(Object.entries(others).map(([name, text]) => [`${FOLDER}/${name}`, text])),
  });
  return reviewIn(root, KEY).model;
}

const probe = (prd: string, signals: string, others?: Record<string, string>) =>
  proposePatterns(modelOf(prd, signals, others)).find(({ pattern }) => pattern.slug === "probe");
const requirement = (text: string) => `${PRD}- **FR-1**: ${text}\n- **FR-2**: A parcel has a number.\n`;

describe("words call for a pattern", () => {
  it.each([
    ["retry", "A failed scan is retried."],
    ["retry", "There are three retries."],
    ["time out", "A call that timed-out is shown."],
    ["third party", "Third-party carriers are asked."],
    ["cache", "Rates are cached for an hour."],
    ["bulk import", "Addresses come by bulk-imports."],
    ["queue", "No parcel is lost, and scans wait in a queue."],
    ["retry", "A scan is retried, but never for more than a day."],
  ])("%s: %s", (signal, text) => {
    expect(probe(requirement(text), signal)).toMatchObject({ signal, because: text, isFact: false, place: { line: 5 } });
  });

  it.each([
    ["retry", "Retail prices are shown."],
    ["versioned", "The version of the app is shown."],
    ["queue", "The scanner works without a queue."],
    ["pagination", "The list needs no pagination."],
    ["pagination", "The list does not need pagination."],
    ["pagination", "Pagination is not required."],
    ["webhook", "Webhooks are out of scope."],
    ["cache", "Rates are read anew instead of a cache."],
    ["bulk import", "Parcels in bulk; imports by hand."],
    ["saga", "A sagacious clerk decides."],
  ])("but not %s: %s", (signal, text) => {
    expect(probe(requirement(text), signal)).toBeUndefined();
  });

  it.each(["Out of Scope", "Non-Goals", "Future Work", "Not in scope", "Won't have"])("nor what stands under %s", (title) => {
    const prd = `${requirement("A parcel can be found.")}\n## ${title}\n\n- **FR-9**: Scans wait in a queue.\n`;
    expect(probe(prd, "queue")).toBeUndefined();
  });
});

const integration = (row: string) =>
  `${requirement("A parcel can be found.")}\n## Integrations\n\n| System | Owner | Purpose | When it is unavailable |\n| --- | --- | --- | --- |\n${row}\n`;
const flow = (...steps: string[]) =>
  `${integration("| Payment Service | Internal | Takes money | wait |\n| Stock Service | Internal | Holds pieces | wait |")}\n## User Flows\n\n### Order\n\n${steps.map((step, index) => `${index + 1}. ${step}`).join("\n")}\n`;

describe("facts of the model call for a pattern", () => {
  it.each([
    ["external-integration", integration("| Carrier | External | Prints labels | labels wait |")],
    ["external-integration", integration("| Carrier | Third party | Prints labels | labels wait |")],
    ["list-endpoint", requirement("A clerk can list the parcels of a depot.")],
    ["changing-endpoint", requirement("`POST /parcels` registers a parcel.")],
    ["event", requirement("The service publishes a parcel.delivered event.")],
    ["event", requirement("When a parcel arrives, an event is emitted.")],
    [
      "cross-service-change",
      flow("The system charges the card at the Payment Service.", "The system reserves the pieces at the Stock Service."),
    ],
    ["data-store", requirement("Each scan is stored with its time.")],
    ["scheduled-job", requirement("Every night the depot's list is sent to the carrier.")],
    ["scheduled-job", requirement("Scans older than a year are deleted once a day.")],
    ["background-work", requirement("Labels are printed in the background.")],
    ["secret", integration("| Carrier | External | Prints labels; called with an API key | labels wait |")],
  ])("%s", (fact, prd) => {
    expect(probe(prd, `\`${fact}\``)).toMatchObject({ isFact: true, pattern: { facts: [fact], signals: [] } });
  });

  it.each([
    ["external-integration", integration("| Order Service | Internal | Gives orders | wait |")],
    ["external-integration", integration("| CI Runner | External | Runs our command | nothing |")],
    ["list-endpoint", requirement("The screen has a list of links.")],
    ["changing-endpoint", requirement("`POST /parcels/search` finds parcels; `GET /parcels` shows them.")],
    ["event", requirement("A span is emitted for every authentication event.")],
    [
      "cross-service-change",
      flow("The system reads the price from the Payment Service.", "The system reserves the pieces at the Stock Service."),
    ],
    [
      "cross-service-change",
      flow("The system reserves the pieces at the Stock Service.", "The system releases them at the Stock Service."),
    ],
    ["data-store", requirement("All stores of the region are shown on a map.")],
    ["scheduled-job", requirement("20,000 parcels every hour are accepted.")],
    ["background-work", requirement("The background of the page is white.")],
    ["secret", integration("| Carrier | External | Prints labels under an idempotency key | labels wait |")],
  ])("not %s", (fact, prd) => {
    expect(probe(prd, `\`${fact}\``)).toBeUndefined();
  });

  it.each([
    ["list-endpoint", "- **Response**: 200 with a page of Parcel", "GET /parcels"],
    ["changing-endpoint", "- **Response**: 201 with Parcel", "POST /parcels"],
    ["background-work", "- **Response**: 202 with Job", "POST /parcels/imports"],
  ])("%s, once the endpoint is designed", (fact, response, name) => {
    const design = `---\ninterfaces: [api]\n---\n\n# Parcels\n\n## Interface Specifications\n\n### API Endpoints\n\n#### ${name}\n\n- **Purpose**: for clerks\n${response}\n`;
    expect(probe(requirement("A parcel can be found."), `\`${fact}\``, { "04-backend-design.md": design })).toMatchObject({
      because: name,
      place: { file: `${FOLDER}/04-backend-design.md` },
    });
  });
});

describe("a proposal stays open until it is decided where it matters", () => {
  const LINK = "[Probe](../../../../context/patterns/own-patterns.md#probe)";
  const patterns = (row: string) =>
    `# Parcels: Architecture\n\n## Architecture Overview\n\nAll.\n\n### Architectural Patterns\n\n| Pattern | Decision | Where and why |\n| --- | --- | --- |\n${row}\n`;
  const decisions = (row: string) =>
    `# Parcels: Architecture\n\n## Architecture Overview\n\nAll.\n\n### Key Design Decisions\n\n| Decision | Rationale |\n| --- | --- |\n${row}\n`;
  const components = `# Parcels: Architecture\n\n## Component Details\n\n### Scanner\n\n**Purpose**: Scans, by ${LINK}\n`;
  const related = `# Parcels: Architecture\n\n## Related Documents\n\n- ${LINK}\n`;
  const missing = (architecture: string) =>
    openProposals(modelOf(requirement("A parcel is scanned."), "scan", { "02-architecture.md": architecture })).find(
      ({ pattern }) => pattern.slug === "probe",
    )?.missing;

  it.each([
    ["applied in the table of patterns", patterns(`| ${LINK} | Applied | Scanner, FR-1 |`)],
    ["declined with a reason", patterns(`| ${LINK} | Declined | One scanner needs none |`)],
    ["declined by its name", patterns("| Probe | Declined | One scanner needs none |")],
    ["applied by a decision", decisions(`| Scans go through a ${LINK} | FR-1 |`)],
    ["declined by a decision", decisions("| No probe: scans are counted by hand | FR-1 |")],
    ["applied in a component", components],
  ])("%s", (_, architecture) => {
    expect(missing(architecture)).toBeUndefined();
  });

  it.each([
    ["decision", "nothing is said", patterns("| [Retry](retry.md) | Applied | Scanner |")],
    ["decision", "a decision speaks of something else", decisions("| Scans are probed twice | FR-1 |")],
    ["reason", "declined without a reason", patterns(`| ${LINK} | Declined | - |`)],
    ["link", "applied by its name alone", patterns("| Probe | Applied | Scanner, FR-1 |")],
    ["place", "linked among the related documents alone", related],
  ])("no %s where %s", (what, _, architecture) => {
    expect(missing(architecture)).toBe(what);
  });

  it("a deprecated pattern is never proposed", () => {
    const { model } = reviewIn(
      makeWorkspace({
        [`${FOLDER}/prd.md`]: requirement("The row is written to both, by dual write."),
        [`${FOLDER}/02-architecture.md`]: exampleText("architecture"),
      }),
      KEY,
    );
    expect(proposePatterns(model).map(({ pattern }) => pattern.slug)).not.toContain("dual-write");
  });
});
