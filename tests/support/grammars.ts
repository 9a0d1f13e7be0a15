import { createRequire } from "node:module";
import { Language, type Node, Parser } from "web-tree-sitter";

const require = createRequire(import.meta.url);
const languages = new Map<string, Promise<Language>>();

async function languageOf(name: string): Promise<Language> {
  await Parser.init();
  return Language.load(require.resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`));
}

/**
 * Reads code by a grammar.
 *
 * @param name the grammar's name, such as `c-sharp`
 * @returns the line and the text of whatever the grammar does not know, or misses
 */
export async function mistakesIn(code: string, name: string): Promise<string[]> {
  const loading = languages.get(name) ?? languageOf(name);
  languages.set(name, loading);
  const language = await loading;
  const parser = new Parser();
  parser.setLanguage(language);
  const tree = parser.parse(code);
  const found = tree ? [...mistakes(tree.rootNode)] : ["nothing was read"];
  tree?.delete();
  parser.delete();
  return found;
}

function* mistakes(node: Node): Generator<string> {
  if (node.isError || node.isMissing)
    yield `${node.startPosition.row + 1}: ${node.isMissing ? `missing ${node.type}` : node.text.slice(0, 80)}`;
  else if (node.hasError) for (const child of node.children) if (child) yield* mistakes(child);
}
