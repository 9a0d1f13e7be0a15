/** A tool of the project that can be told of groundplan, and the file in which it looks. */
export interface Assistant {
  /** The word for it on the command line. */
  id: string;
  name: string;
  /** Relative to the project. */
  file: string;
  /** How the file is written: servers in JSON with comments or in TOML, or instructions in Markdown. */
  format: "json" | "toml" | "markdown";
  /** The key under which the file lists its servers; empty in Markdown. */
  servers: string;
  /** What groundplan's entry there says beside the command that starts it; empty in Markdown. */
  entry: Readonly<Record<string, string | readonly string[]>>;
  /** The command and its arguments stand in one list. */
  inOneList?: true;
  /** Files and folders that show that a project uses it. */
  signs: readonly string[];
}

/** How an assistant starts the server. */
export interface ServerCommand {
  command: string;
  args: readonly string[];
}

/** What becomes of a file's text when groundplan is added to it. */
export type Merged =
  | { outcome: "changed"; text: string }
  /** It names groundplan already. */
  | { outcome: "same" }
  /** `reason` continues "it cannot be changed safely: ". */
  | { outcome: "refused"; reason: string };

/** How a file of some format is begun, and added to; `instructions` are for formats that hold text for models. */
export interface Format {
  create(assistant: Assistant, instructions: string): string;
  merge(before: string, assistant: Assistant, instructions: string): Merged;
}
