export { readMarkdown } from "./document.ts";
export type * from "./types.ts";
