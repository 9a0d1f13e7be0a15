export { readMarkdown } from "./document.ts";
export type { Lines } from "./lines.ts";
export type * from "./types.ts";
