import type { Model, Requirement } from "../../core.ts";
import { gap } from "./markdown.ts";

const COMMON = new Set(
  "must shall should will with from that this which when then have been each every only their they them into over after before within without other than and the for are not can may system user users service".split(
    " ",
  ),
);

/** @returns rows of the coverage table: requirements answered by the same part stand together. */
export function coverageRows(model: Model): string[][] {
  const parts = partsOf(model);
  const groups = new Map<string, string[]>();
  for (const requirement of model.requirements) {
    const part = partFor(requirement, parts);
    groups.set(part, [...(groups.get(part) ?? []), requirement.id]);
  }
  return [...groups].map(([part, ids]) => [ids.join(", "), part]);
}

interface DesignPart {
  name: string;
  words: Set<string>;
  text: string;
}

/** What the inputs say of components and interfaces is what requirements are matched with. */
function partsOf({ research, contracts }: Model): DesignPart[] {
  const components = research.components.map(({ name, purpose, responsibilities, interfaces }) =>
    part(name, [purpose, ...responsibilities, interfaces]),
  );
  const interfaces = contracts.interfaces.map(({ name, values }) =>
    part(
      `\`${name}\``,
      Object.values(values).map(({ text }) => text),
    ),
  );
  return [...components, ...interfaces];
}

function part(name: string, texts: readonly string[]): DesignPart {
  const text = [name, ...texts].join(" ");
  return { name, words: wordsOf(text), text };
}

/** @returns the component whose stated duties share most words with a step; undefined where none does. */
export function performerOf(step: string, { research }: Model): string | undefined {
  return bestMatch(
    step,
    research.components.map(({ name, purpose, responsibilities }) => part(name, [purpose, ...responsibilities])),
  );
}

/** A match needs two words in common; the first of equals wins. */
function bestMatch(text: string, parts: readonly DesignPart[]): string | undefined {
  const words = wordsOf(text);
  const scored = parts.map(({ name, words: own }) => ({ name, shared: [...words].filter((word) => own.has(word)).length }));
  const best = scored.reduce((top, candidate) => (candidate.shared > top.shared ? candidate : top), { name: "", shared: 1 });
  return best.shared > 1 ? best.name : undefined;
}

function partFor({ id, text, kind }: Requirement, parts: readonly DesignPart[]): string {
  const citing = parts.find((candidate) => new RegExp(`\\b${id.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\b`).test(candidate.text));
  if (citing) return citing.name;
  const best = bestMatch(text, parts);
  if (best !== undefined) return best;
  return kind === "non-functional" ? "Every component, as a constraint" : gap("which part of the design answers these requirements");
}

/** Words of four letters and more, without their plural. */
function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}]{4,}/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)).map((word) => word.replace(/(?:es|s|ed|ing)$/, "")));
}
