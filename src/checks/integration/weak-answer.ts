import { subjectsOf } from "../../model/content/stems.ts";
import { answersOf, standings } from "../../model/requirements/answers.ts";
import { type CoverageRow, componentsIn, coverageRows } from "../../model/requirements/coverage.ts";
import type { Component, Model, Place, Requirement } from "../../model/types.ts";
import { shorten } from "../../text/shorten.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "weak-answer",
  category: "integration",
  severity: "warning",
  messages: {
    blanket: {
      text: '"{text}" names no part of the design that answers {ids}.',
      advice: "Name what does something about each of them: a component, an interface, a decision, an error.",
    },
    everything: {
      text: "One row claims {count} of {all} requirements.",
      advice: "Divide it: a row for the requirements that one part of the design answers, with that part.",
    },
    listed: {
      text: "{ids} only stand in a list: nothing in the design does something about {them}.",
      advice:
        "Cite them where a component, an interface, a flow or a decision answers them, or in a row of Requirements Coverage that names it.",
    },
    elsewhere: {
      text: '{named} has nothing to do with {id} ("{text}"), and {better} has.',
      advice: "Name the part that answers {id}, or say in its row what it does about it.",
    },
    misattributed: {
      text: '"{said}" cites {id} ("{text}"), and speaks of {better} ("{other}").',
      advice: "Cite the requirement that is answered here; where both are, cite both.",
    },
  },
  *run(model) {
    const rows = coverageRows(model).filter(({ empty }) => !empty);
    const told = new Set<CoverageRow>();
    for (const row of rows) {
      if (row.blanket) {
        told.add(row);
        yield { message: "blanket", place: row.place, arguments: { text: shorten(row.text), ids: list(row.ids) } };
      } else if (row.everything) {
        told.add(row);
        yield { message: "everything", place: row.place, arguments: { count: row.ids.length, all: model.requirements.length } };
      }
    }
    yield* misplaced(
      model,
      rows.filter((row) => !told.has(row)),
    );
    yield* listed(model);
    yield* misattributed(model);
  },
});

/** What is cited outside of the rows of coverage alone, in a place that lists: one finding for each such place. */
function* listed(model: Model) {
  const at = ({ file, line }: Place) => `${file}:${line}`;
  const rows = new Set(coverageRows(model).map(({ place }) => at(place)));
  const standing = standings(model);
  const byLine = new Map<string, { place: Place; ids: string[] }>();
  for (const { requirement, state, places, asked } of answersOf(model)) {
    const [first] = places;
    if (state !== "listed" || asked || !first || places.some(({ place }) => rows.has(at(place)))) continue;
    const { place } = places.find((each) => standing(each.place) === "lists") ?? first;
    const key = at(place);
    const line = byLine.get(key) ?? { place, ids: [] };
    line.ids.push(requirement.id);
    byLine.set(key, line);
  }
  for (const { place, ids } of byLine.values())
    yield { message: "listed" as const, place, arguments: { ids: list(ids), them: ids.length === 1 ? "it" : "them" } };
}

/** A row that names components of which none shares a word with the requirement, while another one shares many. */
function* misplaced(model: Model, rows: readonly CoverageRow[]) {
  const { components } = model.architecture;
  if (components.length < 3) return;
  const frequency = new Map<string, number>();
  const words = new Map(components.map((component) => [component, wordsOf(component)]));
  for (const own of words.values()) for (const word of own) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const weigh = (requirement: Requirement, component: Component) => {
    let score = 0;
    const own = words.get(component);
    for (const word of subjectsOf(requirement.text))
      if (own?.has(word) && (frequency.get(word) ?? 1) * 2 <= components.length) score += 1 / (frequency.get(word) ?? 1);
    return score;
  };
  const byId = new Map(model.requirements.map((requirement) => [requirement.id, requirement]));
  for (const row of rows) {
    const named = componentsIn(row.text, model);
    // A row that also names other things may answer by them.
    if (named.length === 0 || row.ids.length > 12) continue;
    const own = new Set(subjectsOf(row.text));
    for (const { name } of named) for (const word of subjectsOf(name)) own.delete(word);
    // By what it says beside the names it may answer as well.
    if (own.size > 0) continue;
    for (const id of row.ids) {
      const requirement = byId.get(id);
      if (!requirement || requirement.kind === "non-functional") continue;
      const best = Math.max(...named.map((component) => weigh(requirement, component)));
      const other = components
        .filter((component) => !named.includes(component))
        .map((component) => ({ component, score: weigh(requirement, component) }))
        .sort((a, b) => b.score - a.score)[0];
      if (!other || other.score < 1.6 || other.score < 4 * best || best > 0) continue;
      yield {
        message: "elsewhere" as const,
        place: row.place,
        related: other.component.place,
        arguments: {
          named: named.map(({ name }) => name).join(" and "),
          id,
          text: shorten(requirement.text),
          better: other.component.name,
        },
      };
      break;
    }
  }
}

/** The purpose of an interface that cites one requirement, shares nothing with it, and much with another one. */
function* misattributed(model: Model) {
  const frequency = new Map<string, number>();
  const words = model.requirements.map((requirement) => ({ requirement, own: subjectsOf(requirement.text) }));
  for (const { own } of words) for (const word of own) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  for (const { name, values } of model.backend.interfaces) {
    const { Purpose: purpose } = values;
    if (!purpose) continue;
    const cited = [
      ...new Set(
        model.mentions.filter(({ place }) => place.file === purpose.place.file && place.line === purpose.place.line).map(({ id }) => id),
      ),
    ];
    if (cited.length !== 1) continue;
    // The words of an address stand in many statements on what it leads to.
    const said = subjectsOf(name.includes("/") ? purpose.text : `${name} ${purpose.text}`);
    const score = (own: ReadonlySet<string>) => {
      let sum = 0;
      for (const word of said) if (own.has(word)) sum += 1 / (frequency.get(word) ?? 1);
      return sum;
    };
    const scored = words.map(({ requirement, own }) => ({ requirement, score: score(own) })).sort((a, b) => b.score - a.score);
    const [best] = scored;
    const claimed = scored.find(({ requirement }) => requirement.id === cited[0]);
    if (!best || !claimed || best.score < 0.7 || best.score < 3 * claimed.score) continue;
    // One or two words that happen to be rare in the PRD decide nothing.
    const shared = words.find(({ requirement }) => requirement === best.requirement)?.own;
    if ([...said].filter((word) => shared?.has(word)).length < LEAST_SHARED) continue;
    yield {
      message: "misattributed" as const,
      place: purpose.place,
      related: best.requirement.place,
      arguments: {
        said: shorten(purpose.text),
        id: claimed.requirement.id,
        text: shorten(claimed.requirement.text),
        better: best.requirement.id,
        other: shorten(best.requirement.text),
      },
    };
  }
}

/** So many words the purpose of an interface shares with the requirement that it is rather about. */
const LEAST_SHARED = 3;

function wordsOf({ name, purpose, responsibilities, interfaces }: Component): Set<string> {
  const words = new Set(subjectsOf([name, purpose, ...responsibilities, interfaces].join(" ")));
  // A writer writes, and a store stores.
  for (const word of subjectsOf(name)) words.add(word.replace(/(?:er|or)$/, ""));
  return words;
}

function list(ids: readonly string[]): string {
  return ids.length > 4 ? `${ids.slice(0, 3).join(", ")} and ${ids.length - 3} more` : ids.join(", ");
}
