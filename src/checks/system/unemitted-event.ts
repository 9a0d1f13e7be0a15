import { closest } from "../../text/names.ts";
import { defineSystemCheck } from "../define.ts";

export default defineSystemCheck({
  id: "unemitted-event",
  category: "system",
  severity: "error",
  messages: {
    misspelt: { text: 'Unexpected event "{name}": {consumer} consumes it, and nobody emits it.', advice: 'Did you mean "{suggestion}"?' },
    nobody: {
      text: 'Unexpected event "{name}": {consumer} consumes it, and nobody emits it.',
      advice:
        "Specify it in the feature that emits it, or name the system that it comes from among the integrations or the existing interfaces.",
    },
  },
  *survey({ events }) {
    const emitted = events.filter(({ producers }) => producers.length > 0).map(({ name }) => name);
    for (const { name, producers, consumers, sourced } of events) {
      if (producers.length > 0 || sourced) continue;
      const suggestion = closest(name, emitted);
      const told = new Set<string>();
      for (const { name: consumer, feature, place } of consumers) {
        if (told.has(feature.name)) continue;
        told.add(feature.name);
        if (suggestion) yield { message: "misspelt", place, arguments: { name, consumer, suggestion } };
        else yield { message: "nobody", place, arguments: { name, consumer } };
      }
    }
  },
});
