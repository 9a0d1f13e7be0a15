import type { Style } from "../report/style.ts";

/** What a command may touch of the world: it prints through this, and asks nothing else. */
export interface Io {
  /**
   * Writes to standard output what no terminal and no CI system obeys.
   *
   * @param commands the text is GitHub's workflow commands themselves
   */
  out(text: string, commands?: boolean): void;
  err(text: string): void;
  /** Takes away the line that the cursor of a terminal is on. */
  clearLine: string;
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Someone is watching: long work may show its progress. */
  interactive: boolean;
  /** Puts a question to the person; absent where nobody sits at a terminal. */
  ask?(question: string): Promise<string>;
  style: Style;
  /** The day, as YYYY-MM-DD. */
  today(): string;
  version: string;
  /** The version of Mermaid that says which diagrams are drawn. */
  mermaid: string;
  /** @returns a signal for long work: it comes when the user interrupts, a second time the command ends at once. */
  interrupt(): AbortSignal;
  /** The command's own file, to start it again as a child process. */
  entry: string;
}

/** 0 clean, 1 findings, 2 a mistake in use, configuration or the environment, 3 a failure of groundplan itself; the highest counts. */
export type ExitStatus = 0 | 1 | 2 | 3;

/** Options that every command on a workspace has. */
export interface WorkspaceOptions {
  root?: string;
}
