import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runCli } from "../support/cli.ts";
import { FOLDER, makeWorkspace } from "../support/workspace.ts";

const PRD =
  "# PRD: Boat hire\n\n## Functional Requirements\n\n- FR-1: `POST /boats/{id}/trips` begins a trip with `from` and an optional `note`\n- FR-2: `GET /boats` lists boats\n";
const CODE =
  'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/boats")\ndef read_boats():\n    return []\n\n\n@app.delete("/boats/{id}")\ndef sink_boat(id: int):\n    return {}\n';

describe("draft from a PRD and the code", () => {
  const read = (root: string, file: string) => readFileSync(`${root}/${FOLDER}/${file}`, "utf8");

  it("writes the research report first, and builds on what is there", () => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, "app/main.py": CODE });
    const { status, out } = runCli(["draft", FOLDER], root);
    expect(status).toBe(0);
    expect(out).toContain(`created ${FOLDER}/00-research-report.md\n`);
    expect(read(root, "00-research-report.md")).toMatch(/^# Boat hire: Research Report$/m);
    expect(read(root, "02-architecture.md")).toMatch(/^# Boat hire: Architecture$/m);
    expect(read(root, "04-backend-design.md")).toMatch(/^interfaces: \[api\]$/m);
    expect(read(root, "04-backend-design.md")).toMatch(/\*\*Existing interfaces\*\*: `GET \/boats`, in \[app\/main\.py:6\]/);
    expect(read(root, "04-backend-design.md")).toMatch(/\*\*Decision\*\*: \{Decide: extend `GET \/boats`/);
  });

  it("shows the same with --stdout, and writes nothing", () => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, "app/main.py": CODE });
    const { out } = runCli(["draft", FOLDER, "--stdout"], root);
    expect(out).toContain("`GET /boats`, in [app/main.py:6]");
    expect(() => read(root, "00-research-report.md")).toThrow();
  });

  it("leaves out what no code tells", () => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD });
    expect(runCli(["draft", FOLDER], root).out).not.toContain("00-research-report.md");
  });
});
