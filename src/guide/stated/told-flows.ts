import type { Model, ReadBlock, UserFlow } from "../../model/types.ts";
import { plainTitle } from "../../text/headings.ts";

/** Fewer steps tell no flow. */
const FEWEST = 3;

/** @returns the flows of the PRD: those of the template's section, and the steps that the reading found below any other heading */
export function toldFlows({ userFlows, reading, documents: { prd } }: Model): UserFlow[] {
  if (!reading || !prd) return [];
  const known = new Set(userFlows.flatMap(({ steps }) => steps.map(({ place }) => place.line)));
  const groups: { title: string; steps: ReadBlock[] }[] = [];
  let [heading, label, isOpen] = ["", "", false];
  for (const block of reading.blocks) {
    if (block.form === "heading") [heading, label, isOpen] = [block.text, "", false];
    else if (block.role === "step") {
      if (!isOpen) groups.push({ title: label || heading, steps: [] });
      groups.at(-1)?.steps.push(block);
      isOpen = true;
    } else [label, isOpen] = [block.form === "paragraph" && block.text.length < 80 ? block.text : "", false];
  }
  const further = groups.filter(({ steps }) => steps.length >= FEWEST && !steps.some(({ place }) => known.has(place.line)));
  return [
    ...userFlows,
    ...further.map(({ title, steps }) => ({
      name: plainTitle(title).replace(/[:：]\s{0,3}$/, "") || "What happens",
      steps: steps.map(({ text, place }) => ({ text, source: text, place })),
      place: (steps[0] as ReadBlock).place,
    })),
  ];
}
