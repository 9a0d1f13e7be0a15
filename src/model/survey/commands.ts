import type { Survey } from "../../survey/types.ts";

type Command = Survey["commands"][number];

/** The commands of the code, as a text names them. */
export interface KnownCommands {
  /** @returns what the words of a command mean; undefined where they begin with no program of the code */
  meant(words: string): MeantCommand | undefined;
}

export interface MeantCommand {
  /** The command of the code that most of the words name. */
  command: Command;
  /** The word behind it that names no command below it; none where it is an argument. */
  unknown?: string;
  /** It does nothing but hold others. */
  isGroup: boolean;
  /** Options among the words, each with whether the command takes it. */
  flags: { name: string; isKnown: boolean }[];
}

const ALWAYS = new Set(["--help", "-h", "--version", "-v"]);

/** @returns the commands that a survey has found, to be asked for by their words */
export function commandsOf({ commands }: Survey): KnownCommands {
  const byName = new Map(commands.map((command) => [command.name, command]));
  const programs = new Set(commands.map(({ name }) => name.split(" ")[0] ?? ""));
  return {
    meant(text) {
      const words = text
        .replace(/^\$\s/, "")
        .trim()
        .split(/[\s=]{1,9}/);
      if (!programs.has(words[0] ?? "")) return undefined;
      const path = words.slice(0, Math.max(0, ...[...words.keys()].filter((at) => byName.has(words.slice(0, at + 1).join(" ")))) + 1);
      const command = byName.get(path.join(" "));
      if (!command) return undefined;
      const next = words[path.length];
      const hasBelow = commands.some(({ name }) => name.startsWith(`${command.name} `));
      const isWord = next !== undefined && /^[a-z][a-z-]{1,30}$/.test(next) && hasBelow && command.arguments.length === 0;
      const taken = flagsOf(command, byName);
      return {
        command,
        isGroup: hasBelow && command.flags.length === 0 && command.arguments.length === 0,
        ...(isWord && { unknown: next }),
        flags: words.filter((word) => /^--[a-z][\w-]{1,40}$/.test(word)).map((name) => ({ name, isKnown: taken.has(name) })),
      };
    },
  };
}

/** What a command takes itself, and from those above it. */
function flagsOf({ name, flags }: Command, byName: ReadonlyMap<string, Command>): Set<string> {
  const above = name.split(" ").map((_, at, words) => byName.get(words.slice(0, at).join(" ")));
  const inherited = above.flatMap((command) => command?.flags.filter((flag) => flag.inherited) ?? []);
  return new Set([...ALWAYS, ...[...flags, ...inherited].flatMap((flag) => [flag.name, ...(flag.short ? [flag.short] : [])])]);
}
