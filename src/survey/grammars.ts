import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { Language, Parser } from "web-tree-sitter";
import { packageRoot } from "../context/package-root.ts";
import { readRegular } from "../disk/read-regular.ts";
import { convert, type Handlers } from "./syntax/convert.ts";
import { CSHARP } from "./syntax/csharp.ts";
import { GO } from "./syntax/go.ts";
import { JAVA } from "./syntax/java.ts";
import { JAVASCRIPT } from "./syntax/javascript.ts";
import { PHP } from "./syntax/php.ts";
import { PYTHON } from "./syntax/python.ts";
import { RUBY } from "./syntax/ruby.ts";
import { RUST } from "./syntax/rust.ts";
import type { Expr } from "./syntax/tree.ts";

/** The grammars that are used, with what their nodes come to. */
export const GRAMMARS: Readonly<Record<string, Handlers>> = {
  "c-sharp": CSHARP,
  go: GO,
  java: JAVA,
  javascript: JAVASCRIPT,
  php: PHP,
  python: PYTHON,
  ruby: RUBY,
  rust: RUST,
  tsx: JAVASCRIPT,
  typescript: JAVASCRIPT,
};

const loaded = new Map<string, Promise<Parser>>();
let ready: Promise<void> | undefined;

/** @returns the common tree of a text; nothing is loaded before the first text of a language comes. */
export async function parse(grammar: string, text: string): Promise<{ tree: Expr; broken: boolean }> {
  let parser = loaded.get(grammar);
  if (!parser) {
    parser = load(grammar);
    loaded.set(grammar, parser);
  }
  const tree = (await parser).parse(text);
  if (!tree) return { tree: { t: "other", parts: [], line: 0 }, broken: true };
  try {
    return { tree: convert(tree.rootNode, GRAMMARS[grammar] as Handlers), broken: tree.rootNode.hasError };
  } finally {
    tree.delete();
  }
}

async function load(grammar: string): Promise<Parser> {
  ready ??= Parser.init({ wasmBinary: binary("web-tree-sitter") } as object);
  await ready;
  const parser = new Parser();
  parser.setLanguage(await Language.load(binary(grammar)));
  return parser;
}

/** In the package they are compressed; in the sources they stand where npm has put them. */
function binary(name: string): Uint8Array {
  const packed = readRegular(join(packageRoot(), "dist", "grammars", `${name}.wasm.br`));
  if ("bytes" in packed) return brotliDecompressSync(packed.bytes);
  const require = createRequire(import.meta.url);
  const file =
    name === "web-tree-sitter" ? "web-tree-sitter/web-tree-sitter.wasm" : `@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`;
  const source = readRegular(require.resolve(file));
  if ("unread" in source) throw new Error(`cannot read ${file}: ${source.code}`);
  return source.bytes;
}
