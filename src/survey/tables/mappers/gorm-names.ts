import type { Project } from "../../project.ts";
import { plural } from "../../routes/rails/words.ts";
import { endOf, entry, keyOf, texts, walk } from "../../syntax/tree.ts";
import { snake } from "../schema.ts";

/** @returns how the mapper spells a name; it knows the usual short words */
export const gormName = (name: string): string =>
  snake(
    name.replace(
      /(API|ACL|ASCII|CPU|CSS|DNS|EOF|GUID|HTML|HTTP|HTTPS|ID|IP|JSON|QPS|RAM|SLA|SQL|SSH|TLS|TTL|UID|UI|UUID|URI|URL|UTF8|VM|XML|XSS)(?=[A-Z]|$|s$)/g,
      (word) => word[0] + word.slice(1).toLowerCase(),
    ),
  );

/**
 * @returns how the tables of structs are called: in the plural unless the code asks for the singular, with the prefix that it sets. Where
 *   the code puts names together, the one that is known and ends so; none where none is
 */
export function gormNaming(project: Project): (struct: string, known: readonly string[]) => string | undefined {
  let isSingular = false;
  let prefix: string | undefined = "";
  for (const source of project.of("go"))
    walk(source.tree, (e) => {
      if (e.t === "call" && endOf(e.fn) === "SingularTable" && endOf(e.args[0]) === "true") isSingular = true;
      if (e.t === "map" && /(?:^|\.)NamingStrategy$/.test(e.type ?? "")) {
        if (endOf(entry(e, "SingularTable")) === "true") isSingular = true;
        const given = entry(e, "TablePrefix");
        if (given) prefix = texts(given)[0];
      }
      if (e.t === "assign" && e.to.t === "member" && keyOf(e.to) === "DefaultTableNameHandler") prefix = undefined;
      return undefined;
    });
  return (struct, known) => {
    const name = isSingular ? gormName(struct) : plural(gormName(struct));
    if (prefix !== undefined) return `${prefix}${name}`;
    const alike = known.filter((one) => one.toLowerCase() === name || one.toLowerCase().endsWith(`_${name}`));
    return alike.length === 1 ? alike[0] : undefined;
  };
}
