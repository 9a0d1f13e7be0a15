import { groupBy } from "../text/group.ts";
import { interfaceKey } from "../text/names.ts";
import type { Source } from "./group.ts";
import type { SystemInterface } from "./types.ts";

/** An interface, as one feature claims it. */
export type ClaimedInterface = SystemInterface["claims"][number] & Pick<SystemInterface, "key" | "name" | "kind">;

/** @returns the endpoints, functions and commands of a backend design; events are read apart. */
export function readInterfaces({ feature, model }: Source): ClaimedInterface[] {
  const { research, backend } = model;
  const stated = [
    ...research.existingInterfaces.flatMap(({ cells }) => Object.values(cells).map(({ text }) => text)),
    ...Object.values(backend.codebase).map(({ text }) => text),
  ].join("\n");
  const existing = new Set([...stated.matchAll(ENDPOINT)].map(([name]) => interfaceKey(name)));
  return backend.interfaces
    .filter(({ kind }) => kind !== "service")
    .map(({ name, kind, place }) => {
      const key = interfaceKey(name);
      return {
        key: `${kind} ${key}`,
        name,
        kind,
        feature,
        place,
        extends: existing.has(key) || (kind !== "api" && stated.includes(name)),
      };
    });
}

/** @returns every interface, with the features that claim it. */
export function gatherInterfaces(all: readonly ClaimedInterface[]): SystemInterface[] {
  return [...groupBy(all, ({ key }) => key)].map(([key, claims]) => ({
    key,
    name: claims[0]?.name ?? "",
    kind: claims[0]?.kind ?? "api",
    claims: claims.map(({ feature, place, extends: takes }) => ({ feature, place, extends: takes })),
  }));
}

const ENDPOINT = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+\/[^\s,;)`|]*/g;
