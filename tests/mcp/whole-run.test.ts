import { expect, test } from "vitest";
import { CLIENTS } from "./clients.ts";
import { FOLDER, KEY, makeWorkspace } from "./workspace.ts";

// A team's own, short templates, so that a whole feature fits on one page.
const ARCHITECTURE = `---
kind: architecture
title: Architecture
lines: 5-200
---

# {Feature Title}: Architecture

## Overview

<!-- What is built. -->

{The architecture}

## Related Documents

- {Links}
`;

const BACKEND = `---
kind: backend-design
title: Backend design
lines: 5-200
---

# {Feature Title}: Backend Design

## Security Notes

<!-- facts: security -->

- {A rule}

## Related Documents

- {Links}
`;

const BODIES: Record<string, string> = {
  "architecture Overview":
    "The RefundService answers FR-1 and FR-2 within the time of NFR-1. It applies [Retry](../../../../context/patterns/resilience-patterns.md#retry) behind one [client](../../../../context/patterns/integration-patterns.md#api-client-abstraction) while the payment provider is away.",
  "architecture Related Documents": "- [PRD](prd.md)\n- [Research report](00-research-report.md)\n- [Backend design](04-backend-design.md)",
  "backend-design Security Notes": "- Only support agents may refund an order, which FR-1 and FR-2 call for under NFR-1.",
  "backend-design Related Documents": "- [PRD](prd.md)\n- [Research report](00-research-report.md)\n- [Architecture](02-architecture.md)",
};

test.each(CLIENTS)("an assistant that follows next_step finishes a feature: %s", async (_name, connect) => {
  const workspace = makeWorkspace();
  workspace.write("context/templates/architecture-doc.md", ARCHITECTURE);
  workspace.write("context/templates/api-spec-doc.md", BACKEND);
  const server = await connect(workspace.root);
  await server.call("start_feature", KEY);
  const written: string[] = [];
  for (let round = 0; round < 10; round++) {
    const { data, text } = await server.call("next_step", KEY);
    if (!data.write) {
      expect(data.step, text).toMatchObject({ id: "finish" });
      expect(text).toContain("Call finish_feature.");
      break;
    }
    const { document, section, revision } = data.write;
    const answer = await server.call("write_section", { ...KEY, document, section, revision, body: BODIES[`${document} ${section}`] });
    expect(answer.isError, answer.text).toBe(false);
    written.push(`${document} ${section}`);
  }
  expect(written).toEqual(Object.keys(BODIES));
  const finished = await server.call("finish_feature", KEY);
  expect(finished.text).toContain("Finished.");
  expect(finished.data).toEqual({
    finished: true,
    documents: [`${FOLDER}/02-architecture.md`, `${FOLDER}/04-backend-design.md`],
    diagrams: { proved: true, drawn: 0, note: "There are no diagrams." },
  });
  expect(workspace.read(`${FOLDER}/04-backend-design.md`)).toContain("status: complete");
  expect((await server.call("next_step", KEY)).data).toMatchObject({ finished: true });
  expect((await server.call("list_features", {})).data.features).toMatchObject([{ done: 7, next: "finished", errors: 0 }]);
  await server.client.close();
  workspace.remove();
});
