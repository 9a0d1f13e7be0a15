import { cell } from "../model/documents/items.ts";
import type { Row } from "../model/types.ts";
import { groupBy } from "../text/group.ts";
import { hasWord } from "../text/names.ts";
import type { Source } from "./group.ts";
import { productKey, roleOf, withoutMaker } from "./products.ts";
import type { Choice, Technology } from "./types.ts";

/** @returns the technologies of a feature's stack. */
export function readChoices(source: Source): Choice[] {
  return source.model.architecture.stack.flatMap((row) => choicesOf(row, source));
}

/** @returns every technology, with the features that use it. */
export function gatherTechnologies(choices: readonly Choice[]): Technology[] {
  return [...groupBy(choices, ({ product }) => productKey(product))].map(([key, own]) => {
    const product = own[0]?.product ?? "";
    return { key, product, role: roleOf(product), choices: own };
  });
}

function choicesOf(row: Row, { feature, model }: Source): Choice[] {
  const decisions = model.architecture.decisions.flatMap(({ cells }) => Object.values(cells).map(({ text }) => text)).join(" ");
  const layer = cell(row, "Layer")?.text ?? Object.values(row.cells)[0]?.text ?? "";
  const technology = cell(row, "Technology")?.text ?? Object.values(row.cells)[1]?.text ?? "";
  return splitStack(technology).map((part) => {
    const { product, version, open } = readProduct(part);
    return { feature, place: row.place, product, version, open, layer, decided: hasWord(decisions, withoutMaker(product)) };
  });
}

/** "Spring Boot 3.3 on Java 21; Flyway" names three. A scoped package keeps its slash. */
function splitStack(text: string): string[] {
  return text
    .replace(/\([^)]{0,300}\)/g, " ")
    .replace(/(?<!\s)\s+or\s+(?:later|newer|higher|above)\b/gi, "+")
    .split(/[,;]|(?<!@[\w.-]*)\/|\s(?:and|on|with|over|via|for|in|plus)\s/)
    .map((part) => part.trim())
    .filter((part) => /^(?:[A-Z@]|[a-z].*\d)/.test(part));
}

/** Takes name and version apart; what stands behind a version ("PostgreSQL 16 row locks") is no part of the name. */
function readProduct(text: string): { product: string; version: string; open: boolean } {
  const [, product, version, open] = /^(.*?\S)[\s@]{1,20}v?(\d+(?:\.\d+)*)(\.x|\+|\s*\+)?(?!\w)/.exec(text) ?? [];
  if (product === undefined || version === undefined) return { product: text, version: "", open: false };
  return { product, version, open: open !== undefined };
}

/** @returns whether two versions can be one: 16 and 16.2 can, 15 and 16 cannot, "20.19 or later" takes in 22. */
export function agrees(a: Choice, b: Choice): boolean {
  if (a.version === "" || b.version === "") return true;
  const [left, right] = [a, b].map(({ version }) => version.split(".").map(Number)) as [number[], number[]];
  const length = Math.min(left.length, right.length);
  const at = left.slice(0, length).findIndex((part, index) => part !== right[index]);
  if (at === -1) return true;
  const newer = (left[at] ?? 0) > (right[at] ?? 0) ? b : a;
  return newer.open;
}
