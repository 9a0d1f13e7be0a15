// Workspaces of very many tiny files, each of them wherever groundplan lists a folder.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const prd = (index) => `---\ntitle: Parcels ${index}\ninterfaces: [api]\n---\n\n# Parcels ${index}\n\n- **FR-1**: Parcels are sent.\n`;
const record = (index) =>
  `---\nstatus: accepted\ndate: 2026-11-21\n---\n\n# Send parcels ${index}\n\n## Context and Problem Statement\n\nParcels wait.\n`;
const pattern = (index) =>
  `---\ntitle: Parcels ${index}\ncategory: parcels\n---\n\n# Parcels ${index}\n\n## Parcel ${index}\n\n**Fits**: parcels.\n\n**Signals**: parcel ${index} waits\n`;
const run = (index) =>
  `${JSON.stringify({ type: "run", version: 1, id: runOf(index), started: "2026-11-21T10:00:00Z", groundplan: "0.1.0", model: "m", features: [] })}\n`;
/** One in each second. */
const runOf = (index) => `${new Date(index * 1000).toISOString().slice(0, 19).replaceAll(":", "-")}-abcd`;

/** What a workspace has many of, and the path and text of each. */
export const SHAPES = {
  epics: (index) => [`docs/plan/E${index}-parcels/E${index}-F01-parcels/prd.md`, prd(index)],
  features: (index) => [`docs/plan/E01-parcels/E01-F${index}-parcels/prd.md`, prd(index)],
  strays: (index) => [`docs/plan/E01-parcels/E01-F01-parcels/notes-${index}.md`, prd(index)],
  decisions: (index) => [`docs/adr/${String(index).padStart(4, "0")}-parcels.md`, record(index)],
  patterns: (index) => [`context/patterns/parcels-${index}.md`, pattern(index)],
  cache: (index) => [`.groundplan/cache/E${index}-gone.verdicts`, "kept\n"],
  leftovers: (index) => [`.groundplan/cache/.E${index}-gone.events.999999999-0123456789ab.tmp`, "half\n"],
  runs: (index) => [`.groundplan/runs/${runOf(index)}/journal.jsonl`, run(index)],
};

/** Makes a workspace with one feature and so many files of one kind. */
export function makeMany(root, shape, files) {
  write(root, "docs/plan/E01-parcels/E01-F01-parcels/prd.md", prd(1));
  for (let index = 1; index <= files; index++) write(root, ...SHAPES[shape](index));
}

/** Makes those files again that stand where groundplan keeps what it makes. */
export function makeGenerated(root, shape, files) {
  const [first] = SHAPES[shape](1);
  if (first.startsWith(".groundplan/")) makeMany(root, shape, files);
}

function write(root, path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
