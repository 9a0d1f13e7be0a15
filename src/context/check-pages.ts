import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { KnownError } from "../findings/errors.ts";
import { closest } from "../text/names.ts";
import { packageRoot } from "./package-root.ts";

const FOLDER = "docs/checks";

/** @returns the ids of the checks that have a page. */
export function checkPageIds(): string[] {
  return readdirSync(join(packageRoot(), FOLDER))
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .map((name) => name.slice(0, -".md".length))
    .sort();
}

/**
 * @param id of a check
 * @returns the Markdown of its page: what it finds, why, and how to mend it
 * @throws KnownError (`target`) for an id that no check bears
 */
export function checkPage(id: string): string {
  const ids = checkPageIds();
  if (ids.includes(id)) return readFileSync(join(packageRoot(), FOLDER, `${id}.md`), "utf8");
  const suggestion = closest(id.slice(0, 60), ids);
  throw new KnownError(
    "target",
    `no check ${JSON.stringify(id.slice(0, 60))}`,
    suggestion ? `Did you mean ${suggestion}?` : `The checks are: ${ids.join(", ")}.`,
  );
}
