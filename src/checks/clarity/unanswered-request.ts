import type { Diagram, DiagramArrow } from "../../model/types.ts";
import { defineCheck } from "../define.ts";

/** Parties that take what is sent to them and answer nobody. */
const TAKES =
  /\b(?:queues?|topics?|broker|bus|stream|log|kafka|rabbitmq|nats|sqs|sns|pub\/?sub|outbox|mail(?:box)?|webhooks?|monitoring|metrics)\b/i;

export default defineCheck({
  id: "unanswered-request",
  category: "clarity",
  severity: "warning",
  messages: {
    unanswered: {
      text: 'Expected an answer of "{to}" to "{from}" after "{text}": nothing comes back in this flow.',
      advice: "Draw the answer with a dotted arrow (-->>), or the request with an open one (-)) where nobody waits for an answer.",
    },
  },
  *run({ diagrams }) {
    for (const diagram of diagrams) {
      if (diagram.type !== "sequenceDiagram") continue;
      for (const { from, to, text, place } of unanswered(diagram)) {
        yield { message: "unanswered", place, arguments: { from: from.name, to: to.name, text } };
      }
    }
  },
});

/** Requests whose own words ask for something; the others may be orders, which a sketch of a flow need not acknowledge. */
const ASKS =
  /^(?:\W|\d|then|and)*(?:GET|HEAD)\b|^(?:\W|\d|then\s|and\s)*(?:gets?|reads?|fetch(?:es)?|loads?|look(?:s|ed)? up|quer(?:y|ies)|finds?|lists?|asks?|checks?|verif(?:y|ies)|validates?|requests?|searche?s?|counts?|who|what|which|is|are|has|may)\b/i;

/**
 * @returns the first request of each pair of parties that gets no answer later on, where one is owed: to the person
 * who begins the flow, and to whoever asks for something. A flow that draws no answers at all draws them nowhere.
 */
function unanswered({ nodes, arrows }: Diagram): DiagramArrow[] {
  if (!arrows.some(({ kind }) => kind === "reply")) return [];
  const silent = new Set(
    nodes.filter(({ name, role, layer }) => role === "store" || layer === "data" || TAKES.test(name)).map(({ id }) => id),
  );
  const begins = nodes.find(({ id, role }) => role === "actor" && id === arrows[0]?.from.id)?.id;
  const told = new Set<string>();
  return arrows.filter(({ from, to, kind, text }, index) => {
    const pair = `${from.id}\n${to.id}`;
    if (kind !== "call" || from.id === to.id || silent.has(to.id) || told.has(pair)) return false;
    const later = arrows.slice(index + 1);
    const isOwed =
      from.id === begins ? !later.some((arrow) => arrow.to.id === begins) : ASKS.test(text) && !isAnswered(later, from.id, to.id);
    if (isOwed) told.add(pair);
    return isOwed;
  });
}

function isAnswered(later: readonly DiagramArrow[], asker: string, asked: string): boolean {
  return later.some(({ from, to }) => from.id === asked && to.id === asker);
}
