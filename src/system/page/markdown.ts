import { posix } from "node:path";
import type { Place } from "../../findings/finding.ts";

/** Words of documents as parts of the overview: they can neither end a cell nor open a comment, a tag or a link. */
export function plain(text: string): string {
  return text
    .replace(/(?<!\s)\s*\n\s*/g, " ")
    .replace(/[\\|*[\]`]/g, "\\$&")
    .replace(/</g, "&lt;")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .trim();
}

/** @returns a name as inline code. */
export function code(text: string): string {
  return `\`${text.replace(/[`\n]/g, "'").replace(/\|/g, "\\|").replace(/<!--/g, "<! --")}\``;
}

/** @returns a table, or a sentence where it would have no rows. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "No feature states any.";
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell || "-").join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n");
}

/** @returns a link from the overview to a file of the workspace. */
export function link(text: string, path: string, overview: string): string {
  const [file = "", fragment] = path.split("#");
  const relative = posix.relative(posix.dirname(overview), file).split("/").map(encoded).join("/");
  return `[${plain(text)}](${relative}${fragment ? `#${fragment}` : ""})`;
}

/** Parentheses would end the address. */
function encoded(part: string): string {
  return encodeURIComponent(part).replaceAll("(", "%28").replaceAll(")", "%29");
}

/** @returns links to the documents that facts stand in, each feature once. */
export function sources(told: readonly { feature: { name: string }; place: Place }[], overview: string): string {
  const seen = new Map(told.map(({ feature, place }) => [feature.name, place.file]));
  return [...seen].map(([name, file]) => link(name.slice(name.indexOf("/") + 1), file, overview)).join(", ");
}
