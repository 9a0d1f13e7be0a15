import { describe, expect, it } from "vitest";
import { deciderOf, decidersIn, statedIn } from "../../src/core.ts";
import { reviewIn } from "../support/example.ts";
import { FOLDER, KEY, makeWorkspace } from "../support/workspace.ts";

const stated = (prd: string) => statedIn(reviewIn(makeWorkspace({ [`${FOLDER}/prd.md`]: `# Boat hire\n\n${prd}` }), KEY).model);
const required = (...lines: string[]) =>
  stated(`## Functional Requirements\n\n${lines.map((line, index) => `- FR-${index + 1}: ${line}`).join("\n")}\n`);

describe("the interfaces that a PRD names", () => {
  it.each([
    ["an endpoint in a sentence", ["`POST /boats/{id}/trips` begins a trip"], [["api", "POST /boats/{id}/trips"]]],
    [
      "what follows an endpoint in the place of its last part",
      ["`POST /trips/{id}/start`, `/stop` and `/cancel` change a trip"],
      [
        ["api", "POST /trips/{id}/start"],
        ["api", "POST /trips/{id}/stop"],
        ["api", "POST /trips/{id}/cancel"],
      ],
    ],
    [
      "commands of the program that the PRD speaks of",
      ["Provide the `quay berth list` command", "The skipper runs `quay berth free <berth>`"],
      [
        ["cli", "quay berth list"],
        ["cli", "quay berth free"],
      ],
    ],
    ["an event that is published", ["The system publishes `trip.ended` when a boat is back"], [["service", "trip.ended"]]],
    ["a function", ["`priceOf(trip, tariff)` returns the price"], [["library", "priceOf"]]],
    ["no command of a tool that everyone has", ["Run `npm install quay`", "Then run `npm test now`"], []],
    ["no file as an event", ["An event is written to `trips.json`"], []],
    ["nothing where nothing is named", ["A skipper hires a boat"], []],
  ])("%s", (_, lines, expected) => expect(required(...lines).interfaces.map(({ kind, name }) => [kind, name])).toEqual(expected));

  it.each([
    [["`GET /boats` lists boats"], ["api"]],
    [["Provide `quay berth list`", "Provide `quay berth free`"], ["cli"]],
    [
      ["`GET /boats` lists boats", "The system publishes `trip.ended`"],
      ["api", "service"],
    ],
    [["A skipper hires a boat"], []],
  ])("make out the kinds: %j", (lines, kinds) => expect(required(...lines).kinds).toEqual(kinds));

  it("take what a statement lists for them, with its limits", () => {
    const [first] = required(
      "`POST /trips` begins a trip with `boat_id`, `from` and an optional `note` of at most 90 characters",
    ).interfaces;
    expect(first?.inputs.map(({ name, note }) => [name, note])).toEqual([
      ["boat_id", ""],
      ["from", ""],
      ["note", "optional, at most 90 characters"],
    ]);
  });

  it("take flags from the items below, dashes and all", () => {
    const { interfaces } = stated(
      "## Functional Requirements\n\n1. Provide the `quay berth free` command with flags:\n   - `--berth=<number>` (required)\n   - `--force` (default: off)\n2. The harbour master runs `quay berth free --berth=4`\n",
    );
    expect(interfaces.map(({ inputs }) => inputs.map(({ name, note }) => [name, note]))).toEqual([
      [
        ["--berth <number>", "required"],
        ["--force", "default: off"],
      ],
    ]);
  });

  it("are told of by statements on what they do", () => {
    const { interfaces } = required(
      "`POST /trips/{id}/cancel` ends a trip early",
      "A skipper may cancel a trip until it begins",
      "A cancelled trip is kept",
    );
    expect(interfaces[0]?.said.map(({ id }) => id)).toEqual(["FR-1", "FR-2"]);
  });
});

describe("what a PRD states beside interfaces", () => {
  it("values and states, under what takes them", () => {
    const { structures } = required(
      "A trip is `booked`, `under_way` or `back`",
      "Each boat shows `condition` (`sound`, `leaking`, `sunk`)",
    );
    expect(structures.map(({ name, fields }) => [name, fields[0]?.name, fields[0]?.rule])).toEqual([
      ["trip", "state", "one of `booked`, `under_way`, `back`"],
      ["boat", "condition", "one of `sound`, `leaking`, `sunk`"],
    ]);
  });

  it("fields of a record, from the items below and from a payload", () => {
    const { structures } = stated(
      '## Functional Requirements\n\n1. Store a `log_entry` record with fields:\n   - boat_id (key of the boat)\n   - hours (time on the water)\n2. The answer contains a finished trip:\n\n   ```json\n   { "boat": "Gull", "hours": 3 }\n   ```\n',
    );
    expect(structures.map(({ name, fields }) => [name, fields.map((field) => [field.name, field.type, field.meaning])])).toEqual([
      [
        "log_entry",
        [
          ["boat_id", "", "key of the boat"],
          ["hours", "", "time on the water"],
        ],
      ],
      [
        "finished trip",
        [
          ["boat", "string", ""],
          ["hours", "number", ""],
        ],
      ],
    ]);
  });

  it("statuses, messages and exit codes, each with its condition", () => {
    const { errors } = required(
      "A second trip is answered with 409",
      'Without a berth the message is "Error: Missing berth" with exit code 2',
      "The pier has 409 planks",
    );
    expect(errors.map(({ code, status, sources }) => [code, status, sources[0]?.id])).toEqual([
      ["409", "409", "FR-1"],
      ['"Error: Missing berth"', "exit code 2", "FR-2"],
    ]);
  });

  it("who acts, by stories", () => {
    const { actors, flows } = stated(
      "## User Stories\n\n- US-1: As a skipper, I want to hire a boat, so that I get across\n  - The boat is paid before it leaves\n- US-2: As a harbour master, I want to see all boats\n",
    );
    expect(actors).toEqual(["Skipper", "Harbour master"]);
    expect(flows[0]).toMatchObject({ ids: expect.arrayContaining(["US-1"]), steps: [{ from: "Skipper", text: "hire a boat" }, {}] });
  });

  it("scenarios as branches: the call, what comes back, and notes", () => {
    const { flows } = stated(
      "## Acceptance Criteria\n\n### Freeing a berth\n\n- Given a boat lies in berth 4 When the user runs `quay berth free` Then an error is displayed And the boat stays\n- Given berth 4 is empty When the user runs `quay berth free` Then the berth is free\n",
    );
    expect(flows[0]?.name).toBe("Freeing a berth");
    expect(flows[0]?.steps.map(({ from, when }) => [from === undefined ? "note" : "arrow", when])).toEqual([
      ["arrow", "a boat lies in berth 4"],
      ["arrow", undefined],
      ["note", undefined],
      ["arrow", "berth 4 is empty"],
      ["note", undefined],
    ]);
  });

  it("numbered flows: the subject of a step sends, the system that it names receives", () => {
    const { flows } = stated(
      "## Functional Requirements\n\n- FR-1: A bill is sent by the Billing Office\n\n## User Flows\n\n### Paying\n\n1. The Skipper pays the trip\n2. The system computes the price\n3. The system tells the Skipper that it is paid\n",
    );
    expect(flows[0]?.steps.map(({ from, to }) => [from, to])).toEqual([
      ["Skipper", "Boat hire"],
      [undefined, undefined],
      ["Boat hire", "Skipper"],
    ]);
  });

  it("systems by what they are there for, with what holds while they are away", () => {
    const { systems } = required("A bill is sent by e-mail", "A mail server that is away for 2 hours loses no bill");
    expect(systems).toMatchObject([{ name: "Mail server", internal: false, purpose: "A bill is sent by e-mail" }]);
    expect(systems[0]?.fallback).toContain("FR-2");
  });

  it("products that it uses, and none that it compares itself with", () => {
    expect(required("Trips are stored in PostgreSQL, not in Redis").technologies.map(({ name }) => name)).toEqual(["PostgreSQL"]);
  });

  it("parts of the application by their names, or what headings and paths suggest, as proposed", () => {
    const named = required("`BerthService` frees berths", "`TripController` begins trips");
    expect(named.components.map(({ name, proposed }) => [name, proposed])).toEqual([
      ["BerthService", false],
      ["TripController", false],
    ]);
    const suggested = required("`GET /boats` lists boats", "A trip that is not paid expires after 3 hours", "Boats are painted");
    expect(suggested.components.map(({ name, proposed }) => [name, proposed])).toEqual([
      ["Boats API", true],
      ["Scheduled work", true],
      ["Boat hire", true],
    ]);
  });
});

describe("what common forms of PRD state", () => {
  const SPEC = [
    "# Requirements Document",
    "",
    "**Owner**: Ada Berg",
    "",
    "**Tech Lead**: Jo Lind",
    "",
    "## Glossary",
    "",
    "- **Berth_Allocator**: The module that gives boats their berths",
    "",
    "## Technical Stack",
    "",
    "- **Backend**: FastAPI on Python 3.12",
    "- **Database**: PostgreSQL 16",
    "",
    "## Requirements",
    "",
    "### Requirement 1: Berths",
    "",
    "**User Story:** As a skipper, I want a berth, so that I can stay.",
    "",
    "#### Acceptance Criteria",
    "",
    "1. WHEN a skipper asks for a berth, THE Berth_Allocator SHALL show the free ones",
    "2. IF no berth is free, THEN THE Berth_Allocator SHALL return `409 HARBOUR_FULL`",
    "3. WHILE a storm warning holds, THE Berth_Allocator SHALL keep two berths free",
    "4. THE System SHALL email the harbour manager",
    "",
    "### Key Entities",
    "",
    "- **Berth**: A place for one boat. Has number, length in metres, and belongs to exactly one pier",
    "",
  ].join("\n");
  const whole = (prd: string) => statedIn(reviewIn(makeWorkspace({ [`${FOLDER}/prd.md`]: prd }), KEY).model);
  const told = () => whole(SPEC);

  it("the module that criteria give duties to is a component, with what the glossary says of it", () => {
    const [allocator] = told().components;
    expect([allocator?.name, allocator?.proposed, allocator?.purpose]).toEqual([
      "Berth Allocator",
      false,
      "The module that gives boats their berths",
    ]);
  });

  it("WHEN is a call and its answer, IF a branch, WHILE a repetition, and a message goes to whom it names", () => {
    const steps = told().flows[0]?.steps.map(({ from, to, text, when, loop }) => [from, to, text, when ?? loop]);
    expect(steps?.slice(1)).toEqual([
      ["Skipper", "Berth Allocator", "skipper asks for a berth", undefined],
      ["Berth Allocator", "Skipper", "show the free ones", undefined],
      ["Berth Allocator", "Skipper", "return `409 HARBOUR_FULL`", "no berth is free"],
      [undefined, undefined, "keep two berths free", "while a storm warning holds"],
      ["parcels", "Harbour manager", "email the harbour manager", undefined],
    ]);
  });

  it("entities are structures, and what they belong to is no field", () => {
    const berth = told().structures.find(({ name }) => name === "Berth");
    expect(berth?.fields.map(({ name }) => name)).toEqual(["number", "length in metres"]);
  });

  it("the layers of the stack are those that it lists", () => {
    expect(told().stack.map(({ layer, name }) => [layer, name])).toEqual([
      ["Backend", "FastAPI on Python 3.12"],
      ["Database", "PostgreSQL 16"],
    ]);
  });

  it.each([
    ["a class of CSS", "The tag has the class `bg-red-900 text-red-200`", []],
    ["a program in several statements", "Users run `boat hire`\n- FR-2: `boat list` lists boats", ["boat hire", "boat list"]],
  ])("commands: %s", (_, text, names) => {
    const { interfaces } = whole(`# Boats\n\n## Functional Requirements\n\n- FR-1: ${text}\n`);
    expect(interfaces.filter(({ kind }) => kind === "cli").map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ["a heading of weight", "### Must\n\n- FR-1: A\n- FR-2: B\n\n### Should\n\n- FR-3: C\n- FR-4: D\n", ["Boats"]],
    [
      "a number before a heading",
      "### 4.1 Hire desk\n\n- FR-1: A\n- FR-2: B\n\n### 4.2 Berths\n\n- FR-3: C\n- FR-4: D\n",
      ["Hire desk", "Berths"],
    ],
    [
      "a sentence that introduces a list",
      "### Hire\n\nSkippers select a boat that fits them well:\n\n- FR-1: A\n- FR-2: B\n\n### Berths\n\n- FR-3: C\n- FR-4: D\n",
      ["Hire", "Berths"],
    ],
  ])("components: %s", (_, text, names) => {
    const { components } = whole(`# PRD (PRD): Boats\n\n## Functional Requirements\n\n${text}`);
    expect(components.map(({ name }) => name)).toEqual(names);
  });

  it("numbered steps below any heading are a flow, whatever a step is called", () => {
    const { flows } = whole(
      "# Boats\n\n## User Flow & Core Loop\n\n1. **Arrival**: The skipper opens the list\n2. **Choice**: The system shows the free boats\n3. **Hire**: The skipper hires one\n\n## Functional Requirements\n\n- FR-1: A boat is hired\n",
    );
    expect(flows[0]?.name).toBe("User Flow & Core Loop");
    expect(flows[0]?.steps.map(({ from, to }) => [from, to])).toEqual([
      ["Skipper", "Boats"],
      ["Boats", "Skipper"],
      ["Skipper", "Boats"],
    ]);
  });

  it("a step that begins with what is done is nobody's", () => {
    const { flows, actors } = whole(
      "# Boats\n\n## Process Flow\n\n1. Collect boat names\n2. Validate berth numbers\n3. Users confirm the list\n\n## Functional Requirements\n\n- FR-1: A boat is hired\n",
    );
    expect(flows[0]?.steps.map(({ from }) => from)).toEqual([undefined, undefined, "Users"]);
    expect(actors).toEqual([]);
  });

  it.each([
    [
      "a new member and a signed-in member are members",
      "As a new member, I want a boat\n- US-2: As a signed-in member, I want a berth",
      ["Member"],
    ],
    ["two roles are two", "As a skipper, I want a boat\n- US-2: As a harbour manager, I want a list", ["Skipper", "Harbour manager"]],
  ])("actors: %s", (_, text, names) => {
    expect(whole(`# Boats\n\n## User Stories\n\n- US-1: ${text}\n`).actors).toEqual(names);
  });

  it("WHEN and THEN without a comma are read alike", () => {
    const { flows } = whole(
      "# Boats\n\n### Requirement 1\n\n**User Story:** As a skipper, I want a list, so that I can choose.\n\n#### Acceptance Criteria\n\n1. WHEN a skipper opens the list THEN the system SHALL show the free boats\n",
    );
    expect(flows[0]?.steps.map(({ from, to, text }) => [from, to, text])).toEqual([
      ["Skipper", "Boats", "a skipper opens the list"],
      ["Boats", "Skipper", "show the free boats"],
    ]);
  });

  it.each([
    ["an endpoint of which no method is stated", "THE System SHALL provide a `/api/boats/free` endpoint", ["/api/boats/free"]],
    ["a folder of files", "Lists of boats are read from `/data/boats`, no API is called", []],
  ])("endpoints: %s", (_, text, names) => {
    const { interfaces } = whole(`# Boats\n\n## Functional Requirements\n\n- FR-1: ${text}\n`);
    expect(interfaces.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ["what is worked on", "The Help Content must be kept short\n- FR-2: The Help Content must be in English"],
    ["what is seen", "The Page must be small\n- FR-2: The Page must load"],
  ])("no component: %s", (_, text) => {
    const { components } = whole(`# Boats\n\n## Functional Requirements\n\n- FR-1: ${text}\n`);
    expect(components.map(({ name }) => name)).toEqual(["Boats"]);
  });

  it("who can decide is whom it names, by what they answer for", () => {
    const { model } = reviewIn(makeWorkspace({ [`${FOLDER}/prd.md`]: SPEC }), KEY);
    const deciders = decidersIn(model);
    expect(deciders.map(({ name }) => name)).toEqual(["Ada Berg", "Jo Lind"]);
    expect([deciderOf(deciders, "components")?.name, deciderOf(deciders, "scope")?.name]).toEqual(["Jo Lind", "Ada Berg"]);
    const alone = [{ name: "Mia", role: "product owner" }];
    expect([deciderOf(alone, "stack"), deciderOf(alone, "risks")?.name]).toEqual([undefined, "Mia"]);
    expect(decidersIn(reviewIn(makeWorkspace({ [`${FOLDER}/prd.md`]: "# Boats\n\n**Owner**: TBD\n" }), KEY).model)).toEqual([]);
  });
});
