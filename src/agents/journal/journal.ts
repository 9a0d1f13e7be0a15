import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type Anthropic from "@anthropic-ai/sdk";
import { KnownError, userSecret, type Workspace } from "../../core.ts";
import { journalPath, runsFolder } from "./folder.ts";
import { openLines, readLines } from "./lines.ts";
import { lockRun } from "./lock.ts";
import { lastMark } from "./marks.ts";
import { JOURNAL_VERSION, type JournalRecord, type RunHeader } from "./records.ts";

/** The memory of a run: what was decided, paid for and written. It outlives the process. */
export interface Journal {
  header: RunHeader;
  /** Everything that was recorded, in its order. */
  records: readonly JournalRecord[];
  append(record: JournalRecord): void;
  /** @returns what a step came to, where it was done already. */
  recall<Value>(step: string): Value | undefined;
  /** Does a step unless it was done already; in both cases its value is what was recorded. */
  decide<Value>(step: string, compute: () => Value): Value;
  /** @returns the answer to a request, where it was paid for already. */
  answerTo(hash: string): Anthropic.Message | undefined;
  /** @returns whether this run has written such a text into a section. */
  hasWritten(section: string, hash: string): boolean;
  close(): void;
}

/** Begins the journal of a new run. */
export function beginJournal(workspace: Workspace, header: Omit<RunHeader, "type" | "version">): Journal {
  runsFolder(workspace);
  const path = journalPath(workspace, header.id, true);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const marks = { last: header.id, secret: userSecret(workspace.root) };
  const journal = remember(path, [], 0, lockRun(workspace, header.id), marks);
  journal.append({ type: "run", version: JOURNAL_VERSION, ...header });
  return journal;
}

/**
 * Opens the journal of a run that is to go on.
 *
 * @throws KnownError (`run`) where there is no such run, (`running`) where a process still writes it, (`journal`) where it cannot be read
 */
export function resumeJournal(workspace: Workspace, id: string, at: string): Journal {
  const path = journalPath(workspace, id);
  const release = lockRun(workspace, id);
  try {
    const { records, lines, bytes } = readLines(path);
    if (records[0]?.type !== "run")
      throw new KnownError("journal", `the run ${id} ended before it began`, "Start a new one: nothing was asked for or written.");
    const secret = userSecret(workspace.root);
    const last = secret && lastMark(lines, id, secret);
    if (last === undefined)
      throw new KnownError(
        "journal",
        `the journal of the run ${id} was not written by you on this machine, or was changed since`,
        "Start a new run: no answer is taken from what somebody else may have written.",
      );
    const journal = remember(path, records, bytes, release, { last, secret });
    journal.append({ type: "resumed", at });
    return journal;
  } catch (thrown) {
    release();
    throw thrown;
  }
}

interface Marks {
  last: string;
  secret: Buffer | undefined;
}

function remember(path: string, known: readonly JournalRecord[], bytes: number, release: () => void, { last, secret }: Marks): Journal {
  const file = openLines(path, bytes, last, secret);
  const records: JournalRecord[] = [];
  const steps = new Map<string, unknown>();
  const answers = new Map<string, Anthropic.Message>();
  const texts = new Set<string>();
  const learn = (record: JournalRecord) => {
    records.push(record);
    if (record.type === "step") steps.set(record.name, record.value);
    if (record.type === "call") answers.set(record.hash, record.message);
    if (record.type === "text") texts.add(`${record.section} ${record.hash}`);
  };
  for (const record of known) learn(record);
  const append = (record: JournalRecord) => {
    file.append(record);
    learn(record);
  };
  return {
    get header() {
      return records[0] as RunHeader;
    },
    records,
    append,
    recall: <Value>(step: string) => steps.get(step) as Value | undefined,
    decide<Value>(step: string, compute: () => Value): Value {
      if (!steps.has(step)) append({ type: "step", name: step, value: compute() });
      return steps.get(step) as Value;
    },
    answerTo: (hash) => answers.get(hash),
    hasWritten: (section, hash) => texts.has(`${section} ${hash}`),
    close() {
      file.close();
      release();
    },
  };
}
