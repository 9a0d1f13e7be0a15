export { readMarkdown } from "./document.ts";
export { Lines } from "./lines.ts";
export type * from "./types.ts";
