import { closeSync, constants, fchmodSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { KnownError, readRegular } from "../../core.ts";
import { markLine } from "./marks.ts";
import type { JournalRecord, RunHeader } from "./records.ts";
import { JOURNAL_VERSION } from "./records.ts";
import { isRecord } from "./shape.ts";

/**
 * Reads a journal. A last line without its end was torn by a crash: it is left out.
 *
 * @returns the records, their lines, and how many bytes of the file hold them
 * @throws KnownError (`journal`) for a newer version, or a line that is no record
 */
export function readLines(path: string): { records: JournalRecord[]; lines: string[]; bytes: number } {
  const read = readRegular(path);
  if ("unread" in read) throw notRegular(path, read.code);
  const contents = read.bytes;
  const bytes = contents.lastIndexOf(0x0a) + 1;
  const lines = contents.subarray(0, bytes).toString("utf8").split("\n").slice(0, -1);
  return { records: lines.map((line, index) => parse(line, path, index + 1)), lines, bytes };
}

function parse(line: string, path: string, number: number): JournalRecord {
  const value = parseJson(line);
  refuseNewer(value, path);
  if (isRecord(value)) return value;
  throw new KnownError(
    "journal",
    `unexpected text in ${path}:${number}, expected a record`,
    "The journal was changed by something else: start a new run; the documents are as they were.",
  );
}

/** The records of a newer version may have other forms: its version is looked at before they are. */
function refuseNewer(value: unknown, path: string): void {
  const { type, version } = (value ?? {}) as Partial<RunHeader>;
  if (type === "run" && typeof version === "number" && version > JOURNAL_VERSION)
    throw new KnownError(
      "journal",
      `unexpected version ${version} of the journal ${path}, expected at most ${JOURNAL_VERSION}`,
      "It was written by a newer groundplan: go on with that one, or start a new run.",
    );
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

// Links are not followed, and a pipe in the journal's place holds nobody up.
const WRITING = constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function notRegular(path: string, why: string): KnownError {
  return new KnownError("journal", `cannot read ${path}: ${why}`, "The journal of a run is a regular file: start a new run.");
}

/** Appends lines to a file, each of them on the disk before the next thing happens. */
export interface LineWriter {
  append(record: JournalRecord): void;
  close(): void;
}

/**
 * Opens a journal for appending. What a crash has left behind its last whole line is cut off.
 *
 * @param before the last mark
 * @param secret marks each line; none: lines without marks are not gone on with
 */
export function openLines(path: string, bytes: number, before: string, secret: Buffer | undefined): LineWriter {
  const file = openSync(path, WRITING | (bytes === 0 ? constants.O_CREAT | constants.O_APPEND : 0), 0o600);
  if (!fstatSync(file).isFile()) {
    closeSync(file);
    throw notRegular(path, "not a file");
  }
  // The owner's alone: it holds what was read of the repository.
  fchmodSync(file, 0o600);
  if (bytes > 0) ftruncateSync(file, bytes);
  let at = bytes;
  let last = before;
  return {
    append(record) {
      const written = JSON.stringify(record);
      const marked = secret && markLine(written, last, secret);
      const line = Buffer.from(`${marked?.line ?? written}\n`, "utf8");
      for (let done = 0; done < line.length; ) done += writeSync(file, line, done, line.length - done, at + done);
      at += line.length;
      last = marked?.mark ?? last;
      fsyncSync(file);
    },
    close: () => closeSync(file),
  };
}
