import { type Interface, type InterfaceKind, interfaceKey, statedIn, type Value } from "../../core.ts";
import type { Request } from "./composer.ts";
import { blocks, code, gap, table } from "./markdown.ts";
import { from } from "./origins.ts";
import { missingParts, statedParts } from "./stated-parts.ts";

/** An interface with the lines of each of its parts; a part that nobody states has none. */
interface Specified {
  name: string;
  parts: ReadonlyMap<string, readonly string[]>;
}

/** @returns the interfaces of one kind, as agreed and as far as the PRD states them; what nobody states is one question */
export function interfaces(request: Request, kind: InterfaceKind): string[] {
  const { model, layout, labels } = request;
  const agreed = new Map(model.contracts.interfaces.filter((item) => item.kind === kind).map((item) => [interfaceKey(item.name), item]));
  const stated = statedIn(model).interfaces.filter((one) => one.kind === kind);
  const inOrder = [...stated].sort((a, b) => Number(agreed.has(interfaceKey(b.name))) - Number(agreed.has(interfaceKey(a.name))));
  if (inOrder.length === 0) return [];
  const own = inOrder.map((one, index): Specified => {
    const contract = agreed.get(interfaceKey(one.name));
    const parts = statedParts(model, one, inOrder.slice(0, index), labels);
    return { name: contract?.name ?? one.name, parts: new Map([...parts, ...contractParts(contract, labels)]) };
  });
  const missing = missingParts(
    labels,
    own.map(({ parts }) => parts),
  );
  const question = missing === "" ? [] : [gap(`not stated of ${own.length === 1 ? "this interface" : "these interfaces"}: ${missing}`)];
  return blocks(question, specified(own, labels, layout.interfaces, missing !== ""));
}

/** What the contracts agree of an interface stands as it is there. */
function contractParts(contract: Interface | undefined, labels: readonly string[]): [label: string, lines: string[]][] {
  if (!contract) return [];
  return labels.flatMap((label) => {
    const lines = linesOf(contract.values[label]);
    return lines.join("") === "" ? [] : [[label, lines]];
  });
}

/** Its own text, then its items. */
function linesOf(value: Value | undefined): string[] {
  if (!value) return [];
  const flat = (source: string) => source.replace(/(?<!\s)\s*\n\s*/g, " ");
  const own = flat(value.source);
  const first = own === "" ? own : from(own, value.place);
  return [first, ...value.items.map(({ source, place }) => from(flat(source), place))].slice(
    own === "" && value.items.length === 0 ? 1 : 0,
  );
}

/** @param asked what is missing is asked once for all of them, and left out of each */
function specified(all: readonly Specified[], labels: readonly string[], form: "headings" | "compact" | "table", asked = false): string[] {
  const open = (label: string) => (asked ? "" : gap(label.toLowerCase()));
  if (form === "table")
    return table(
      ["Name", ...labels],
      all.map(({ name, parts }) => [code(name), ...labels.map((label) => inline(parts.get(label) ?? []) || open(label))]),
    );
  return blocks(
    ...all.map(({ name, parts }) => {
      const lines = labels.flatMap((label) => {
        const own = parts.get(label) ?? [];
        if (own.length === 0) return asked ? [] : [`- **${label}**: ${open(label)}`];
        return form === "compact" ? [`- **${label}**: ${inline(own)}`] : listField(label, own);
      });
      return blocks([`#### ${name}`], lines);
    }),
  );
}

function inline([own = "", ...items]: readonly string[]): string {
  return [own, items.map((item, index) => `${index + 1}) ${item}`).join(" ")].filter(Boolean).join(" ");
}

/** A labelled field as a list item; its own items one level below it. */
function listField(label: string, [own = "", ...items]: readonly string[]): string[] {
  const numbered = /steps/i.test(label);
  return [`- **${label}**:${own === "" ? "" : ` ${own}`}`, ...items.map((item, index) => `  ${numbered ? `${index + 1}.` : "-"} ${item}`)];
}
