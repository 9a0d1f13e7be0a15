import { family } from "../model/documents/families.ts";
import { cell } from "../model/documents/items.ts";
import { groupBy } from "../text/group.ts";
import { hasWord, nameKey } from "../text/names.ts";
import type { Source } from "./group.ts";
import { roleOf } from "./products.ts";
import type { Store, Told } from "./types.ts";

/** A data store, as one feature draws it. */
export type DrawnStore = Told & Pick<Store, "name" | "users" | "data" | "rationale" | "retention">;

/** @returns the data stores of a feature's system diagrams. */
export function readStores({ feature, model }: Source): DrawnStore[] {
  const { components, stack } = model.architecture;
  const own = new Set(components.map(({ name }) => nameKey(name)));
  const drawn = model.diagrams
    .filter(({ document, type }) => document === "architecture" && /^(?:flowchart|graph)/.test(type))
    .flatMap(({ nodes }) => nodes)
    .filter(({ layer, name }) => layer === "data" && !own.has(nameKey(name)));
  const overview = overviewOf(model.documents["data-design"]);
  const designed = storeOfDesign(
    drawn.map(({ name }) => name),
    overview,
  );
  return drawn.map(({ name, place }) => {
    const chosen = stack.find((row) => hasWord(cell(row, "Technology")?.text ?? "", withoutVersion(name)));
    const isDesigned = name === designed;
    return {
      name,
      feature,
      place,
      users: components.filter(({ dependencies }) => hasWord(dependencies, name)).map((component) => component.name),
      data: isDesigned ? model.entities.map((entity) => entity.name) : [],
      rationale: chosen ? (cell(chosen, "Justification")?.text ?? "") : "",
      retention: isDesigned ? retentionIn(overview) : "",
    };
  });
}

// What everybody calls a store that is nobody's in particular.
const NO_NAME =
  /^(?:the |main |primary |own |service |application |sql |relational |object |event )?(?:database|db|cache|store|storage|queue|broker|index|bucket|log)$/i;

/**
 * @returns every data store. Those of one name are one: an orders database is the same to all who draw it. A product and a
 *   common word are names of many, and so are one for each owner; designs that nobody owns share theirs.
 */
export function gatherStores(all: readonly DrawnStore[]): Store[] {
  const isCommon = (name: string) => NO_NAME.test(name) || roleOf(name.replace(/[\s\d.]{1,20}$/, "")) !== undefined;
  const groups = groupBy(all, ({ name, feature }) => (isCommon(name) ? `${nameKey(name)} ${feature.owner}` : nameKey(name)));
  return [...groups].map(([key, told]) => ({
    key,
    name: told[0]?.name ?? "",
    owner: ownersOf(told),
    users: [...new Set(told.flatMap(({ users }) => users))],
    data: [...new Set(told.flatMap(({ data }) => data))],
    rationale: [...new Set(told.map(({ rationale }) => rationale).filter(Boolean))].join("; "),
    retention: [...new Set(told.map(({ retention }) => retention).filter(Boolean))].join(" "),
    told,
  }));
}

function ownersOf(told: readonly DrawnStore[]): string {
  const stated = told.map(({ feature }) => feature.owner).filter(Boolean);
  const owners = stated.length > 0 ? stated : told.map(({ feature }) => feature.name.slice(feature.name.indexOf("/") + 1));
  return [...new Set(owners)].join(", ");
}

/** What the data design says first: what is stored, where, and for how long. */
function overviewOf(design: Parameters<typeof family>[0]): string {
  const sections = family(design, "overview").flatMap(({ sections }) => sections);
  return sections
    .flatMap(({ paragraphs, lists }) => [...paragraphs, ...lists.flatMap(({ items }) => items)].map(({ text }) => text))
    .join(" ");
}

/** The store that the data design speaks of, by its name or its product; otherwise the first that is drawn. */
function storeOfDesign(names: readonly string[], overview: string): string | undefined {
  if (overview === "") return undefined;
  return names.findLast((name) => hasWord(overview, name)) ?? names.find((name) => hasWord(overview, withoutVersion(name))) ?? names[0];
}

const KEPT = /\b(?:kept|keeps|retained|removed|deleted|purged|archived|expires?|dropped)\b/i;

function retentionIn(overview: string): string {
  const sentences = overview.split(/(?<=[.!?])\s+(?=[A-Z])/);
  return sentences.filter((sentence) => KEPT.test(sentence) && /\d|until|when\b/.test(sentence)).join(" ");
}

function withoutVersion(name: string): string {
  return name.replace(/\s{1,9}v?\d[\d.]{0,40}$/, "").trim();
}
