// Reads public OpenAPI, AsyncAPI and JSON Schema documents and holds what was read to a count by another parser: operations,
// channels and schemas. Nothing may crash, and nothing is fetched. Usage: npm run eval:contracts -- <folder>...
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { withModule } from "./run-typescript.mjs";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];
const LARGEST = 8 * 1024 * 1024;

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error("Give folders with documents: npm run eval:contracts -- <folder>...");
  process.exit(2);
}
const files = folders.flatMap((folder) => filesIn(folder)).filter((file) => /\.(?:json|ya?ml)$/i.test(file));
const counts = { read: 0, right: 0, crashes: 0, refused: 0, passed: 0, schemas: 0 };
await withModule("src/contracts/read/read.ts", ({ readContracts }) => {
  for (const file of files) {
    if (statSync(file).size > LARGEST) continue;
    const text = readFileSync(file, "utf8");
    const expected = countBy(text);
    const facts = readWith(readContracts, file, text);
    if (!facts || !expected) {
      counts.passed++;
      for (const schema of schemasOf(text)) readWith(readContracts, `${file}.schema.json`, JSON.stringify(schema));
      continue;
    }
    if (facts.problems.some(({ kind }) => kind === "version" || kind === "syntax" || kind === "duplicate-key")) {
      counts.refused++;
      continue;
    }
    counts.read++;
    const found = { operations: facts.interfaces.length, schemas: facts.structures.length + facts.values.length };
    if (found.operations === expected.operations && found.schemas >= expected.schemas) counts.right++;
    else console.log(`${file}: read ${JSON.stringify(found)}, counted ${JSON.stringify(expected)}`);
  }
});
const share = counts.read === 0 ? 0 : counts.right / counts.read;
console.log(
  `${counts.read} documents read (${counts.refused} refused with a problem, ${counts.passed} of other kinds, ${counts.schemas} schemas in them), ${counts.crashes} crashes, counts right in ${(share * 100).toFixed(1)} % (bar 100 %)`,
);
process.exitCode = counts.crashes === 0 && share === 1 && counts.read > 0 ? 0 : 1;

function readWith(readContracts, file, text) {
  try {
    return readContracts([{ file: file.replace(/^\/+/, ""), text, referred: false }]);
  } catch (error) {
    counts.crashes++;
    console.log(`${file}: ${error instanceof Error ? error.stack : error}`);
    return undefined;
  }
}

/** The schemas of a file of JSON Schema's own test suite, which lists them with what they accept. */
function schemasOf(text) {
  try {
    const groups = JSON.parse(text);
    const schemas = Array.isArray(groups) ? groups.flatMap((group) => (group?.schema === undefined ? [] : [group.schema])) : [];
    counts.schemas += schemas.length;
    return schemas;
  } catch {
    return [];
  }
}

function filesIn(folder) {
  if (statSync(folder).isFile()) return [folder];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules" || entry.name === ".git") return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
  });
}

/** @returns what another parser counts in a document of version 3 of OpenAPI or 2 and 3 of AsyncAPI; undefined for any other file */
function countBy(text) {
  let root;
  try {
    root = parse(text, { maxAliasCount: -1, logLevel: "silent", strict: false, uniqueKeys: false });
  } catch {
    return undefined;
  }
  if (root === null || typeof root !== "object") return undefined;
  const follow = (value) => {
    for (let step = 0; typeof value?.$ref === "string" && value.$ref.startsWith("#/") && step < 20; step++)
      value = value.$ref
        .slice(2)
        .split("/")
        .reduce((at, part) => at?.[decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~")], root);
    return value;
  };
  const schemas = Object.keys(root.components?.schemas ?? {}).length;
  if (/^3\.[012]/.test(String(root.openapi))) {
    const items = Object.entries(root.paths ?? {})
      .filter(([path]) => path.startsWith("/"))
      .map(([, item]) => follow(item) ?? {});
    const held = (item) =>
      METHODS.filter((method) => item[method] !== null && typeof item[method] === "object").length +
      Object.keys(item.additionalOperations ?? {}).length;
    const hooks = Object.values(root.webhooks ?? {}).filter((item) => held(follow(item) ?? {}) > 0).length;
    return { operations: items.reduce((sum, item) => sum + held(item), 0) + hooks, schemas };
  }
  if (/^[23]\./.test(String(root.asyncapi))) {
    const names = new Set();
    for (const [key, value] of Object.entries(root.channels ?? {})) {
      const channel = follow(value) ?? {};
      const messages = String(root.asyncapi).startsWith("2")
        ? ["publish", "subscribe"].flatMap(
            (action) => channel[action]?.message?.oneOf ?? (channel[action]?.message ? [channel[action].message] : []),
          )
        : Object.values(channel.messages ?? {});
      for (const message of messages)
        names.add(`${key} ${messages.length > 1 ? (follow(message)?.name ?? message.$ref ?? follow(message)?.title ?? key) : ""}`);
    }
    return { operations: names.size, schemas };
  }
  return undefined;
}
