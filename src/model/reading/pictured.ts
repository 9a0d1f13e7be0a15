import type { FlowLine } from "../../markdown/index.ts";

const PICTURE = /!\[([^\]]{0,300})\]\([^)]{0,500}\)/g;

/** @returns whether a line is a picture, with or without a title that says what it shows */
export function isPictured({ source }: FlowLine): boolean {
  const rest = source.replace(PICTURE, "").replace(/[*_]/g, "").trim();
  return rest.length < source.trim().length && source.includes("![") && (rest === "" || /[:：]$/.test(rest));
}
