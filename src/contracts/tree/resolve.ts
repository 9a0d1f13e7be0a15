import { posix } from "node:path";
import type { ContractProblem } from "../../model/types.ts";
import { decodedUri } from "../../text/uri.ts";
import { asMap, asText, lineOf } from "./parse.ts";
import type { TreeDocument } from "./types.ts";

/** A value with the document that it stands in. */
export interface Found {
  document: TreeDocument;
  value: unknown;
  /** The last part of the reference that led here: the name of a schema or parameter. */
  name?: string;
}

/** Follows references within files of the repository. Nothing remote is ever fetched. */
export interface Resolver {
  /** @returns what a value stands for: itself, or what its reference leads to; undefined where that cannot be found */
  follow(value: unknown, document: TreeDocument): Found | undefined;
  problems: ContractProblem[];
}

/** A chain of references that is longer than this leads back to itself. */
const LONGEST_CHAIN = 32;

/** @param documents all files that were read, by their path relative to the workspace */
export function createResolver(documents: ReadonlyMap<string, TreeDocument>): Resolver {
  const problems: ContractProblem[] = [];
  const told = new Set<string>();
  const tell = (kind: ContractProblem["kind"], found: string, document: TreeDocument, parent: unknown) => {
    const line = lineOf(document, parent, "$ref");
    const key = `${document.file}:${line}:${kind}:${found}`;
    if (!told.has(key)) problems.push({ kind, found, file: document.file, line });
    told.add(key);
    return undefined;
  };
  const follow: Resolver["follow"] = (value, document) => {
    let at: Found = { document, value };
    for (let step = 0; step < LONGEST_CHAIN; step++) {
      const reference = asMap(at.value)?.$ref;
      if (typeof reference !== "string") return at;
      const next = lead(reference, at.document, documents);
      if (typeof next === "string") return tell(next, reference, at.document, at.value);
      at = next;
    }
    return tell("cycle", String(asMap(value)?.$ref), document, value);
  };
  return { follow, problems };
}

function lead(reference: string, from: TreeDocument, documents: ReadonlyMap<string, TreeDocument>): Found | ContractProblem["kind"] {
  const [address = "", fragment = ""] = reference.split("#", 2);
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return "remote";
  const path = address === "" ? from.file : posix.normalize(posix.join(posix.dirname(from.file), decodedUri(address)));
  if (path.startsWith("../") || posix.isAbsolute(address)) return "outside";
  const document = documents.get(path);
  if (!document) return "unresolved";
  const parts = fragment.split("/").slice(1).map(unescaped);
  let value = document.root;
  for (const part of parts) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, part)) return "unresolved";
    value = (value as Record<string, unknown>)[part];
  }
  return { document, value, name: parts.at(-1) ?? rootName(document) };
}

/** @returns the name of the schema that a whole document is: its title where that is a name, else one made of the file's */
export function rootName({ root, file }: TreeDocument): string {
  const title = asText(asMap(root)?.title);
  if (/^[A-Za-z][\w.-]*$/.test(title)) return title;
  const base = posix.basename(file).replace(/(?:\.schema)?\.(?:json|ya?ml)$/i, "");
  return base.replace(/(?:^|[-_.\s])([\p{L}\p{N}])/gu, (_match, letter: string) => letter.toUpperCase());
}

/** A part of a JSON Pointer, RFC 6901. */
function unescaped(part: string): string {
  return decodedUri(part).replaceAll("~1", "/").replaceAll("~0", "~");
}
