import { rmSync } from "node:fs";
import { join } from "node:path";
import { readText } from "../../src/feature/read-file.ts";
import { openFolder } from "../../src/feature/workspace.ts";
import { writeText } from "../../src/feature/writing/write-document.ts";

/** Something that writes, in a workspace, and can be done again and again. */
export interface Begun {
  /** Brings the workspace to where it begins; only while nobody else works in it. */
  reset(): void;
  /** Yields where a file has been written that is going to be written once more, with what a person would be told by then. */
  steps(): Iterable<unknown> | AsyncIterable<unknown>;
}

const FILE = "docs/plan/E01/E01-F01/02-architecture.md";
const TEXTS = ["# Parcels\n", `# Parcels\n\n${"A line of an architecture.\n".repeat(2000)}`, "# Parcels, once more\n"];

/** One document that is created and replaced twice: what all the operations do in the end. */
export function beginSave(root: string): Begun {
  const workspace = openFolder(root);
  return {
    reset: () => rmSync(join(root, FILE), { force: true }),
    *steps() {
      for (const text of TEXTS) {
        writeText(workspace, FILE, text, readText(workspace, FILE)?.revision ?? null);
        yield;
      }
    },
  };
}
