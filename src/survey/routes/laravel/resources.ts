import { type Call, endOf, entry, keyOf, texts } from "../../syntax/tree.ts";
import { singular } from "../rails/words.ts";
import { type Place, type Reading, tell, textOf, under } from "./words.ts";

const WEB = [
  ["index", "GET", ""],
  ["create", "GET", "/create"],
  ["store", "POST", ""],
  ["show", "GET", "/{}"],
  ["edit", "GET", "/{}/edit"],
  ["update", "PUT", "/{}"],
  ["update", "PATCH", "/{}"],
  ["destroy", "DELETE", "/{}"],
] as const;

const SINGLE = [
  ["show", "GET", ""],
  ["edit", "GET", "/edit"],
  ["update", "PUT", ""],
  ["update", "PATCH", ""],
] as const;

/** Tells what `resource` and its kin expand to. */
export function resources(on: Reading, name: string, call: Call, at: Place, chain: readonly Call[]): void {
  const [first, second, third] = call.args;
  const many =
    first?.t === "map" ? first.entries.map(({ key, value }) => [textOf(key), value] as const) : [[textOf(first), second] as const];
  const options = first?.t === "map" ? second : third;
  const limit = (key: string) => {
    const chained = chain.find((one) => endOf(one.fn) === key);
    const given = chained ? chained.args.flatMap(texts) : texts(entry(options, key));
    return given.length > 0 ? given : undefined;
  };
  const only = limit("only");
  const except = limit("except") ?? [];
  const isApi = name.startsWith("api");
  const rows = /ingleton/.test(name) ? SINGLE : WEB;
  for (const [path, controller] of many)
    for (const [action, verb, end] of rows) {
      if (only ? !only.includes(action) : except.includes(action) || (isApi && (action === "create" || action === "edit"))) continue;
      tell(
        on,
        verb,
        resourcePath(at.prefix, path, end),
        `${keyOf(controller?.t === "member" ? controller.of : controller)}@${action}`,
        at,
        call.line,
      );
    }
}

function resourcePath(prefix: string | undefined, path: string | undefined, end: string): string | undefined {
  if (path === undefined) return undefined;
  const parts = path.split(".");
  const last = parts.pop() as string;
  const front = parts.map((part) => `${part}/{${key(part)}}`).join("/");
  return under(prefix, `${front ? `${front}/` : ""}${last}${end.replace("{}", `{${key(last)}}`)}`);
}

const key = (word: string): string => singular((word.split("/").at(-1) as string).replaceAll("-", "_"));
