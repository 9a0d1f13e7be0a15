import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadContext, nextStep, openWorkspace, type Review, readFeature, review, type Survey, surveyRepository } from "../../src/core.ts";

/** A service that keeps samples in freezers, and a tool that labels shelves. */
const SERVICE = {
  "pyproject.toml": `[project]\nname = "samples"\ndependencies = [\n  "fastapi>=0.115",\n  "sqlmodel>=0.0.22",\n  "emails>=0.6",\n]\n`,
  "app/models.py": `import uuid
from sqlmodel import Field, SQLModel

class SampleBase(SQLModel):
    label: str
    volume_ml: int

class Sample(SampleBase, table=True):
    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)
    freezer_id: uuid.UUID

class Freezer(SQLModel, table=True):
    id: uuid.UUID = Field(primary_key=True)
    room: str
`,
  "app/main.py": `from fastapi import APIRouter, Depends, FastAPI
from app.mailing import send_email

app = FastAPI()
router = APIRouter(prefix="/samples")

@router.get("/")
def list_samples(session: str = Depends(open_session), offset: int = 0, limit: int = 50):
    return []

@router.get("/{sample_id}")
def read_sample(sample_id: int):
    return None

@router.post("/{sample_id}/moves")
def move_sample(sample_id: int):
    send_email(to="lab", subject="moved")

app.include_router(router, prefix="/api")
`,
};
const TOOL = {
  "go.mod": "module example.org/shelf\n\ngo 1.23\n\nrequire github.com/spf13/cobra v1.8.1\n",
  "main.go": `package main

import "github.com/spf13/cobra"

var rootCmd = &cobra.Command{Use: "shelf"}
var labelCmd = &cobra.Command{Use: "label"}
var printCmd = &cobra.Command{Use: "print", Run: run}
var oldCmd = &cobra.Command{Use: "stack", Run: run}

func init() {
	printCmd.Flags().String("paper", "a4", "paper")
	printCmd.Flags().Bool("dry-run", false, "show only")
	labelCmd.AddCommand(printCmd)
	rootCmd.AddCommand(labelCmd)
}

func main() { rootCmd.Execute() }
`,
};

const root = mkdtempSync(join(tmpdir(), "against-code-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const KEY = { epic: "E01-lab", feature: "E01-F01-moves" };
let surveys: Record<"service" | "tool", Survey>;

beforeAll(async () => {
  write("service", SERVICE);
  write("tool", TOOL);
  surveys = { service: await surveyRepository(join(root, "service")), tool: await surveyRepository(join(root, "tool")) };
});

function write(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, folder, path)), { recursive: true });
    writeFileSync(join(root, folder, path), text);
  }
}

/** A PRD that speaks of the code, whatever else it says. */
const prd = (said: string) => `# Moves

Samples move between freezers. See \`GET /api/samples\`, \`Sample\` and \`Freezer\`.

${said}

## Functional Requirements

- FR-1: The service records who has moved a sample, and when.
`;
const report = (body: string) => `# Moves: Research Report\n\nOn \`GET /api/samples\`, \`Sample\`, \`Freezer\`.\n\n${body}\n`;
const toolPrd = (said: string) =>
  `# Labels\n\nPeople call \`shelf label print\` and \`shelf label\`.\n\n${said}\n\n## Functional Requirements\n\n- FR-1: Labels bear the day.\n`;

function reviewed(of: "service" | "tool", documents: Record<string, string>, survey: Survey | undefined = surveys[of]): Review {
  const folder = join(root, of, "docs/plan", KEY.epic, KEY.feature);
  rmSync(folder, { recursive: true, force: true });
  write(join(of, "docs/plan", KEY.epic, KEY.feature), documents);
  const workspace = openWorkspace(join(root, of));
  return review(readFeature(workspace, KEY), { ...loadContext(workspace.root, workspace.config), ...(survey && { survey }) });
}

const CODE = ["absent", "otherwise", "perhapsAbsent", "perhapsOtherwise", "stale", "gone"];
const told = ({ findings }: Review) =>
  findings
    .filter(({ check, message }) => check === "contradicted-input" && CODE.includes(message))
    .map(({ message, arguments: { what, found, name, has }, related }) =>
      [message, what, found ?? name, has && `(${has})`, related && `${related.file}:${related.line}`].filter(Boolean).join(" "),
    );

describe("what an input says of the code is held against the code", () => {
  it.each<[sentence: string, finding: string]>([
    ["Samples have integer ids.", "otherwise type Samples: integer ids (uuid.UUID for the id of sample) app/models.py:9"],
    ["The ids of freezers are sequential.", "otherwise type freezers: sequential ids (uuid.UUID for the id of freezer) app/models.py:13"],
    ["`Sample` has `expires_at`, by which we throw samples away.", "otherwise column Sample.expires_at"],
    ["The `colour` column of `Freezer` says what is in it.", "otherwise column Freezer.colour"],
    ["A worker (Celery) sends the mails, so that requests stay fast.", "absent product Celery"],
    [
      "All lists are paginated by `page` and `size`.",
      "otherwise parameter pages by page and size (offset and limit in GET /api/samples/) app/main.py:8",
    ],
    ["`PUT /api/samples/{id}` changes a sample.", "otherwise route PUT /api/samples/{id} (GET /api/samples/{sample_id}) app/main.py:11"],
    [
      "`PATCH /api/samples/{id}/moves` moves one.",
      "otherwise route PATCH /api/samples/{id}/moves (POST /api/samples/{sample_id}/moves) app/main.py:15",
    ],
    ["Redis holds the locks.", "perhapsAbsent product Redis"],
    ["Sample ids are integers, as everywhere.", "otherwise type Sample: integer ids (uuid.UUID for the id of sample) app/models.py:9"],
    ["The existing table `sample_audit` is extended for the log.", "perhapsAbsent name sample_audit"],
    ["Overdue samples are added to the existing nightly Celery job.", "absent product Celery"],
    ["The existing nightly job throws them away.", "perhapsAbsent background job nightly job"],
  ])("%s", (sentence, finding) => {
    const [first, ...others] = told(reviewed("service", { "prd.md": prd(`## Assumptions\n\n- ${sentence}`) }));
    expect(others).toEqual([]);
    expect(first?.startsWith(finding)).toBe(true);
  });

  it.each<[sentence: string, finding: string]>([
    [
      "Today `shelf label print --copies 2` prints twice.",
      "otherwise option shelf label print --copies (shelf label print with --paper, --dry-run) main.go:7",
    ],
    ["`shelf label sort` sorts by room.", "absent command shelf label sort main.go:6"],
  ])("%s", (sentence, finding) => {
    expect(told(reviewed("tool", { "prd.md": toolPrd(`## Current State\n\n- ${sentence}`) }))).toEqual([finding]);
  });

  it("in a research report: versions, conventions, an empty codebase, rows whose lines are others", () => {
    const stack =
      "## Technology Stack\n\n| Layer | Technology | Reason |\n| --- | --- | --- |\n| API | FastAPI 1.2 | in use |\n| ORM | SQLModel 0.0.22 | in use |\n";
    const rows =
      "## Existing Interfaces\n\n| Interface | Location | Relevance |\n| --- | --- | --- |\n| `GET /api/samples/` | [main.py](../../../../app/main.py#L7) | call |\n| `POST /api/samples/{sample_id}/moves` | [main.py](../../../../app/main.py#L3) | extend |\n| `DELETE /api/archive` | [main.py](../../../../app/main.py#L30) | call |\n| `PUT /api/archive` | [main.py](../../../../app/main.py#L40) | extend |\n";
    expect(told(reviewed("service", { "prd.md": prd(""), "00-research-report.md": report(`${stack}\n${rows}`) }))).toEqual([
      "perhapsOtherwise version fastapi 1.2 (fastapi 0.115) pyproject.toml:4",
      "stale POST /api/samples/{sample_id}/moves app/main.py:15",
      "absent route DELETE /api/archive",
      "gone PUT /api/archive",
    ]);
    expect(told(reviewed("service", { "prd.md": prd(""), "00-research-report.md": report("There is no existing code.") }))).toEqual([
      "otherwise state no existing code (3 routes, 2 tables, 3 types) app/main.py:7",
    ]);
  });
});

describe("silence", () => {
  it.each<[why: string, said: string]>([
    ["what is to be built is no claim", "## Assumptions\n\n- `Sample` must have `expires_at`.\n- The worker (Celery) will send the mails."],
    [
      "nor what a story or a requirement asks for",
      "## Stories\n\n- As a member I see that `Sample` has `expires_at`.\n- `PUT /api/samples/{id}` changes a sample.",
    ],
    [
      "what is true is not told",
      "## Assumptions\n\n- `Sample` has `label` and `freezer_id`.\n- Lists are paginated by `offset` and `limit`.\n- Samples have UUID ids.\n- `GET /api/samples/{id}` reads one.",
    ],
    ["what is denied is true", "## Assumptions\n\n- There is no Celery.\n- `Sample` has no `expires_at`."],
    ["what was removed is no more", "## Assumptions\n\n- There is no worker; the notes say that Celery was removed."],
    ["what the code knows nothing of is left alone", "## Assumptions\n\n- `Customer` has `last_login`.\n- Members have integer ids."],
    [
      "a journey tells what will be",
      "## Journeys\n\n### Importing an existing freezer\n\nShe calls `PUT /api/samples/{id}` and sees that `Sample` has `expires_at`.",
    ],
    ["a column that the code has is no strange name", "## Notes\n\nIt follows the existing `volume_ml`."],
    [
      "what is wanted may be like what exists elsewhere",
      "## Assumptions\n\n- Unlike the existing table `mail_audit` of the shop, no log is added.",
    ],
    ["examples are none", "## Assumptions\n\n- Samples are labelled, for example `Sample` has `expires_at`."],
  ])("%s", (_why, said) => {
    expect(told(reviewed("service", { "prd.md": prd(said) }))).toEqual([]);
  });

  it.each<[why: string, said: string]>([
    [
      "a report that tells what of the PRD is wrong says nothing wrong itself",
      "## PRD Assumptions Against the Code\n\n| PRD says | Code says |\n| --- | --- |\n| Samples have integer ids | `Sample.id` is a UUID |\n| Celery sends the mails | `send_email` is called in the request |",
    ],
    [
      "nor a row that takes it back",
      "## Summary\n\n| Point | State |\n| --- | --- |\n| Samples have integer ids | wrong: they are UUIDs |",
    ],
    ["files of commands are no commands", "## Naming Conventions\n\n| Kind | Convention |\n| --- | --- |\n| Table file | PascalCase |"],
    [
      "nor has a package the version of another one",
      "## Technology Stack\n\n| Layer | Technology | Reason |\n| --- | --- | --- |\n| Tests | pytest 9.1, against mails 4.2 | in use |",
    ],
  ])("%s", (_why, said) => {
    expect(told(reviewed("service", { "prd.md": prd(""), "00-research-report.md": report(said) }))).toEqual([]);
  });

  it("where the inputs name nothing of this code, they speak of another one", () => {
    const text =
      "# Fares\n\n## Assumptions\n\n- A worker (Celery) prices the fares.\n- Lists are paginated by `page` and `size`.\n\n## Functional Requirements\n\n- FR-1: Fares are priced.\n";
    expect(told(reviewed("service", { "prd.md": text }))).toEqual([]);
  });

  it("two things and a field of several words that the code has are this code", () => {
    const text =
      "# Loans\n\nA member lends a sample; `freezer_id` is kept.\n\n## Requirements\n\n- FR-1: `GET /api/samples/` shows it.\n- FR-2: Loans end by the existing nightly Celery job.\n";
    expect(told(reviewed("service", { "prd.md": text }))).toEqual(["absent product Celery"]);
  });

  it("without a survey nothing is said of the code", () => {
    const text = prd("## Assumptions\n\n- Samples have integer ids.");
    const folderOnly = reviewed("service", { "prd.md": text }, null as unknown as undefined);
    expect(told(folderOnly)).toEqual([]);
    expect(nextStep(folderOnly)?.code).toEqual([]);
  });

  it("a departure with a reason settles what it names, and nothing else", () => {
    const design =
      "# Moves: Architecture\n\n## Departures and Open Questions\n\n### Departures\n\n| Requirement | Departure | Reason |\n| --- | --- | --- |\n| FR-1 | Mail goes out within the request instead of through Celery | the code has no worker |\n";
    const said = prd("## Assumptions\n\n- A worker (Celery) sends the mails.\n- Samples have integer ids.");
    expect(told(reviewed("service", { "prd.md": said, "02-architecture.md": design }))).toEqual([
      "otherwise type Samples: integer ids (uuid.UUID for the id of sample) app/models.py:9",
    ]);
  });
});

describe("what the code has counts as defined", () => {
  const conventions =
    "## Technology Stack\n\n| Layer | Technology | Reason |\n| --- | --- | --- |\n| API | FastAPI | in use |\n\n## Naming Conventions\n\n| Kind | Convention | Example |\n| --- | --- | --- |\n| Fields | camelCase | `movedAt` |\n";
  const architecture =
    "# Moves: Architecture\n\n## System Architecture Diagram\n\n```mermaid\nflowchart LR\n  mover[Move Recorder] --> base[SampleBase]\n  mover --> ghost[Freezer Robot]\n```\n\n## Component Details\n\n### Move Recorder\n\n**Purpose**: records moves.\n\n## Technology Stack\n\n| Layer | Technology | Justification |\n| --- | --- | --- |\n| Mail | emails | in use |\n| ORM | Sqlmodel | in use |\n| Graph | Neptune | asked for |\n";
  const design =
    "# Moves: Backend Design\n\n## Data Structures\n\n### Move\n\n**Purpose**: one move.\n\n| Field | Type | Required | Validation | Description |\n| --- | --- | --- | --- | --- |\n| `freezer_id` | string | yes | none | where to |\n| `moved_at` | string | yes | none | when |\n| `sample` | Sample | yes | none | which |\n| `place` | Frezer | yes | none | where |\n| `shelf` | Shelf | yes | none | where |\n";
  const documents = {
    "prd.md": prd(""),
    "00-research-report.md": report(conventions),
    "02-architecture.md": architecture,
    "04-backend-design.md": design,
  };
  const CHECKS = ["undefined-type", "unknown-technology", "undeclared-component", "naming-convention"];
  const found = (review: Review) =>
    review.findings
      .filter(({ check }) => CHECKS.includes(check))
      .map(({ check, arguments: { type, name, suggestion } }) => `${check} ${type ?? name}${suggestion ? ` -> ${suggestion}` : ""}`);

  it("types, packages, classes and names, with suggestions in the code's own spelling", () => {
    expect(found(reviewed("service", documents))).toEqual([
      "undeclared-component Freezer Robot",
      "unknown-technology Neptune",
      "naming-convention moved_at -> movedAt",
      "undefined-type Frezer -> Freezer",
      "undefined-type Shelf",
    ]);
  });

  it("and without a survey the same names are unknown", () => {
    const without = found(reviewed("service", documents, null as unknown as undefined));
    expect(without).toContain("undefined-type Sample");
    expect(without).toContain("undeclared-component SampleBase");
    expect(without).toContain("unknown-technology Sqlmodel");
    expect(without).toContain("naming-convention freezer_id -> freezerId");
  });
});

describe("step 1 stays open while the inputs contradict the code", () => {
  const wrong = {
    "prd.md": prd("## Assumptions\n\n- Samples have integer ids."),
    "00-research-report.md": report("## Summary\n\nThe service is small."),
  };
  const head = "---\ninterfaces: [api]\n---\n\n# Moves: Architecture\n";

  it("and the next piece of work is the part on departures, which closes it", () => {
    const open = nextStep(reviewed("service", { ...wrong, "02-architecture.md": head }));
    expect(open?.step.id).toBe("analyze-requirements");
    expect(open?.section).toMatchObject({ section: "Departures and Open Questions", state: "missing" });
    expect(open?.section?.facts[0]?.items[0]).toContain("uuid.UUID for the id of sample");
    const row =
      "| Statement | What the design does instead | Reason |\n| --- | --- | --- |\n| Samples have integer ids | `Sample.id` stays a UUID | the code has UUIDs |\n";
    const settled = `${head}\n## Departures and Open Questions\n\n### Departures\n\n${row}`;
    expect(nextStep(reviewed("service", { ...wrong, "02-architecture.md": settled }))?.step.id).toBe("define-architecture");
  });
});

describe("the first brief on a feature", () => {
  it("says what decides the design: wrong assumptions first, then what is there, how it is done, and names as they are", () => {
    const said = prd("## Assumptions\n\n- Lists are paginated by `page` and `size`.\n- Mails are sent by a job.");
    const code = nextStep(reviewed("service", { "prd.md": said }))?.code ?? [];
    expect(code.map(({ items }) => items[0])).toEqual([
      'prd.md:7 says "pages by page and size": the code has offset and limit in GET /api/samples/ (app/main.py:8)',
      "app/main.py, at line 7, 11, 15",
      "GET /api/samples/, handled by list_samples (app/main.py:7) takes offset, limit",
      "table sample (app/models.py:8), model Sample: label, volume_ml, id uuid.UUID, freezer_id uuid.UUID",
      "POST /api/samples/{sample_id}/moves (app/main.py:15)",
      "lists: cut into pages by offset, limit, as in GET /api/samples/ (app/main.py:8)",
      "fastapi 0.115 (pyproject.toml:4)",
      "type: PascalCase, 3 of 3",
    ]);
    expect(code.flatMap(({ items }) => items)).toContain("messages sent within the call, nothing queues them: send_email (app/main.py:17)");
    expect(code.flatMap(({ items }) => items)).toContain("jobs: no package for it among the dependencies");
  });

  it("says which commands of the PRD are there already, and which of their options are not", () => {
    const said = toolPrd("## Stories\n\n- `shelf label print --copies=2 --paper=a5` prints twice, and `--landscape` turns it.");
    const code = nextStep(reviewed("tool", { "prd.md": said }))?.code ?? [];
    expect(code.map(({ items }) => items).slice(0, 2)).toEqual([
      ["main.go, at line 6, 7"],
      [
        "shelf label print (main.go:7) takes --paper, --dry-run; the PRD gives it --copies, which it has not",
        "Options that the PRD names and none of these commands has: --landscape",
      ],
    ]);
  });
});
