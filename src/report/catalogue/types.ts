import type { PatternEntry, PatternFile } from "../../context/types.ts";

/** An entry with the category that it is listed under. */
export interface Listed extends PatternEntry {
  file: PatternFile;
  category: string;
}
