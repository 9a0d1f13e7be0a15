import type { Node } from "web-tree-sitter";
import { childOf, childrenOf, field, lineOf, type Turn, textOf } from "./convert.ts";
import type { Expr } from "./tree.ts";

const bare = (node: Node | null): string => textOf(node).slice(1, -1);

/** `import a, { b as c } from "d"`. */
export function imported(node: Node): Expr {
  const clause = childOf(node, "import_clause");
  const names = childrenOf(clause).flatMap((child) => {
    if (child.type === "identifier") return [{ local: child.text, name: "default" }];
    if (child.type === "namespace_import") return [{ local: textOf(child.firstNamedChild), name: "*" }];
    return childrenOf(child, "import_specifier").map((one) => ({
      local: textOf(field(one, "alias") ?? field(one, "name")),
      name: textOf(field(one, "name")),
    }));
  });
  return { t: "import", from: bare(field(node, "source")), names, line: lineOf(node) };
}

/** What a module gives away: a declaration, names, the default, or what another module has. */
export function exported(node: Node, turn: Turn): Expr {
  const line = lineOf(node);
  const source = field(node, "source");
  const from = source ? bare(source) : undefined;
  const clause = childOf(node, "export_clause");
  if (clause || from !== undefined) {
    const names = childrenOf(clause, "export_specifier").map((one) => {
      const name = textOf(field(one, "name"));
      return { name: textOf(field(one, "alias")) || name, value: { t: "name", v: name, line } as Expr };
    });
    if (!clause) names.push({ name: "*", value: { t: "name", v: "*", line } });
    return { t: "export", names, from, line };
  }
  const declared = field(node, "declaration");
  const isDefault = node.children.some(({ type }) => type === "default");
  const value = turn(declared ?? field(node, "value"));
  if (isDefault) return { t: "export", names: [{ name: "default", value }], line };
  const values = value.t === "other" ? value.parts : [value];
  return {
    t: "export",
    line,
    names: values.map((one) => ({
      name: one.t === "assign" && one.to.t === "name" ? one.to.v : one.t === "fn" || one.t === "class" ? (one.name ?? "") : "",
      value: one,
    })),
  };
}
