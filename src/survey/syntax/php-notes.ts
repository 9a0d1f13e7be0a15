import type { Node } from "web-tree-sitter";
import { childOf, childrenOf, field, lineOf, literal, note, type Turn } from "./convert.ts";
import { argsOf } from "./php-arguments.ts";
import type { Call, Expr } from "./tree.ts";

/** Attributes, and annotations in the comment above, as Doctrine and Symfony had them. */
export function notesOf(node: Node, turn: Turn): Call[] {
  const found = childrenOf(field(node, "attributes") ?? childOf(node, "attribute_list")).flatMap((group) =>
    childrenOf(group, "attribute").map((one) => {
      const { args, named: rest } = argsOf(field(one, "parameters"), turn);
      return note(one, (one.firstNamedChild?.text ?? "").split("\\").at(-1) ?? "", args, rest);
    }),
  );
  const above = node.previousNamedSibling;
  return above?.type === "comment" && above.text.startsWith("/**") ? [...found, ...annotated(above)] : found;
}

function annotated(comment: Node): Call[] {
  return [...comment.text.matchAll(/@(?:\w{1,40}\\){0,4}([A-Z]\w{1,60})\(([^()]{0,600})\)/g)].map(([, name, inside]) => {
    const args = [...(inside as string).matchAll(/^\s{0,99}"([^"]{0,200})"/g)].map(([, v]) => literal(comment, v as string));
    const rest = [...(inside as string).matchAll(/(\w{1,40})\s{0,9}=\s{0,9}(?:"([^"]{0,200})"|\{([^}]{0,200})\}|(\w{1,40}))/g)].map(
      ([, key, text, list, word]): [string, Expr] => {
        const line = lineOf(comment);
        if (list !== undefined)
          return [
            key as string,
            { t: "list", items: [...list.matchAll(/"([^"]{0,99})"/g)].map(([, v]) => literal(comment, v as string)), line },
          ];
        return [key as string, text !== undefined ? literal(comment, text) : { t: "name", v: word as string, line }];
      },
    );
    return note(comment, name as string, args, Object.fromEntries(rest));
  });
}
