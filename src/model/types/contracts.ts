import type { InterfaceFacts } from "./facts.ts";

/** What keeps a contract in a language of machines from being read, or from being read whole. */
export interface ContractProblem {
  kind: "syntax" | "duplicate-key" | "unreadable" | "version" | "outside" | "remote" | "unresolved" | "unknown-form" | "cycle";
  /** What was found: a parser's words, a reference, a version. */
  found: string;
  file: string;
  line: number;
}

/** What is agreed in the languages of machines, as the same facts. */
export interface MachineContracts extends Pick<InterfaceFacts, "structures" | "interfaces" | "errors"> {
  /** Names of schemas that are no structures: enumerations and named values. */
  values: string[];
  problems: ContractProblem[];
}
