import { type Interface, type InterfaceKind, statedIn, type Value } from "../../core.ts";
import type { Request } from "./composer.ts";
import { blocks, code, gap, table } from "./markdown.ts";
import { missingParts, statedParts } from "./stated-parts.ts";

/** An interface with the lines of each of its parts; a part that nobody states has none. */
interface Specified {
  name: string;
  parts: ReadonlyMap<string, readonly string[]>;
}

/** @returns the agreed interfaces of one kind in every part that the template asks for; else those that the PRD names, as far as it states them */
export function interfaces(request: Request, kind: InterfaceKind): string[] {
  const { model, layout, labels } = request;
  const agreed = model.contracts.interfaces.filter((item) => item.kind === kind).map((item) => fromContract(item, labels));
  if (agreed.length > 0) return specified(agreed, labels, layout.interfaces);
  const stated = statedIn(model).interfaces.filter((one) => one.kind === kind);
  if (stated.length === 0) return [];
  const own = stated.map((one, index): Specified => ({ name: one.name, parts: statedParts(model, one, stated.slice(0, index), labels) }));
  const missing = missingParts(
    labels,
    own.map(({ parts }) => parts),
  );
  const question = missing === "" ? [] : [gap(`not stated of ${own.length === 1 ? "this interface" : "these interfaces"}: ${missing}`)];
  return blocks(question, specified(own, labels, layout.interfaces, missing !== ""));
}

function fromContract({ name, values }: Interface, labels: readonly string[]): Specified {
  return { name, parts: new Map(labels.map((label) => [label, linesOf(values[label])])) };
}

/** Its own text, then its items. */
function linesOf(value: Value | undefined): string[] {
  if (!value) return [];
  const flat = (source: string) => source.replace(/(?<!\s)\s*\n\s*/g, " ");
  const own = flat(value.source);
  return [own, ...value.items.map(({ source }) => flat(source))].slice(own === "" && value.items.length === 0 ? 1 : 0);
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
