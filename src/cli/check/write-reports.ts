import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type AcrossVerdict, KnownError, packageRoot, type Verdict } from "../../core.ts";
import { FORMATS, type ReportOptions } from "../../report/index.ts";
import type { Io } from "../io.ts";
import type { Output } from "./outputs.ts";

/**
 * Writes each report to its file, or to standard output. All are made before the first is written.
 *
 * @param system what contradicts what across features, where all features were looked at
 * @throws KnownError (`output`) where a file cannot be written
 */
export async function writeReports(
  verdicts: readonly Verdict[],
  system: AcrossVerdict | undefined,
  outputs: readonly Output[],
  io: Io,
): Promise<void> {
  const options: ReportOptions = {
    checks: await checkPages(outputs, system !== undefined),
    version: io.version,
    mermaid: io.mermaid,
    style: io.style,
    system,
  };
  const made = outputs.map(({ format, file }) => ({
    file,
    commands: format === "github",
    text: FORMATS[format].write(verdicts, file === undefined ? options : { ...options, style: undefined }),
  }));
  writeMade(made, io);
}

/** A report, ready to be written. */
export interface Made {
  /** Standard output where there is none. */
  file?: string | undefined;
  text: string;
  /** A service obeys what it reads there. */
  commands: boolean;
}

/** @throws KnownError (`output`) where a file cannot be written */
export function writeMade(made: readonly Made[], io: Pick<Io, "cwd" | "out">): void {
  for (const { file, text, commands } of made) {
    if (file === undefined) io.out(text, commands);
    else writeWhole(resolve(io.cwd, file), file, text);
  }
}

/** The checks and their pages go into the reports that carry them; the others are spared the loading. */
async function checkPages(outputs: readonly Output[], across: boolean): Promise<ReportOptions["checks"]> {
  const asked = outputs.some(({ format }) => format === "sarif");
  if (!asked && !outputs.some(({ format }) => format === "junit")) return [];
  const { CHECKS, SYSTEM_CHECKS } = await import("../../core.ts");
  return [...CHECKS, ...(across ? SYSTEM_CHECKS : [])].map(({ id, category, severity }) => ({
    id,
    category,
    severity,
    page: asked ? readFileSync(join(packageRoot(), "docs/checks", `${id}.md`), "utf8") : "",
  }));
}

/** Whole or not at all: another process may be reading the report. */
function writeWhole(path: string, told: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, path);
  } catch (thrown) {
    if (existsSync(temporary)) rmSync(temporary);
    const { code } = thrown as NodeJS.ErrnoException;
    throw new KnownError("output", `cannot write ${told}: ${code ?? "unknown"}`, "Name a file in a folder that can be written.");
  }
}
