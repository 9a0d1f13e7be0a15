import { createHash } from "node:crypto";
import yaml from "js-yaml";
import type { Model } from "../../model/types.ts";
import { exportAsyncApi } from "./asyncapi.ts";
import { exportJsonSchema } from "./json-schema.ts";
import { exportMarkdown } from "./markdown.ts";
import { createNotStated } from "./not-stated.ts";
import { exportOpenApi } from "./openapi.ts";
import type { JsonMap } from "./schema.ts";

/** The languages in which a design's interfaces can be handed on. */
export const EXPORT_LANGUAGES = ["openapi", "asyncapi", "json-schema", "markdown"] as const;
export type ExportLanguage = (typeof EXPORT_LANGUAGES)[number];

/** What was made of a design. */
export interface Exported {
  text: string;
  /** What the language asks for and the design does not say, a line each. */
  notStated: string[];
}

const COMPOSERS: Record<Exclude<ExportLanguage, "markdown">, (model: Model, notStated: ReturnType<typeof createNotStated>) => JsonMap> = {
  openapi: exportOpenApi,
  asyncapi: exportAsyncApi,
  "json-schema": exportJsonSchema,
};

/** Marks a file as one that was exported, with a hash of the rest, so that an edit can be seen. */
const MARK = "x-exported";

/**
 * Writes the interfaces of a backend design in another language, from the design alone and always the same.
 *
 * @param form how the languages of machines are written
 */
export function exportContracts(model: Model, language: ExportLanguage, form: "yaml" | "json"): Exported {
  if (language === "markdown") return { text: exportMarkdown(model), notStated: [] };
  const notStated = createNotStated();
  const document = COMPOSERS[language](model, notStated);
  const marked = { ...document, [MARK]: hashOf(write(document, form)) };
  return { text: write(marked, form), notStated: notStated.lines };
}

/** @returns whether a text is an export as it was written, which may be written anew without losing anything */
export function isUntouched(text: string): boolean {
  const found = /^ {0,2}["']?x-exported["']?: ["']?([0-9a-f]{16})["']?$/m.exec(text);
  if (!found) return false;
  // It was added as the last one; in JSON the comma before it came with it.
  const before = text.slice(0, found.index).replace(/,\n$/, "\n");
  const rest = text.startsWith("{") ? before + text.slice(found.index + found[0].length + 1) : before;
  return hashOf(rest) === found[1];
}

function write(document: JsonMap, form: "yaml" | "json"): string {
  if (form === "json") return `${JSON.stringify(document, null, 2)}\n`;
  return yaml.dump(document, { lineWidth: -1, noRefs: true });
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
