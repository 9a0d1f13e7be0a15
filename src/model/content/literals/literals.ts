import { Literal, type LiteralKind } from "../stated.ts";
import type { Passage } from "../types.ts";

/** Marked as code, quoted, or of a shape that no word of a language has. */
const TOKENS =
  /`(?<code>[^`\n]{1,200})`|["“](?<quote>[^"“”\n]{8,160})["”]|(?<![\w`/.-])(?<flag>--[a-z][a-z0-9]{1,30}(?:-[a-z0-9]{1,30}){0,5})|(?<![\w`/.-])(?<bare>[a-z]{1,30}(?:[A-Z][a-z0-9]{1,30}){1,5}|[a-z]{2,30}(?:_[a-z0-9]{1,30}){1,5}|[A-Z]{2,30}(?:_[A-Z0-9]{1,30}){1,6})(?![\w/-]|\.\w)/g;

/** What a clause must hold for {@link literalsIn} to find anything. */
export const LITERAL_SPOTS = /[`"“_]|--[a-z]|[a-z][A-Z]/g;

/** Reads the tokens of a clause that have to be carried over as they are. */
export function literalsIn(passage: Passage): Literal[] {
  const { text } = passage;
  const found: Literal[] = [];
  for (const { index, groups } of text.matchAll(TOKENS)) {
    const marked = groups?.code !== undefined || groups?.quote !== undefined;
    if (groups?.quote !== undefined && !/\s/.test(groups.quote.trim())) continue;
    const words = groups?.code ?? groups?.quote ?? groups?.flag ?? groups?.bare ?? "";
    const start = index + (marked ? 1 : 0);
    for (const { token, at } of tokensOf(words, groups?.code !== undefined)) {
      const kind = groups?.quote !== undefined ? "message" : kindOf(token, marked);
      if (!kind) continue;
      found.push(new Literal(passage, token, start + at, kind, marked));
    }
  }
  return found;
}

/** Code with several words, such as a call of a command, holds several tokens. */
function tokensOf(words: string, code: boolean): { token: string; at: number }[] {
  if (!code || !/\s/.test(words)) return [{ token: words, at: 0 }];
  const flags = Array.from(words.matchAll(/--[a-z][\w-]{1,60}/g), ({ 0: token, index }) => ({ token, at: index }));
  const endpoint = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+\/\S{0,180}$/.exec(words);
  if (endpoint) return [{ token: words, at: 0 }];
  return flags;
}

const EXTENSION =
  /^[\w./{}*-]{1,120}\.(?:json|jsonl|ya?ml|toml|csv|tsv|xml|xsd|md|txt|log|sqlite|sqlite3|db|conf|cfg|ini|env|lock|pid|sock|parquet|gz|zip|sql|proto|py|ts|js|go|java|sh|partial|tmp)$/i;

function kindOf(token: string, marked: boolean): LiteralKind | undefined {
  if (marked && /^\^?(?:\(\?:|[\w-]{0,20})\[[^\]\s]{2,40}\][{+*]/.test(token)) return "pattern";
  if (/^[a-z][a-z\d_]{3,60}\{[a-z_]+(?:,\s?[a-z_]+)*\}$/.test(token)) return "series";
  if (marked && /^(?:application|text|image|audio|video|multipart)\/[a-z\d.+-]{2,60}$/.test(token)) return "media";
  if (/^--?[a-z][\w-]*$/.test(token)) return "flag";
  if (marked && /^(?:~|\/(?:srv|var|opt|etc|home|usr|mnt|run|data))(?:\/[\w.-]{1,60}){1,8}\/?$/.test(token) && !EXTENSION.test(token))
    return "folder";
  if (/^(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+)?\/\S*$/.test(token)) return "path";
  if (EXTENSION.test(token)) return "file";
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(token)) return "code";
  if (/^[a-z][\w-]*(?:\.[a-z_][\w-]*){1,4}$/.test(token)) return "event";
  if (/^[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]+)+$/.test(token)) return "header";
  if (/^[a-z][\w]*$/.test(token) && (/[A-Z_]/.test(token) || marked)) return "field";
  if (/^[a-z][\w]*(?:[-:][\w*]+)+$/.test(token) && marked) return "value";
  if (/^[A-Za-z][\w]*$/.test(token) && marked) return "value";
  return undefined;
}
