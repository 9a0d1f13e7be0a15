import { existsSync, readFileSync, writeFileSync } from "node:fs";
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

describe("draft --explain", () => {
  it("keeps where each line is from beside the documents, and tells it with what has changed since", () => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, "app/main.py": CODE });
    const before = runCli(["draft", FOLDER, "--explain"], root);
    expect(before.out).toMatch(/^Nothing of .* was drafted: this is what `groundplan draft` would write/);
    expect(existsSync(`${root}/${FOLDER}/draft-sources.json`)).toBe(false);
    const { out } = runCli(["draft", FOLDER], root);
    expect(out).toContain(`created ${FOLDER}/draft-sources.json\n`);
    expect(out).toMatch(/The draft asks for \d+ decisions, these first:\n {2}1\. /);
    const file = `${root}/${FOLDER}/04-backend-design.md`;
    writeFileSync(file, readFileSync(file, "utf8").replace("begins a trip", "starts a trip"));
    const explained = runCli(["draft", FOLDER, "--explain"], root);
    expect([explained.status, explained.err]).toEqual([0, ""]);
    expect(explained.out).toMatch(/from FR-1 \(prd\.md:5\)/);
    expect(explained.out).toMatch(/app\/main\.py:6/);
    expect(explained.out).toMatch(/\[proposed\]/);
    expect(explained.out).toMatch(/\[changed since\]/);
    expect(explained.out).toMatch(/1 line that the draft did not hold: somebody has written it/);
    expect(explained.out).toMatch(/\d+ lines with their sources, \d+ proposed, which no input states, 1 changed since\n$/);
  });

  it("says the same as data, of a PRD that stands anywhere too", () => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, "ideas/boats.md": PRD });
    runCli(["draft", FOLDER], root);
    const told = JSON.parse(runCli(["draft", FOLDER, "--explain", "--json"], root).out);
    expect(told).toMatchObject({ version: 1, kept: "draft-sources.json" });
    const rows = told.documents.flatMap(({ sections }: { sections: { rows: object[] }[] }) => sections.flatMap((each) => each.rows));
    expect(rows).toContainEqual(
      expect.objectContaining({ proposed: false, stands: true, sources: [{ id: "FR-2", file: `${FOLDER}/prd.md`, line: 6 }] }),
    );
    const loose = JSON.parse(runCli(["draft", "ideas/boats.md", "--explain", "--json"], root).out);
    expect(JSON.stringify(loose)).toContain('{"file":"boats.md","line":6,"id":"FR-2"}');
  });

  it("takes a file of sources that is broken for none", () => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, [`${FOLDER}/draft-sources.json`]: "{" });
    expect(runCli(["draft", FOLDER, "--explain"], root).out).toMatch(/^Nothing of /);
  });
});

describe("draft of a file that is not there", () => {
  it.each([
    ["nofile.md", "no file nofile.md", /PRD/],
    ["ideas/prd.md", "no file ideas/prd.md", /In that folder lies boat-prd\.md/],
    ["none/prd.md", "no file none/prd.md", /Its folder is not there either/],
  ])("%s", (target, said, advice) => {
    const { status, err } = runCli(["draft", target], makeWorkspace({ "ideas/boat-prd.md": PRD, "ideas/other.md": "# Other\n" }));
    expect(status).toBe(2);
    expect(err).toContain(said);
    expect(err).toMatch(advice);
  });
});

describe("what a draft leaves to decide", () => {
  it("is listed by next, the weightiest first, and counted once for each table", () => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD });
    runCli(["draft", FOLDER], root);
    const { out } = runCli(["next", FOLDER], root);
    const [, listed = ""] = /## To decide, the weightiest first\n\n([\s\S]*)$/.exec(out) ?? [];
    const sections = Array.from(listed.matchAll(/^\d+\. .* \(0[24]-[a-z-]+\.md:\d+, ([^()]+)\)$/gm), ([, section]) => section);
    expect(sections[0]).toBe("Component Details");
    expect(sections.indexOf("Interface Specifications")).toBeLessThan(sections.indexOf("Versioning"));
    const { decisions } = JSON.parse(runCli(["next", FOLDER, "--json"], root).out);
    expect(decisions).toHaveLength(sections.length);
    const line = readFileSync(`${root}/${decisions[0].file}`, "utf8").split("\n")[decisions[0].line - 1];
    expect(line).toContain(decisions[0].question);
  });
});
