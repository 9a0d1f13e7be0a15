import { checklistFrom, marksOf } from "../checks/checklist.ts";
import { formatKey } from "../feature/key.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { Family, JudgedFacts } from "../system/feature-facts.ts";
import { listOf, type Shape, text } from "./shape.ts";
import { FACTS, isAcrossVerdict, isVerdict } from "./shapes.ts";
import type { AcrossVerdict, PackedFacts, Verdict } from "./types.ts";

/**
 * Verdicts and facts as JSON on one line: so threads hand them over, and so they are kept. Half of their bytes would be
 * the feature and the files that every single fact names; both are written once.
 */
interface Packed {
  files: string[];
  body: unknown;
}

/** What was kept is whole, and yet nothing that groundplan has written. */
export class Senseless extends Error {}

const areTexts = listOf(text);

/** Stands for the feature itself, wherever a fact names it. */
const SELF = 0;

export function packVerdict(verdict: Verdict): string {
  return pack({ ...verdict, checklist: marksOf(verdict.checklist) });
}

/** @throws Senseless where the line is no verdict of the feature */
export function unpackVerdict(line: string, { epic, feature }: FeatureKey): Verdict {
  const verdict = trust(() => unpack(line), isVerdict);
  if (verdict.key.epic !== epic || verdict.key.feature !== feature) throw new Senseless();
  return { ...verdict, checklist: checklistFrom(verdict.checklist) };
}

export function packFacts({ feature, ...facts }: JudgedFacts): PackedFacts {
  return Object.fromEntries(Object.entries(facts).map(([family, own]) => [family, pack({ feature, facts: own }, feature)])) as PackedFacts;
}

/** @throws Senseless where the line does not hold this family of the facts of the feature */
export function unpackFacts<Name extends Family>(line: string, family: Name, key: FeatureKey): JudgedFacts[Name] {
  const { feature, facts } = trust(() => unpack(line), FACTS[family]);
  if (feature.name !== formatKey(key)) throw new Senseless();
  return facts;
}

/** @throws Senseless where the line does not say what is found across features */
export function unpackAcross(line: string): AcrossVerdict {
  return trust(() => JSON.parse(line), isAcrossVerdict);
}

function trust<Value>(read: () => unknown, isValue: Shape<Value>): Value {
  try {
    const value = read();
    if (isValue(value)) return value;
  } catch {
    // No JSON, no files, or nested deeper than can be followed.
  }
  throw new Senseless();
}

function pack(body: object, self?: object): string {
  const files: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (file: string): number => {
    const number = numbers.get(file) ?? files.push(file) - 1;
    numbers.set(file, number);
    return number;
  };
  const shorten = function (this: unknown, name: string, value: unknown): unknown {
    if (name === "file" && typeof value === "string") return numberOf(value);
    return value === self && this !== body && self !== undefined ? SELF : value;
  };
  const packed = JSON.stringify(body, shorten);
  return `{"files":${JSON.stringify(files)},"body":${packed}}`;
}

function unpack(line: string): unknown {
  const { files, body } = JSON.parse(line) as Packed;
  const self = (body as { feature?: unknown }).feature;
  restore(body, areTexts(files) ? files : [], self);
  return body;
}

function restore(value: unknown, files: readonly string[], self: unknown): void {
  if (Array.isArray(value)) for (const part of value) restore(part, files, self);
  else if (typeof value === "object" && value !== null) {
    const record = value as Record<string, unknown>;
    for (const name of Object.keys(record)) {
      const part = record[name];
      if (name === "file" && typeof part === "number") record[name] = files[part];
      else if (name === "feature" && part === SELF) record[name] = self;
      else if (typeof part === "object") restore(part, files, self);
    }
  }
}
