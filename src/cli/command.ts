import type { Command } from "commander";
import type { ExitStatus, Io } from "./io.ts";

/** What the module of a command offers. */
export interface CommandModule {
  /** Adds arguments, options and the action; `done` takes the exit status. */
  configure(command: Command, io: Io, done: (status: ExitStatus) => void): void;
}

export interface CommandEntry {
  name: string;
  summary: string;
  load(): Promise<CommandModule>;
}
