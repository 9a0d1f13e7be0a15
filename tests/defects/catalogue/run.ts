import { readdirSync, readFileSync } from "node:fs";
import { readCatalogue } from "../../../src/context/patterns/catalogue.ts";
import { DEFAULTS, reviewCatalogue } from "../../../src/core.ts";
import { CATALOGUE_OPERATORS, type CatalogueMutant, type CatalogueOperator } from "./operators.ts";

const FOLDER = DEFAULTS.patterns;
const TODAY = "2026-11-30";

/** @returns the texts of the catalogue by file name. */
export function readTexts(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith(".md"))
      .sort()
      .map((name) => [name, readFileSync(`${FOLDER}/${name}`, "utf8")]),
  );
}

/** @returns what the checks say of a catalogue, as `check file:line`. */
export function judgeCatalogue(texts: Readonly<Record<string, string>>, today = TODAY): string[] {
  const sources = Object.entries(texts).map(([name, text]) => ({ file: `${FOLDER}/${name}`, text }));
  const isIndex = ({ file }: { file: string }) => file.endsWith("/README.md");
  const catalogue = readCatalogue(
    sources.filter((source) => !isIndex(source)),
    sources.find(isIndex),
  );
  return reviewCatalogue(catalogue, DEFAULTS, today).map(
    ({ check, place }) => `${check} ${place.file.slice(FOLDER.length + 1)}:${place.line}`,
  );
}

/** @returns why a mutant is not told as it should be; nothing where it is. */
export function flawOf({ check, alsoExpected = [] }: CatalogueOperator, { texts, today, file, line }: CatalogueMutant): string | undefined {
  const told = judgeCatalogue(texts, today);
  const expected = `${check} ${file}:${line}`;
  if (!told.includes(expected)) return `expected ${expected}; reported: ${told.join(", ") || "nothing"}`;
  const extras = told.filter((one) => one !== expected && one.split(" ")[0] !== check && !alsoExpected.includes(one.split(" ")[0] ?? ""));
  return extras.length > 0 ? `beside: ${extras.join(", ")}` : undefined;
}

/** Seeds every defect into the catalogue; its text ends with the figure. */
export function evaluateCatalogue(): { text: string; passed: boolean } {
  const texts = readTexts();
  const clean = judgeCatalogue(texts);
  const results = CATALOGUE_OPERATORS.flatMap((operator) =>
    operator.apply(texts).map((mutant) => ({ operator, mutant, flaw: flawOf(operator, mutant) })),
  );
  const flaws = results.filter(({ flaw }) => flaw !== undefined);
  const idle = CATALOGUE_OPERATORS.filter((operator) => !results.some((result) => result.operator === operator));
  const lines = [
    ...flaws.map(({ operator, mutant, flaw }) => `  ${operator.check}/${operator.name}, ${mutant.label}: ${flaw}`),
    ...idle.map(({ check, name }) => `  ${check}/${name} fits nowhere`),
    `catalogue: ${results.length} mutants of ${CATALOGUE_OPERATORS.length} operators, ${flaws.length} not told as they should be, ${clean.length} findings on the clean one`,
  ];
  return { text: lines.join("\n"), passed: flaws.length + idle.length + clean.length === 0 };
}
