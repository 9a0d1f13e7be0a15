/** A tag or a text of a drawing. */
export type Piece =
  | { form: "open"; name: string; attributes: ReadonlyMap<string, string>; empty: boolean }
  | { form: "close" }
  | { form: "text"; text: string };

const TAG = /<(\/?)([A-Za-z][\w:.-]{0,60})((?:\s+[\w:.-]{1,60}="[^"<]*")*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w:.-]{1,60})="([^"<]*)"/g;
const COMMENT = /<!--[\s\S]*?-->/y;

/** @returns the tags and texts of XML as a browser serialises it, in order; undefined for anything else */
export function readPieces(markup: string): Piece[] | undefined {
  const pieces: Piece[] = [];
  for (let at = 0; at < markup.length; ) {
    if (markup[at] !== "<") {
      const next = markup.indexOf("<", at);
      const end = next === -1 ? markup.length : next;
      pieces.push({ form: "text", text: unescaped(markup.slice(at, end)) });
      at = end;
      continue;
    }
    COMMENT.lastIndex = at;
    if (COMMENT.test(markup)) {
      at = COMMENT.lastIndex;
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(markup);
    if (!tag) return undefined;
    const [whole, closes, name = "", written = "", empty] = tag;
    if (closes) pieces.push({ form: "close" });
    else {
      const attributes = new Map([...written.matchAll(ATTRIBUTE)].map(([, key = "", value = ""]) => [key, unescaped(value)]));
      pieces.push({ form: "open", name, attributes, empty: empty === "/" });
    }
    at += whole.length;
  }
  return pieces;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi, (written, decimal?: string, hex?: string, name = "") => {
    if (name !== "") return NAMED[name] ?? written;
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
