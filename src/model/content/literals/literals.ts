import { matchesOf } from "../../../text/matches.ts";
import { Literal, type LiteralKind } from "../stated.ts";
import type { Passage } from "../types.ts";

/** Marked as code, quoted, or of a shape that no word of a language has, such as a flag. */
const TOKENS =
  /`([^`\n]{1,200})`|["“]([^"“”\n]{8,160})["”]|(?<![\w`/.-])(--[a-z][a-z0-9]{1,30}(?:-[a-z0-9]{1,30}){0,5})|(?<![\w`/.-])([a-z]{1,30}(?:[A-Z][a-z0-9]{1,30}){1,5}|[a-z]{2,30}(?:_[a-z0-9]{1,30}){1,5}|[A-Z]{2,30}(?:_[A-Z0-9]{1,30}){1,6})(?![\w/-]|\.\w)/g;

/** What a clause must hold for {@link literalsIn} to find anything. */
export const LITERAL_SPOTS = /[`"“_]|--[a-z]|[a-z][A-Z]/g;

/** Reads the tokens of a clause that have to be carried over as they are. */
export function literalsIn(passage: Passage): Literal[] {
  const { text } = passage;
  const found: Literal[] = [];
  for (const { index, 1: code, 2: quote, 3: flag, 4: bare = "" } of matchesOf(text, TOKENS)) {
    if (quote !== undefined) {
      if (isQuoted(quote)) found.push(new Literal(passage, quote, index + 1, "message", true));
      continue;
    }
    const marked = code !== undefined;
    const start = index + (marked ? 1 : 0);
    for (const { token, at } of tokensOf(code ?? flag ?? bare, marked)) {
      const kind = knownKind(token, marked);
      if (kind) found.push(new Literal(passage, token, start + at, kind, marked));
    }
  }
  return found;
}

/** A document names the same things again and again; more than these are forgotten at once. */
const MOST_TOKENS = 400;
const kinds = { marked: new Map<string, LiteralKind | undefined>(), bare: new Map<string, LiteralKind | undefined>() };

function knownKind(token: string, marked: boolean): LiteralKind | undefined {
  const known = marked ? kinds.marked : kinds.bare;
  let kind = known.get(token);
  if (kind === undefined && !known.has(token)) {
    kind = kindOf(token, marked);
    if (known.size >= MOST_TOKENS) known.clear();
    known.set(token, kind);
  }
  return kind;
}

/** Of several words, and not what stands between the end of one quotation and the beginning of the next. */
function isQuoted(words: string): boolean {
  return /\s/.test(words) && /^[^\s,;.:)]/.test(words) && /\S$/.test(words);
}

/** Code with several words, such as a call of a command, holds several tokens. */
function tokensOf(words: string, code: boolean): { token: string; at: number }[] {
  if (!code || !/\s/.test(words)) return [{ token: words, at: 0 }];
  const endpoint = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+\/\S{0,180}$/.exec(words);
  if (endpoint) return [{ token: words, at: 0 }];
  return Array.from(words.matchAll(/--[a-z][\w-]{1,60}/g), ({ 0: token, index }) => ({ token, at: index }));
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
