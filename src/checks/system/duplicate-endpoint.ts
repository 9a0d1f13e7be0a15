import { defineSystemCheck } from "../define.ts";

export default defineSystemCheck({
  id: "duplicate-endpoint",
  category: "system",
  severity: "error",
  messages: {
    twice: {
      text: "Unexpected {kind} {name}: {other} specifies it too.",
      advice: "Give it to one feature. A feature that extends it says so: list it among the existing interfaces of the research report.",
    },
  },
  *survey({ interfaces }) {
    for (const { name, kind, claims } of interfaces) {
      const [first, ...others] = claims.filter((claim) => !claim.extends);
      if (!first) continue;
      for (const { feature, place } of others)
        if (feature.name !== first.feature.name)
          yield { message: "twice", place, related: first.place, arguments: { kind: WORDS[kind], name, other: first.feature.name } };
    }
  },
});

const WORDS = { api: "endpoint", library: "function", cli: "command", service: "event" } as const;
