import { InvalidArgumentError } from "commander";
import { KnownError } from "../../core.ts";
import { FORMATS, type FormatName } from "../../report/index.ts";

/** A report, and the file that it goes to; standard output where there is none. */
export interface Output {
  format: FormatName;
  file?: string;
}

/** Reads one `--format name[=file]`, beside those before it. */
export function readOutput(word: string, before: Output[]): Output[] {
  const [, name = "", file] = /^([^=]*)(?:=(.+))?$/.exec(word) ?? [];
  if (!Object.hasOwn(FORMATS, name)) throw new InvalidArgumentError(`Allowed formats are ${Object.keys(FORMATS).join(", ")}.`);
  return [...before, { format: name as FormatName, ...(file !== undefined && { file }) }];
}

/** @throws KnownError (`usage`) where two reports would be written over or into each other */
export function outputsOf({ json, format }: { json?: boolean; format: Output[] }): Output[] {
  const wanted: Output[] =
    json && !format.some((one) => one.format === "json" && one.file === undefined) ? [...format, { format: "json" }] : format;
  const toOut = wanted.filter(({ file }) => file === undefined).map((one) => one.format);
  const files = wanted.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new KnownError("usage", `two reports for ${twice}`, "Name a file for each.");
  // What people read, in a log, may stand together.
  if (toOut.length > 1 && !toOut.every((name) => name === "text" || name === "github"))
    throw new KnownError(
      "usage",
      `${toOut.join(" and ")} cannot both be written to the standard output`,
      `Name a file for all but one, such as --format ${toOut[1]}=groundplan-report.${toOut[1]}.`,
    );
  return wanted;
}
