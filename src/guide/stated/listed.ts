import type { InterfaceKind } from "../../config/config.ts";
import type { Model } from "../../model/types.ts";
import type { Said, StatedInterface } from "./types.ts";

const METHOD = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS);?\s{1,4}\/[^\s;]{0,200}/;
const EVENT = /^[\p{L}\p{N}_-]{1,60}(?:[.:/][\p{L}\p{N}_-]{1,60}){1,6}|^\p{Lu}[\p{L}\p{N}]{3,60}/u;
const NAMES: Readonly<Partial<Record<InterfaceKind, (text: string) => string | undefined>>> = {
  api: (text) => METHOD.exec(text)?.[0],
  service: (text) => EVENT.exec(text)?.[0],
  // Behind the words of a command stand its arguments.
  cli: (text) => /^[a-z][\w-]{0,40}(?:\s[a-z][\w-]{0,40}){0,3}(?=\s{0,3}(?:$|[-<[({:;=A-Z]))/.exec(text)?.[0],
};

/** @returns the interfaces that the PRD lists by their names, below headings such as Commands, Endpoints and Events */
export function listedIn({ statements }: Model, said: readonly Said[]): StatedInterface[] {
  return statements.flatMap(({ id, asks, excluded, text, whole }) => {
    const found = asks !== undefined && excluded === undefined ? NAMES[asks]?.(text) : undefined;
    const one = said.find((each) => each.id === id);
    if (asks === undefined || found === undefined || !one) return [];
    // Method and path may stand in two columns.
    const name = found.replace(";", "").replace(/\s+/g, " ");
    const told = whole
      .slice(whole.indexOf(found) + found.length)
      .replace(/^.{0,200}?(?:[:;#—]|\s[-–]\s)\s{0,9}/su, "")
      .replace(/\s+/g, " ")
      .trim();
    return [{ kind: asks, name, purpose: told, inputs: [], said: [one] }];
  });
}
