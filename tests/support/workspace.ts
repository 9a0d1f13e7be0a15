import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** Creates a temporary workspace with the given files; it is removed when the test ends. */
export function makeWorkspace(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "groundplan-test-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeFiles(root, { "docs/plan/.keep": "", ...files });
  return root;
}

export function writeFiles(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), contents);
  }
}

/** Copies worked examples into a workspace, with the pages of patterns that they link to. */
export function copyExamples(root: string, ...folders: readonly string[]): void {
  for (const path of [...folders, "context/patterns"]) cpSync(path, join(root, path), { recursive: true });
}

export const FOLDER = "docs/plan/E01-shop/E01-F01-parcels";
export const KEY = { epic: "E01-shop", feature: "E01-F01-parcels" };

/** A small PRD that a feature can be begun with. */
export const PRD = `---
title: Parcel tracking
interfaces: [api]
---

# Parcel tracking

## Overview

Customers ask where their parcel is. Support answers each of them by hand.

## Functional Requirements

- **FR-1**: A customer can read the state of a parcel by its tracking number.
- **FR-2**: A carrier can report a new state of a parcel.

## Non-Functional Requirements

- **NFR-1**: 95 % of the requests are answered within 200 ms.
`;

export const RESEARCH = "# Parcel tracking: Research Report\n\n## Summary\n\nThere is no tracking yet.\n";
