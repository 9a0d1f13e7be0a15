import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The feature that the fixture workspace holds. */
export const KEY = { epic: "E01-shop", feature: "E01-F01-order-refunds" };
export const FOLDER = `docs/plan/${KEY.epic}/${KEY.feature}`;

const PRD = `---
epic: E01-shop
feature: E01-F01-order-refunds
title: Order refunds
status: complete
last_updated: 2026-11-01
interfaces: [api]
---

# Order refunds

## Overview

Support staff refund orders by hand in the bank's portal today. The shop is to refund an order by itself.

## Backend Interfaces

- API: the support desk's web application calls it

## User Flows

### Refund an order

1. The support agent asks for a refund of an order
2. The shop checks that the order was paid
3. The payment provider pays the amount back
4. The shop shows the refund as settled

## Functional Requirements

- **FR-1**: A support agent can refund a paid order in full or in part
- **FR-2**: The sum of an order's refunds never exceeds the amount paid

## Non-Functional Requirements

- **NFR-1**: 95 of 100 refund requests are answered within 400 ms

## Integrations

| System | Owner | Purpose | When it is unavailable |
| --- | --- | --- | --- |
| Payment provider | External | Pays the amount back | The refund stays pending and is retried |
`;

const RESEARCH = `---
epic: E01-shop
feature: E01-F01-order-refunds
title: Order refunds
status: complete
last_updated: 2026-11-02
---

# Order refunds: Research Report

## Summary

Orders and payments live in one Node service; refunds have no code yet.

## Technology Stack

| Layer | Technology | Reason |
| --- | --- | --- |
| Runtime | Node.js 20 | The order service runs on it |
| Database | PostgreSQL 16 | Orders are stored in it |

## Architecture Style

A layered monolith with synchronous calls.

## Naming Conventions

| Kind | Convention | Example |
| --- | --- | --- |
| DTO | PascalCase | OrderSummary |
| Path | kebab-case | /order-items |

## Existing Interfaces

| Interface | Location | Relevance |
| --- | --- | --- |
| GET /orders/{id} | src/orders | Extend |

## Components in Scope

| Component | Purpose | Responsibilities | Dependencies | Interfaces |
| --- | --- | --- | --- | --- |
| RefundService | Decides on refunds | Checks amounts, records refunds | OrderRepository | POST /refunds |
| OrderRepository | Stores orders | Reads and writes orders | PostgreSQL | findOrder |
`;

export interface TestWorkspace {
  root: string;
  read(path: string): string;
  write(path: string, text: string): void;
  /** As it was at the start, below a server that goes on. */
  reset(): void;
  remove(): void;
}

/** Makes a workspace in a temporary folder, with one feature whose inputs are written. */
export function makeWorkspace(): TestWorkspace {
  const root = mkdtempSync(join(tmpdir(), "groundplan-mcp-"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const reset = () => {
    for (const entry of readdirSync(root)) rmSync(join(root, entry), { recursive: true });
    write(`${FOLDER}/prd.md`, PRD);
    write(`${FOLDER}/00-research-report.md`, RESEARCH);
  };
  reset();
  return {
    root,
    write,
    reset,
    read: (path) => readFileSync(join(root, path), "utf8"),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** A PRD as a large feature has it, for the limits of an answer. */
export function largePrd(requirements: number): string {
  const lines = Array.from(
    { length: requirements },
    (_, index) =>
      `- **FR-${index + 10}**: The system must keep rule ${index} of the refund policy, ${"with every condition that the finance department has listed for it, ".repeat(5)}`,
  );
  return PRD.replace("## Non-Functional", () => `${lines.join("\n")}\n\n## Non-Functional`);
}
