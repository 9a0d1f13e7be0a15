import type { Model } from "../../../src/core.ts";
import { lastDrawn, sequenceDiagrams, sourceOf } from "../components.ts";
import { HERE, insert, mutant, replace } from "../edit.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** In a flow that a person begins, every answer to that person is lost. */
function* forgetThePerson(model: Model): Generator<Mutant> {
  const { architecture } = model.documents;
  for (const diagram of sequenceDiagrams(model)) {
    const [first, ...later] = diagram.arrows;
    const begins = diagram.nodes.find(({ id, role }) => role === "actor" && id === first?.from.id)?.id;
    const others = later.some(({ kind, to }) => kind === "reply" && to.id !== begins);
    const asked = new Set(diagram.arrows.filter(({ from, kind }) => from.id === begins && kind === "call").map(({ to }) => to.id));
    if (!architecture || begins === undefined || !others || asked.size !== 1) continue;
    const { start, text } = sourceOf(architecture, diagram);
    const lost = new RegExp(`^.*-->>[+-]?${begins}:.*\\n?`, "gm");
    if (!lost.test(text)) continue;
    const left = text.replace(lost, "");
    // A branch that has lost its only line is no branch.
    if (/^ *(?:alt|else|opt|loop)\b.*\n *(?:else|end)\b/m.test(left)) continue;
    const marked = left.replace(new RegExp(`^( *)(${begins}->>)`, "m"), `$1${HERE}$2`);
    yield mutant(`no answer to ${begins} in "${diagram.section}"`, [architecture, replace({ start, end: start + text.length }, marked)]);
  }
}

/** A question that nobody answers, at the end of a flow that draws answers. */
function* askInVain(model: Model): Generator<Mutant> {
  const { architecture } = model.documents;
  for (const diagram of sequenceDiagrams(model)) {
    const parts = diagram.nodes.filter(
      ({ role, name }) => role === "part" && /^[A-Z]\w+ (?:API|Service|Manager|Worker|CLI|Guide|Adapter)$/.test(name),
    );
    const pair = parts.flatMap((from) => parts.flatMap((to) => (from.id < to.id ? [[from, to] as const] : [])))[0];
    if (!architecture || !pair || !diagram.arrows.some(({ kind }) => kind === "reply")) continue;
    for (const question of ["read the current state", "GET /state", "look up the last outcome", "verify the amount"])
      yield mutant(`"${question}" in "${diagram.section}"`, [
        architecture,
        insert(lastDrawn(architecture, diagram), `\n${HERE}  ${pair[0].id}->>${pair[1].id}: ${question}`),
      ]);
  }
}

/** The line on which an answer is drawn is lost. */
function* loseAnswers(model: Model): Generator<Mutant> {
  const { architecture } = model.documents;
  for (const diagram of sequenceDiagrams(model)) {
    if (!architecture) continue;
    const { start, text } = sourceOf(architecture, diagram);
    for (const { from, to, text: asked, kind } of diagram.arrows) {
      if (kind !== "call" || !/^(?:read|look up|get|verify)/i.test(asked)) continue;
      const answers = diagram.arrows.filter((arrow) => arrow.from.id === to.id && arrow.to.id === from.id);
      if (answers.length !== 1 || diagram.arrows.filter((arrow) => arrow.kind === "reply").length < 2) continue;
      const answer = new RegExp(`^ *${to.id}-->>${from.id}:.*\\n?`, "m");
      const request = `${from.id}->>${to.id}: ${asked}`;
      if (!answer.test(text) || !text.includes(request)) continue;
      const left = text.replace(answer, "").replace(request, `${HERE}${request}`);
      yield mutant(`no answer to "${asked}"`, [architecture, replace({ start, end: start + text.length }, left)]);
    }
  }
}

const ALSO = ["line-count"];

export default defineOperators("unanswered-request", [
  { name: "forget-the-person", apply: forgetThePerson, alsoExpected: ALSO },
  { name: "ask-in-vain", apply: askInVain, alsoExpected: ALSO },
  { name: "lose-answers", apply: loseAnswers, alsoExpected: ALSO },
]);
