import { textOf } from "../../model/agreement/parameters.ts";
import { enumValues } from "../../model/data-types/enumerations.ts";
import type { DataField, Model } from "../../model/types.ts";
import { hasWord, nameKey } from "../../text/names.ts";
import type { Asked } from "./types.ts";

const STATUS = /(?:status|state|phase|stage)$/;
const EXPIRY = /^(?:expires?(?:at|on|in)?|expiry|expiration|(?:valid|held|leased?|locked)until|ttl|deadline)$/;
const CHANGING = /^(?:POST|PUT|PATCH|DELETE)\s/;

/** A field that says how far a record is. */
interface Status {
  name: string;
  field: DataField;
  values: readonly string[];
}

/** @returns what happens to the state that a design keeps: two writers, steps that nobody may take, holds that run out, copies that are old */
export function hazardsOfState(model: Model): Asked[] {
  return [...statuses(model).flatMap((status) => hazardsOfStatus(model, status)), ...holds(model), ...copies(model)];
}

/** One for each list of values, which a page and its entry share: of the structures that have it, the one with most fields is the record. */
function statuses({ backend }: Model): Status[] {
  const found = new Map<string, Status>();
  for (const { name, fields } of backend.structures)
    for (const field of fields) {
      const listed = field.dataType.values.length > 0 ? field.dataType.values : (enumValues(field.validation) ?? []);
      const key = listed.map(nameKey).sort().join(" ");
      if (STATUS.test(nameKey(field.name)) && listed.length > 2 && !found.has(key))
        found.set(key, { name: recordOf(backend.structures, key) ?? name, field, values: listed });
    }
  return [...found.values()];
}

function recordOf(structures: Model["backend"]["structures"], key: string): string | undefined {
  const having = structures.filter(({ fields }) =>
    fields.some(({ dataType }) => dataType.values.length > 2 && dataType.values.map(nameKey).sort().join(" ") === key),
  );
  return having.toSorted((a, b) => b.fields.length - a.fields.length)[0]?.name;
}

function hazardsOfStatus(model: Model, { name, field, values }: Status): Asked[] {
  const writers = writersOf(model, name);
  const isStored = model.entities.some(({ columns }) => columns.some((column) => nameKey(column.name) === nameKey(field.name)));
  // A result that is computed is no state that anybody changes.
  if (writers.length === 0 && !isStored) return [];
  const transitions: Asked = {
    kind: "transitions",
    question: `${name}.${field.name} may be ${listed(values)}. From which to which may it go, who may take each step, and what does a step get that is not allowed?`,
    place: field.place,
    subjects: [name, field.name, ...values],
    words: [
      "transition",
      "state machine",
      "only from",
      "may go",
      "may become",
      "terminal",
      "not allowed",
      ...values.flatMap((value) => [`not ${value}`, `already ${value}`]),
      "refuses a",
      "only while",
      "no longer",
    ],
  };
  if (writers.length < 2) return [transitions];
  const [first = "", second = ""] = writers;
  return [
    {
      kind: "concurrent-writers",
      question: `${first} and ${second} both change ${name}. Which wins when both do at once, and what does the other get?`,
      place: field.place,
      subjects: [],
      words: [
        "row lock",
        "locks the",
        "lock the",
        "optimistic",
        "etag",
        "if-match",
        "version column",
        "compare and set",
        "compare-and-set",
        "conflict",
        "for update",
        "serializable",
        "advisory lock",
        "single writer",
        "unique constraint",
        "stale version",
        "atomic update",
        "lease",
        "fencing",
      ],
    },
    transitions,
  ];
}

/** Interfaces that change a record, and workers that take part in it. */
function writersOf({ backend, architecture }: Model, name: string): string[] {
  const changing = backend.interfaces.filter(
    (item) => (item.kind === "api" ? CHANGING.test(item.name) : item.kind === "service") && hasWord(textOf(item), name),
  );
  const workers = architecture.components.filter(
    ({ name: own, responsibilities, purpose }) =>
      /\b(?:worker|relay|job|scheduler|consumer|processor|sweeper)s?\b/i.test(own) &&
      hasWord([purpose, ...responsibilities].join(" ").toLowerCase(), name.toLowerCase()),
  );
  return [...changing.map((item) => item.name), ...workers.map((item) => item.name)];
}

function listed(values: readonly string[]): string {
  return values.length <= 6
    ? `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`
    : `${values.slice(0, 5).join(", ")} or one of ${values.length - 5} more`;
}

function holds({ backend }: Model): Asked[] {
  return backend.structures.flatMap(({ name, fields }) => {
    const field = fields.find((each) => EXPIRY.test(nameKey(each.name)));
    if (!field) return [];
    return [
      {
        kind: "expiring-hold",
        question: `${name} runs out (${field.name}) while what it was made for is still under way. What becomes of both, and of an answer that comes later?`,
        place: field.place,
        subjects: [name, field.name],
        words: [
          "runs out while",
          "expires while",
          "still under way",
          "after it expired",
          "after expiry",
          "expired",
          "extend",
          "renew",
          "released",
          "late",
          "too late",
          "grace",
        ],
      },
    ];
  });
}

/** What keeps a copy of what changes elsewhere. */
function copies({ architecture }: Model): Asked[] {
  const cache = architecture.components.find(({ name }) => /\bcache\b/i.test(name));
  const drawn = architecture.stack.find(({ cells }) => Object.values(cells).some(({ text }) => /\b(?:cache|caching)\b/i.test(text)));
  const place = cache?.place ?? drawn?.place;
  if (!place) return [];
  return [
    {
      kind: "stale-copy",
      question: `After a change, who still reads the old value from ${cache?.name ?? "the cache"}, for how long, and who may not?`,
      place,
      subjects: ["cache", "cached", ...(cache ? [cache.name] : [])],
      words: ["invalidate", "evict", "expire", "ttl", "stale", "seconds old", "refresh", "write-through", "after each write", "at most"],
    },
  ];
}
