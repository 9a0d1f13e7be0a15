import type { Interface } from "../../model/types.ts";
import type { Survey } from "../../survey/types.ts";
import { pairNames } from "./members.ts";
import type { Compared, Found, LineOf, Outcome } from "./types.ts";

type Command = Survey["commands"][number];

const FLAG = /--[a-z][\w-]{0,60}/g;
const ALWAYS = new Set(["--help", "--version"]);

/** Holds the commands of a design against those that the code registers, with their options. What a program registers it states itself. */
export function commandDrifts({ model, survey, past }: Compared): Outcome {
  const commands = model.backend.interfaces.filter(({ kind }) => kind === "cli");
  const taken = new Set(commands.flatMap(({ name }) => byName(survey, name)?.name ?? []));
  const free = new Set(survey.commands.filter(({ name }) => !taken.has(name) && !(past && byName(past, name))));
  const found: Found[] = [];
  let built = 0;
  for (const own of commands) {
    const command = byName(survey, own.name);
    const other = command ?? successor(own, [...free], past);
    if (other) built++;
    const tell = (kind: Found["kind"], words: string, code?: LineOf, more: string[] = []) =>
      found.push({
        kind,
        subject: wordsOf(own.name),
        text: `${wordsOf(own.name)} ${words}`,
        design: lineOf(own.place),
        ...(code && { code: lineOf(code) }),
        certain: true,
        names: [wordsOf(own.name), ...more],
      });
    if (command && !command.registered) tell("built-otherwise", "is designed, and nothing in the code registers it", command);
    else if (command) found.push(...optionDrifts(own, command, survey));
    else if (other) {
      free.delete(other);
      tell("built-otherwise", `is designed, the code calls it ${other.name}`, other, [other.name]);
    } else if (past && byName(past, own.name)) tell("removed", "is designed, and the code has it no longer");
    else tell("not-built", "is designed, and the code has no such command");
  }
  return { found, designed: commands.length, built };
}

const lineOf = ({ file, line }: LineOf): LineOf => ({ file, line });

/** The words of a command, without what it is given. */
const wordsOf = (name: string) =>
  name
    .replaceAll("`", "")
    .split(/\s(?=[<[(-])/, 1)[0]
    ?.trim() ?? "";

function byName({ commands }: Survey, name: string): Command | undefined {
  return commands.find((command) => command.name === wordsOf(name));
}

/** A command of the same program and the same options, that was not there before. */
function successor({ name }: Interface, free: readonly Command[], past: Survey | undefined): Command | undefined {
  const was = past && byName(past, name);
  const parent = wordsOf(name).split(" ").slice(0, -1).join(" ");
  if (!was || parent === "") return undefined;
  const flags = (command: Command) =>
    command.flags
      .map((flag) => flag.name)
      .sort()
      .join(" ");
  const near = free.filter((one) => one.name.split(" ").slice(0, -1).join(" ") === parent);
  return near.find((one) => flags(one) === flags(was)) ?? (near.length === 1 ? near[0] : undefined);
}

function optionDrifts(own: Interface, command: Command, { commands }: Survey): Found[] {
  const said = Object.values(own.values).map((value) => [value.source, ...value.items.map(({ source }) => source)].join("\n"));
  const options = own.values["Arguments and options"];
  const listed = options ? [options.source, ...options.items.map(({ source }) => source)].join("\n") : "";
  const designed = [...new Set(listed.match(FLAG) ?? [])].map((name) => ({ name }));
  const inherited = commands
    .filter(({ name }) => command.name.startsWith(`${name} `))
    .flatMap(({ flags }) => flags.filter((flag) => flag.inherited));
  const has = [...command.flags.map((flag) => ({ ...flag })), ...inherited].filter(
    ({ name }) => name.startsWith("--") && !ALWAYS.has(name),
  );
  if (has.length === 0) return [];
  // What comes from above is the other name of none: it is there, or it is not.
  const fromAbove = new Set<unknown>(inherited);
  const above = new Set(inherited.map((flag) => flag.name));
  const ofItself = has.filter((flag) => !fromAbove.has(flag));
  const { missing, extra, renamed } = pairNames(
    designed.filter((flag) => !above.has(flag.name) || ofItself.some((one) => one.name === flag.name)),
    ofItself,
  );
  const name = wordsOf(own.name);
  const tell = (kind: Found["kind"], words: string, flag: string, code: LineOf): Found => ({
    kind,
    subject: `${name} ${flag}`,
    text: `${name} ${words}`,
    design: lineOf(own.place),
    code: lineOf(code),
    certain: true,
    names: [flag],
  });
  return [
    ...renamed.map((pair) =>
      tell("built-otherwise", `is designed with ${pair.designed.name}, the code has ${pair.built.name}`, pair.designed.name, pair.built),
    ),
    ...missing.map((flag) => tell("built-otherwise", `is designed with ${flag.name}, which the code does not have`, flag.name, command)),
    ...extra
      .filter((flag) => !said.some((text) => text.includes(flag.name)))
      .map((flag) => tell("not-designed", `has ${flag.name} in the code, which the design does not name`, flag.name, flag)),
  ];
}
