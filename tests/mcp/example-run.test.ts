import { expect, test } from "vitest";
import { CLIENTS } from "./clients.ts";
import { makeExample, runExample } from "./example-run.ts";

const [, connect] = CLIENTS[0] as (typeof CLIENTS)[number];

// `npm run eval:mcp` does the same with every other client, and over HTTP.
test("the worked example goes from its PRD through all seven steps", async () => {
  const { root, remove } = makeExample();
  const server = await connect(root);
  const called: Record<string, number> = {};
  const finished = await runExample(server, (tool) => {
    called[tool] = (called[tool] ?? 0) + 1;
  });
  expect(finished.data.finished).toBe(true);
  expect((await server.call("list_features", {})).data.features).toMatchObject([{ done: 7, next: "finished", errors: 0 }]);
  // One brief a section: nothing is asked for twice.
  expect(called.next_step).toBe((called.write_section ?? 0) + 1);
  await server.client.close();
  remove();
});
