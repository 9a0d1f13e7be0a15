import { expect, it } from "vitest";
import { startFakeApi } from "./fake/api.ts";
import { say, write } from "./fake/model.ts";
import { outputsOf, runAgainst } from "./fake/run.ts";
import { BODIES, KEY, smallModel, smallWorkspace } from "./fake/small.ts";

const DECISIONS = BODIES.Decisions ?? "";
const OBJECTION = {
  ...{ question: "decisions", answer: "no", document: "architecture", section: "Decisions" },
  ...{ evidence: "FR-2 reports them one by one", change: "Say why carriers report." },
};

/** Its review objects to the decisions; mending them, it writes a row too many, and takes it out when it is told of the length. */

const model = (request: Parameters<ReturnType<typeof smallModel>>[0]) => {
  if (request.output_config?.format) return say(JSON.stringify({ answers: [OBJECTION] }));
  const said = JSON.stringify(request.messages);
  if (said.includes("Unexpected length")) return write("architecture", "Decisions", DECISIONS);
  if (said.includes("Say why carriers report.")) return write("architecture", "Decisions", `${DECISIONS}\n| Carriers push | FR-2 |`);
  return smallModel()(request);
};

it("what the review had changed is checked as a whole: a document that became too long by it is shortened", async () => {
  const roomy = smallWorkspace();
  await runAgainst((await startFakeApi(smallModel())).url, roomy, { keys: [KEY] });
  // The record of what each requirement said is kept where there is room.
  const max =
    (outputsOf(roomy, KEY)[0]
      ?.replace(/^answered: .*\n/m, "")
      .split("\n").length ?? 0) - 1;
  const root = smallWorkspace({ "groundplan.config.json": JSON.stringify({ lines: { architecture: { min: 5, max } } }) });
  const api = await startFakeApi(model);
  const { results, events } = await runAgainst(api.url, root, { keys: [KEY] });
  expect(events).toContainEqual(expect.objectContaining({ event: "review", objections: 1 }));
  expect(outputsOf(root, KEY)[0]).not.toContain("Carriers push");
  expect(results).toMatchObject([{ finished: true, open: [] }]);
});
