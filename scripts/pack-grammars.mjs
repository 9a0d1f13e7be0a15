// Compresses the grammars that the survey uses into the package: of 22 MB some 0.8 MB remain.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const require = createRequire(import.meta.url);
const GRAMMARS = ["c-sharp", "go", "java", "javascript", "php", "python", "ruby", "rust", "tsx", "typescript"];

/** Writes each grammar, and the library that runs them, as `<name>.wasm.br`. */
export function packGrammars(folder) {
  mkdirSync(folder, { recursive: true });
  const pack = (name, file) => {
    const kept = join("node_modules/.cache/groundplan/grammars", `${name}.wasm.br`);
    let packed;
    try {
      packed = readFileSync(kept);
    } catch {
      packed = brotliCompressSync(readFileSync(require.resolve(file)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
      mkdirSync("node_modules/.cache/groundplan/grammars", { recursive: true });
      writeFileSync(kept, packed);
    }
    writeFileSync(join(folder, `${name}.wasm.br`), packed);
  };
  pack("web-tree-sitter", "web-tree-sitter/web-tree-sitter.wasm");
  for (const name of GRAMMARS) pack(name, `@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`);
}
