import type { Column } from "../../types.ts";
import type { Schema } from "../schema.ts";
import { Cursor } from "./cursor.ts";
import { statementsOf, type Token, tokensOf } from "./tokens.ts";
import { CONSTRAINTS, ENDS } from "./words.ts";

/** Applies what a text of SQL defines to the tables. */
export function applySql(schema: Schema, sql: string, file: string, firstLine = 1): void {
  for (const statement of statementsOf(tokensOf(sql))) new Statement(schema, statement, file, firstLine - 1).apply();
}

class Statement extends Cursor {
  readonly #schema: Schema;
  readonly #file: string;
  readonly #above: number;

  constructor(schema: Schema, tokens: readonly Token[], file: string, above: number) {
    super(tokens);
    this.#schema = schema;
    this.#file = file;
    this.#above = above;
  }

  apply(): void {
    // What stands in front of it, such as BEGIN or IF, is none of ours.
    const start = this.tokens.findIndex(({ v, quoted }) => !quoted && /^(?:CREATE|ALTER|DROP|RENAME|EXEC)$/i.test(v));
    if (start < 0 || start > 12) return;
    this.at = start;
    const verb = this.next()?.v.toUpperCase();
    if (verb === "CREATE") this.#create();
    else if (verb === "ALTER" && this.take("TABLE")) this.#alter();
    else if (verb === "DROP" && this.take("TABLE")) {
      this.exists();
      do this.#schema.dropTable(this.name());
      while (this.take(","));
    } else if (verb === "RENAME" && this.take("TABLE")) {
      const from = this.name();
      if (this.take("TO")) this.#schema.renameTable(from, this.name());
    }
  }

  #create(): void {
    while (["TEMP", "TEMPORARY", "UNLOGGED", "GLOBAL", "LOCAL", "OR", "REPLACE", "FOREIGN"].includes(this.word())) {
      if (/^TEMP/.test(this.word())) return;
      this.at++;
    }
    if (!this.take("TABLE")) return;
    const again = this.exists();
    const line = (this.peek()?.line ?? 1) + this.#above;
    const name = this.name();
    if (name === "" || ["PARTITION"].includes(this.word())) return;
    if (!this.take("(")) return;
    const columns: Column[] = [];
    while (this.at < this.tokens.length && !this.take(")")) {
      const column = this.#column();
      if (column) columns.push(column);
      this.toComma();
    }
    if (columns.length > 0) this.#schema.create(name, columns, { file: this.#file, line }, again);
  }

  #column(): Column | undefined {
    const token = this.peek();
    if (!token || (!token.quoted && CONSTRAINTS.has(token.v.toUpperCase()) && !this.#isNamed())) return undefined;
    this.at++;
    if (!token.quoted && !/^\w/.test(token.v)) return undefined;
    const type: string[] = [];
    let depth = 0;
    let at = this.at;
    let isNull = true;
    for (; at < this.tokens.length; at++) {
      const { v, quoted } = this.tokens[at] as Token;
      if (!quoted && v === "(") depth++;
      if (!quoted && v === ")" && depth-- === 0) break;
      if (depth === 0 && !quoted && (v === "," || ENDS.has(v.toUpperCase()))) break;
      type.push(v === "'" ? "''" : v);
    }
    for (let rest = at, open = 0; rest < this.tokens.length; rest++) {
      const word = (this.tokens[rest] as Token).v.toUpperCase();
      if (word === "(") open++;
      if (word === ")" && open-- === 0) break;
      if (word === "," && open === 0) break;
      if ((word === "NOT" && this.tokens[rest + 1]?.v.toUpperCase() === "NULL") || word === "PRIMARY") isNull = false;
    }
    return {
      name: token.v,
      type:
        type
          .join(" ")
          .replace(/ ?([(),]) ?/g, "$1")
          .toLowerCase() || undefined,
      nullable: isNull,
      file: this.#file,
      line: token.line + this.#above,
    };
  }

  /** A column may be called `key` or `index`: then a type stands behind it and no bracket. */
  #isNamed(): boolean {
    const word = this.word();
    const next = this.tokens[this.at + 1]?.v.toUpperCase() ?? "";
    return (
      ["KEY", "INDEX", "LIKE", "PERIOD", "CHECK"].includes(word) &&
      /^(?:VARCHAR|TEXT|INT|INTEGER|BIGINT|SMALLINT|CHAR|UUID|BOOLEAN|TIMESTAMP|DATE|JSONB?|BYTEA|BLOB|NUMERIC|DOUBLE|REAL|CHARACTER|INTERVAL)$/.test(
        next,
      )
    );
  }

  #alter(): void {
    this.exists();
    this.take("ONLY");
    const table = this.name();
    while (this.at < this.tokens.length) {
      this.#action(table);
      this.toComma();
    }
  }

  #action(table: string): void {
    const word = this.word();
    this.at++;
    if (word === "ADD") {
      this.take("COLUMN");
      this.exists();
      const isList = this.take("(");
      do {
        const column = this.#column();
        if (column) this.#schema.add(table, column);
        if (isList) this.toComma();
      } while (isList && this.at < this.tokens.length && !this.take(")"));
    } else if (word === "DROP") {
      if (["CONSTRAINT", "INDEX", "PRIMARY", "FOREIGN", "KEY", "CHECK", "PARTITION"].includes(this.word())) return;
      this.take("COLUMN");
      this.exists();
      this.#schema.drop(table, this.peek()?.v ?? "");
    } else if (word === "RENAME") this.#rename(table);
    else if (word === "CHANGE") {
      this.take("COLUMN");
      const from = this.next()?.v ?? "";
      this.#schema.rename(table, from, this.peek()?.v ?? from);
    }
  }

  #rename(table: string): void {
    if (this.take("TO") || this.take("AS")) {
      this.#schema.renameTable(table, this.name());
      return;
    }
    if (["CONSTRAINT", "INDEX", "KEY"].includes(this.word())) return;
    this.take("COLUMN");
    const from = this.next()?.v ?? "";
    if (this.take("TO")) this.#schema.rename(table, from, this.peek()?.v ?? from);
  }
}
