import { visible } from "../core.ts";

/** Markup that was built by {@link html} and by nothing else: every text in it is escaped. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }

  /** @param markup that this code has made itself, such as a drawing that was rebuilt from an allow list */
  static trusted(markup: string): Html {
    return new Html(markup);
  }
}

/** What a hole of a template takes: texts are escaped, lists are joined, what is not there leaves nothing. */
export type Hole = Html | string | number | undefined | false | null | readonly Hole[];

/**
 * The one way to build markup. A hole that stands in an attribute belongs between double quotes.
 *
 * @returns the markup, with every text escaped, and with characters that nobody sees made visible
 */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  let markup = strings[0] ?? "";
  for (const [index, hole] of holes.entries()) markup += fill(hole) + (strings[index + 1] ?? "");
  return Html.trusted(markup);
}

function fill(hole: Hole): string {
  if (hole === undefined || hole === null || hole === false) return "";
  if (hole instanceof Html) return hole.toString();
  if (typeof hole === "number") return String(hole);
  if (typeof hole === "string") return escapeText(hole);
  let all = "";
  for (const part of hole) all += fill(part);
  return all;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** @returns a text as markup shows it, between tags and between quotes */
export function escapeText(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

const NAMES = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;

/** @returns a heading of a rank, 6 where it would be lower */
export function heading(rank: number, id: string | undefined, content: Hole): Html {
  const name = NAMES[Math.min(6, Math.max(1, rank)) - 1] ?? "h6";
  const opened = id === undefined ? `<${name}>` : `<${name} id="${escapeText(id)}">`;
  return html`${Html.trusted(opened)}${content}${Html.trusted(`</${name}>`)}`;
}
