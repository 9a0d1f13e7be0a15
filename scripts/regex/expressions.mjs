import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** @returns every regular expression of the sources of a folder, with its place. */
export function findExpressions(folder) {
  return sources(folder).flatMap(readExpressions);
}

/** @returns the name under which the verdict on an expression is kept. */
export function keyOf({ source, flags }) {
  return createHash("sha256").update(`${flags}/${source}`).digest("hex").slice(0, 16);
}

/** @returns the literals of a file, and what `new RegExp` is given where that is one plain string. */
function readExpressions(file) {
  const tree = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const expressions = [];
  const add = (node, source, flags) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    expressions.push({ place: `${file}:${line + 1}`, source, flags });
  };
  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      add(node, node.text.slice(1, end), node.text.slice(end + 1));
    } else if (ts.isNewExpression(node) && node.expression.getText() === "RegExp") {
      const [source, flags] = node.arguments ?? [];
      if (source && ts.isStringLiteralLike(source)) add(node, source.text, flags && ts.isStringLiteralLike(flags) ? flags.text : "");
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return expressions;
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : /(?<!\.d)\.ts$/.test(entry.name) ? [path] : [];
  });
}
