export { readMarkdown } from "./document.ts";
export { fragmentOf } from "./fragment.ts";
export { allItems } from "./items.ts";
export type { Lines } from "./lines.ts";
export { readTree } from "./tree.ts";
export type * from "./types.ts";
