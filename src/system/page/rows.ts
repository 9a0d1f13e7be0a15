import { groupBy } from "../../text/group.ts";
import { nameKey } from "../../text/names.ts";
import { agrees } from "../technologies.ts";
import type { EventParty, System, Technology } from "../types.ts";
import { code, plain, sources } from "./markdown.ts";

/** Each system that somebody talks to, with who provides it where that is known. */
export function integrationRows({ integrations, components }: System, overview: string): string[][] {
  return [...groupBy(integrations, ({ system }) => nameKey(system))].map(([key, rows]) => {
    const provider = components.find((component) => component.key === key);
    return [
      plain(rows[0]?.system ?? ""),
      [...new Set(rows.map(({ boundary }) => boundary))].join(", "),
      provider ? sources(provider.described, overview) : "",
      sources(rows, overview),
    ];
  });
}

/** Each event with its senders and takers. */
export function eventRows({ events }: System, overview: string): string[][] {
  const names = (parties: readonly EventParty[]) => [...new Set(parties.map(({ name }) => plain(name)))].join(", ");
  return events.map(({ name, producers, consumers }) => [
    code(name),
    names(producers),
    names(consumers),
    sources([...producers, ...consumers], overview),
  ]);
}

/** Each technology; the last cell says what contradicts it. */
export function technologyRows({ technologies }: System, overview: string): string[][] {
  return technologies.map((technology) => {
    const { product, choices } = technology;
    const versions = new Set(choices.map(({ version, open }) => `${version}${open ? " or later" : ""}`).filter(Boolean));
    return [
      plain(product),
      [...versions].join(", "),
      [...new Set(choices.map(({ layer }) => plain(layer)))].join(", "),
      sources(choices, overview),
      disagreements(technology, technologies).join("; "),
    ];
  });
}

function disagreements({ key, role, choices }: Technology, all: readonly Technology[]): string[] {
  const twoVersions = choices.some((choice) => choices.some((other) => !agrees(choice, other)));
  const rivals =
    role === undefined ? [] : all.filter((other) => other.role === role && other.key !== key).map(({ product }) => plain(product));
  return [...(twoVersions ? ["versions differ"] : []), ...(rivals.length > 0 ? [`${role}, beside ${rivals.join(", ")}`] : [])];
}
