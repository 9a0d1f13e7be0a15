import type { Source } from "../project.ts";
import type { Schema } from "./schema.ts";

/** The tables so far, and the file that changes them. */
export interface Reading {
  schema: Schema;
  source: Source;
}
