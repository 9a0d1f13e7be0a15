import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { composeDocument } from "../../src/agents/outline/compose.ts";
import {
  type Context,
  checkFeatures,
  DEFAULTS,
  fixFeature,
  GENERATED,
  listFeatures,
  loadCatalogue,
  loadContext,
  OUTPUT_KINDS,
  openWorkspace,
  readFeature,
  readFeatureFacts,
  renderOverview,
  review,
  saveCatalogueIndex,
  saveOverview,
  startOutputs,
  type Workspace,
  writeFixes,
  writeSection,
} from "../../src/core.ts";
import { catalogueIndex } from "../../src/report/catalogue/index-page.ts";
import { filesIn } from "./files.ts";
import type { Begun } from "./save.ts";

const KEY = { epic: "E00-examples", feature: "E00-F01-order-refunds" };
const FOLDER = `${DEFAULTS.plan}/${KEY.epic}/${KEY.feature}`;
const OTHERS = ["E00-examples/E00-F02-returns", "E01-shop/E01-F01-refunds", "E01-shop/E01-F02-returns"];
const OUTPUTS = OUTPUT_KINDS.map((kind) => `${FOLDER}/${DEFAULTS.files[kind]}`);

/** What a command does, as far as it writes. */
interface Operation {
  name: string;
  reset(root: string): void;
  run(workspace: Workspace, context: Context): ReturnType<Begun["steps"]>;
}

const FLOWS = ["One flow begins with a request.", "Another flow begins with an event, and is longer by far than the first one was."];

const OPERATIONS: readonly Operation[] = [
  {
    name: "write",
    reset: restoreOutputs,
    *run(workspace, context) {
      for (const body of FLOWS) {
        const revision = readFeature(workspace, KEY).documents.architecture?.revision ?? "";
        writeSection(workspace, context, { key: KEY, document: "architecture", section: "Data Flow", body, revision });
        yield;
      }
    },
  },
  {
    name: "fix",
    reset(root) {
      restoreOutputs(root);
      for (const file of OUTPUTS) {
        const text = readFileSync(file, "utf8");
        writeFileSync(join(root, file), text.replaceAll("](prd.md)", "](prdd.md)").replace("## Related", "## Relatde"));
      }
    },
    *run(workspace, context) {
      const before = readFeature(workspace, KEY);
      const { feature: after } = fixFeature(workspace, before, context);
      writeFixes(workspace, before, after);
      yield;
    },
  },
  {
    name: "draft",
    reset: (root) => OUTPUTS.forEach((file) => rmSync(join(root, file), { force: true })),
    *run(workspace, context) {
      startOutputs(workspace, context, { key: KEY, interfaces: ["api"], today: "2026-11-21" });
      yield;
      const { model } = review(readFeature(workspace, KEY), context);
      for (const kind of OUTPUT_KINDS)
        for (const { section, body } of composeDocument(model, kind).slice(0, 2)) {
          const revision = readFeature(workspace, KEY).documents[kind]?.revision ?? "";
          writeSection(workspace, context, { key: KEY, document: kind, section, body, revision });
          yield;
        }
    },
  },
  {
    name: "index",
    reset: (root) => rmSync(join(root, DEFAULTS.patterns, "README.md"), { force: true }),
    *run(workspace) {
      const text = catalogueIndex(loadCatalogue(workspace).catalogue);
      for (const page of [text, `${text}\nA line more.\n`]) {
        saveCatalogueIndex(workspace, page);
        yield;
      }
    },
  },
  {
    name: "system",
    reset: (root) => rmSync(join(root, DEFAULTS.overview), { force: true }),
    *run(workspace, context) {
      const { model } = review(readFeature(workspace, KEY), context);
      for (const features of [[readFeatureFacts(model)], []]) {
        saveOverview(workspace, renderOverview(workspace, context, features, true));
        yield;
      }
    },
  },
  {
    name: "cache",
    reset(root) {
      for (const path of filesIn(root).keys()) if (path.startsWith(GENERATED)) rmSync(join(root, path));
    },
    async *run(workspace) {
      const keys = listFeatures(workspace);
      const plan = { baseline: true, across: true, cache: true };
      // First one feature of each epic, then the others too: each file is replaced by one that holds more.
      for (const chosen of [keys.filter(({ epic }, index) => epic !== keys[index - 1]?.epic), keys])
        yield await checkFeatures(workspace, chosen, plan);
      const onChecked = () => {
        throw new Error("what was kept is read anew");
      };
      yield await checkFeatures(workspace, keys, { ...plan, onChecked });
    },
  },
];

// Without a build nothing is kept: there is no telling whether the rules are still the same.
Object.assign(globalThis, { GROUNDPLAN_BUILD: "killed" });

function restoreOutputs(root: string): void {
  for (const file of OUTPUTS) writeFileSync(join(root, file), readFileSync(file));
}

/** Every operation, by its name. */
export const NAMES = OPERATIONS.map(({ name }) => name);

/** Puts the worked example, features like it in several epics, and the catalogue into an empty folder. */
export function furnish(root: string): void {
  for (const folder of [FOLDER, DEFAULTS.patterns]) cpSync(folder, join(root, folder), { recursive: true });
  for (const other of OTHERS) cpSync(FOLDER, join(root, DEFAULTS.plan, other), { recursive: true });
  // Nothing is kept of a file that has changed just now.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 80);
}

/** Begins an operation in a workspace that is opened as every command opens it. */
export function begin(name: string, root: string): Begun {
  const operation = OPERATIONS.find((candidate) => candidate.name === name);
  if (!operation) throw new Error(`no operation ${name}`);
  const workspace = openWorkspace(root);
  const context = loadContext(workspace.root, workspace.config);
  return { reset: () => operation.reset(root), steps: () => operation.run(workspace, context) };
}
