import type { ModelRequest } from "../../../src/agents/call/types.ts";
import { FOLDER, KEY, makeWorkspace, PRD, RESEARCH } from "../../support/workspace.ts";
import { say, write } from "./model.ts";
import type { Said } from "./server.ts";

// A team's own, short templates: a whole run takes a handful of calls, so that it can be repeated for each of them.
const ARCHITECTURE = `---
kind: architecture
title: Architecture
lines: 5-200
---

# {Feature Title}: Architecture

## Overview

<!-- What is built. -->

{The architecture}

## Decisions

<!-- facts: decisions -->

| Decision | Rationale |
| --- | --- |
| {What} | {Why} |

## Related Documents

<!-- facts: related-documents -->

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

<!-- facts: related-documents -->

- {Links}
`;

/** What the model writes in the end. */
export const BODIES: Readonly<Record<string, string>> = {
  Overview: "The tracking service answers FR-1 and FR-2 within the time of NFR-1.",
  Decisions: "| Decision | Rationale |\n| --- | --- |\n| One table holds the states | FR-2 reports them one by one |",
  "Security Notes": "- A carrier reports states only for parcels of its own (FR-2).",
};

export { FOLDER, KEY };

/** A workspace with a feature of three sections that need a model. */
export function smallWorkspace(files: Readonly<Record<string, string>> = {}): string {
  return makeWorkspace({
    "context/templates/architecture-doc.md": ARCHITECTURE,
    "context/templates/api-spec-doc.md": BACKEND,
    [`${FOLDER}/prd.md`]: PRD,
    [`${FOLDER}/00-research-report.md`]: RESEARCH,
    ...files,
  });
}

export const SECOND = { epic: "E01-shop", feature: "E01-F02-lockers" };

/** The same with a second feature beside it. */
export function twoFeatures(): string {
  const folder = `docs/plan/${SECOND.epic}/${SECOND.feature}`;
  return smallWorkspace({
    [`${folder}/prd.md`]: PRD.replaceAll("Parcel tracking", "Parcel lockers"),
    [`${folder}/00-research-report.md`]: RESEARCH,
  });
}

/** Writes code into the first section before it mends it, and finds nothing in its review. */
export function smallModel(bodies: Readonly<Record<string, string>> = BODIES): (request: ModelRequest) => Said {
  return (request) => {
    if (request.output_config?.format) return say(JSON.stringify({ answers: [] }));
    const opening = String(request.messages[0]?.content);
    const [, section = "", document = ""] = /section "(.+?)" of [\s\S]*?document ([a-z-]+)/.exec(opening) ?? [];
    const body = bodies[section] ?? "";
    const isFirst = request.messages.length === 1;
    return write(document, section, isFirst && section === "Overview" ? `${body}\n\n\`\`\`sql\nSELECT 1\n\`\`\`` : body);
  };
}
