import { textOf } from "../../model/agreement/parameters.ts";
import type { Model } from "../../model/types.ts";
import type { Asked } from "./types.ts";

const WORKER = /\b(?:workers?|relay|consumer|processor|dispatcher|runner|importer|exporter|scheduler|sweeper|job)\b/i;
const TIMED =
  /\b(?:cron|hourly|nightly|daily|weekly|every (?:\d{1,4} )?(?:seconds?|minutes?|hours?|day|night|week)|scheduled?|schedules)\b/i;
const WRITES =
  /\b(?:writes?|saves?|creates?|exports?|downloads?|generates?|overwrites?)\b[^.;]{0,80}\b(?:files?|folders?|director(?:y|ies)|archives?|reports?|disk)\b|--(?:output|out|dest|target)\b|\s-o\b/i;

/** @returns what stops the work of a design half-way or does it twice: repeated requests, crashes, signals, runs that overlap, the day of release */
export function hazardsOfWork(model: Model): Asked[] {
  return [...repeatedRequests(model), ...interruptedWork(model), ...partialFiles(model), ...overlappingRuns(model), ...releaseDay(model)];
}

/** A request that makes something new, sent again after an answer that was lost. */
function repeatedRequests({ backend }: Model): Asked[] {
  const making = backend.interfaces.filter(
    ({ kind, name, values }) => kind === "api" && /^POST\s/.test(name) && /\b201\b|\b202\b/.test(values.Response?.text ?? ""),
  );
  const keyed = making.find((item) => /idempotency/i.test(textOf(item)));
  if (keyed)
    return [
      {
        kind: "repeated-request",
        question: `The first ${keyed.name} with a key fails half-way, or is still under way. What does a second one with the same key get: the failure, another attempt, or a refusal?`,
        place: keyed.place,
        subjects: ["key", "Idempotency-Key", "idempotency"],
        words: [
          "fails",
          "failed",
          "failure",
          "first answer",
          "stored answer",
          "replay",
          "under way",
          "in progress",
          "still running",
          "same answer",
          "not stored",
          "released",
          "rolled back",
        ],
      },
    ];
  return making.slice(0, 2).map(({ name, place }) => ({
    kind: "repeated-request",
    question: `${name} is sent again, since its answer was lost. What does the second one make, and what does it get?`,
    place,
    subjects: [name],
    words: ["idempotent", "idempotency", "twice", "again", "duplicate", "already", "exists", "unique", "same key", "repeated"],
  }));
}

function interruptedWork({ architecture }: Model): Asked[] {
  return architecture.components
    .filter(({ name }) => WORKER.test(name))
    .slice(0, 3)
    .map(({ name, place }) => ({
      kind: "interrupted-work",
      question: `${name} is ended by a signal or a crash in the middle of its work, and with it what it has started. What is left behind, who takes it up, and how often is it done then?`,
      place,
      subjects: [name, "worker", "process"],
      words: [
        "crash",
        "killed",
        "dies",
        "restart",
        "redeliver",
        "redelivery",
        "at least once",
        "at-least-once",
        "acknowledge",
        "ack",
        "sigterm",
        "resume",
        "lease",
        "taken up",
        "stays in",
        "interrupted",
        "shutdown",
        "drain",
        "visibility timeout",
      ],
    }));
}

/** A command that leaves something on a disk. */
function partialFiles({ backend }: Model): Asked[] {
  return backend.interfaces
    .filter((item) => item.kind === "cli" && WRITES.test(textOf(item)))
    .slice(0, 1)
    .map(({ name, place }) => ({
      kind: "partial-file",
      question: `The disk is full, or a signal ends \`${name}\`, while it writes. What is left, and what does the next run make of it?`,
      place,
      subjects: [name, "file", "files", "disk", "output"],
      words: [
        "temporary",
        "temp file",
        "atomic",
        "atomically",
        "renamed",
        "rename",
        "partial",
        "half-written",
        "removed",
        "signal",
        "sigint",
        "disk full",
        "no space",
        "resume",
        "cleaned up",
        "rolled back",
      ],
    }));
}

function overlappingRuns({ architecture }: Model): Asked[] {
  const timing = architecture.components.filter(({ purpose, responsibilities, interfaces }) =>
    TIMED.test([purpose, ...responsibilities, interfaces].join("; ")),
  );
  // What keeps the times is none that runs.
  const timed = timing.find(({ name }) => WORKER.test(name)) ?? timing[0];
  if (!timed) return [];
  return [
    {
      kind: "overlapping-runs",
      question: `A run of ${timed.name} takes longer than the time to the next, one is missed, and the first meets data from before it was there. What happens in each case?`,
      place: timed.place,
      subjects: [timed.name, "run", "runs", "job", "schedule", "scheduled"],
      words: [
        "overlap",
        "one at a time",
        "at a time",
        "only one",
        "missed",
        "catch up",
        "catches up",
        "first run",
        "single instance",
        "leader",
        "lock",
        "skipped",
        "backfill",
        "from the beginning",
        "since the last",
      ],
    },
  ];
}

/** What the report says is there already and is to be changed meets the new design when that is rolled out. */
function releaseDay({ research, documents }: Model): Asked[] {
  const changed = research.existingInterfaces.find(({ cells }) =>
    Object.values(cells)
      .slice(1)
      .some(({ text }) => /^\W*(?:extend|change|replace|migrate|alter|rename|add a|add the|gets?)/i.test(text)),
  );
  const name = Object.values(changed?.cells ?? {})[0]?.text;
  if (!changed || !name || !documents.architecture) return [];
  return [
    {
      kind: "release-day",
      question: `On the day of release there are data and callers of ${name} from before. In which order is what rolled out, and what do old data and old callers meet?`,
      place: changed.place,
      subjects: [],
      words: [
        "migration",
        "migrate",
        "backfill",
        "expand and contract",
        "rollout",
        "rolled out",
        "old clients",
        "existing rows",
        "older clients",
        "backward compatible",
        "before the release",
        "feature flag",
        "deployed first",
        "default for existing",
        "stay valid",
      ],
    },
  ];
}
