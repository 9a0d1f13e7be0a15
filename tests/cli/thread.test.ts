import { describe, expect, it } from "vitest";
import { runCli, startCli } from "../support/cli.ts";
import { FOLDER, makeWorkspace, PRD, RESEARCH } from "../support/workspace.ts";

describe("a command that tests run in a thread", () => {
  it.each([[["--version"]], [["check", "--no-cache", "--json"]], [["no-such-command"]], [["check", "E09-F09-nothing"]]])(
    "ends and tells what it does in a process: %s",
    (args) => {
      const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, [`${FOLDER}/00-research-report.md`]: RESEARCH });
      expect(runCli(args, root)).toEqual(startCli(args, root));
    },
  );

  it("gets the folder and the variables of each run", () => {
    const broken = makeWorkspace({ "groundplan.config.json": "{" });
    expect(runCli(["status"], broken)).toEqual(startCli(["status"], broken));
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD });
    expect(runCli(["status"], root).status).toBe(0);
    expect(runCli(["check"], root, { GITHUB_ACTIONS: "true" })).toEqual(startCli(["check"], root, { GITHUB_ACTIONS: "true" }));
  });
});
