import { existsSync, readFileSync } from "node:fs";
import { FLOORS } from "../floors.cjs";

const PAGE = "CONTRIBUTING.md";
const [BEGIN, END] = ["<!-- The map: npm run generate writes it from scripts/floors.cjs. -->", "<!-- End of the map. -->"] as const;

/** @returns the page for those who contribute, with the map of the house as the layer rules have it; all other words stay. */
export function contributing(): string {
  const text = readFileSync(PAGE, "utf8");
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${PAGE} lacks the marks of the map`);
  return `${before}${BEGIN}\n\n${map()}\n\n${END}${after}`;
}

/** Rooms that are planned and not built have no place on the map. */
function map(): string {
  const built = FLOORS.map(({ name, rooms }) => ({ name, rooms: Object.entries(rooms).filter(([room]) => existsSync(`src/${room}`)) }));
  const floors = built.map(({ name, rooms }) => `  ${name}["${[name, ...rooms.map(([room]) => `src/${room}`)].join("<br>")}"]`);
  const arrows = built.slice(1).map(({ name }, below) => `  ${name} --> ${built[below]?.name}`);
  const rows = built.flatMap(({ name, rooms }) => rooms.map(([room, purpose]) => `| ${name} | \`src/${room}/\` | ${purpose} |`));
  return [
    ["```mermaid", "flowchart BT", ...floors, ...arrows, "```"].join("\n"),
    ["| Floor | Room | What is in it |", "| --- | --- | --- |", ...rows].join("\n"),
  ].join("\n\n");
}
