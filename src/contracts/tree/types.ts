import type { ContractProblem } from "../../model/types.ts";

/** Where the entries of a mapping stand, and where it begins. Lines are counted from 1. */
export interface Lines {
  line: number;
  keys: ReadonlyMap<string, number>;
}

/** A file in JSON or YAML: its values as they are, and where each mapping and each of its keys stands. */
export interface TreeDocument {
  file: string;
  root: unknown;
  lines: WeakMap<object, Lines>;
  problems: ContractProblem[];
}
