export interface Token {
  v: string;
  /** Was quoted as a name. */
  quoted: boolean;
  line: number;
}

/** SQL to words, names, texts and signs; comments are left out, whatever the dialect. */
export function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let at = 0;
  const count = (text: string) => {
    for (let i = 0; i < text.length; i++) if (text[i] === "\n") line++;
  };
  while (at < sql.length) {
    const c = sql[at] as string;
    if (c === "\n") line++;
    if (/\s/.test(c)) at++;
    else if (sql.startsWith("--", at) || (c === "#" && /\s|#/.test(sql[at + 1] ?? ""))) {
      const end = sql.indexOf("\n", at);
      at = end < 0 ? sql.length : end;
    } else if (sql.startsWith("/*", at)) {
      const end = sql.indexOf("*/", at + 2);
      const stop = end < 0 ? sql.length : end + 2;
      count(sql.slice(at, stop));
      at = stop;
    } else if (c === "$" && /^\$\w{0,40}\$/.test(sql.slice(at, at + 44))) {
      const tag = /^\$\w{0,40}\$/.exec(sql.slice(at, at + 44))?.[0] ?? "$$";
      const end = sql.indexOf(tag, at + tag.length);
      const stop = end < 0 ? sql.length : end + tag.length;
      tokens.push({ v: "'", quoted: false, line });
      count(sql.slice(at, stop));
      at = stop;
    } else if (c === "'" || c === '"' || c === "`" || (c === "[" && /^\[[A-Za-z_][\w $]{0,120}\]/.test(sql.slice(at, at + 124)))) {
      const close = c === "[" ? "]" : c;
      let end = at + 1;
      while (end < sql.length && (sql[end] !== close || sql[end + 1] === close))
        end += sql[end] === close || (sql[end] === "\\" && c === "'") ? 2 : 1;
      tokens.push({ v: c === "'" ? "'" : sql.slice(at + 1, end), quoted: c !== "'", line });
      count(sql.slice(at, end));
      at = end + 1;
    } else {
      const word = /^[A-Za-z_0-9$@\u0080-\uffff]{1,200}/.exec(sql.slice(at, at + 200))?.[0];
      tokens.push({ v: word ?? c, quoted: false, line });
      at += word?.length ?? 1;
    }
  }
  return tokens;
}

/** @returns the statements, without what ends them. */
export function statementsOf(tokens: readonly Token[]): Token[][] {
  const all: Token[][] = [];
  let open: Token[] = [];
  for (const token of tokens) {
    if (!token.quoted && (token.v === ";" || /^GO$/.test(token.v))) {
      if (open.length > 0) all.push(open);
      open = [];
    } else open.push(token);
  }
  if (open.length > 0) all.push(open);
  return all;
}
