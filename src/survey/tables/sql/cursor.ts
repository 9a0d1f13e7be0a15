import type { Token } from "./tokens.ts";

/** Goes through the tokens of a statement. */
export class Cursor {
  protected readonly tokens: readonly Token[];
  protected at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  protected exists(): boolean {
    if (!this.take("IF")) return false;
    this.take("NOT");
    this.take("EXISTS");
    return true;
  }

  /** A name with the schemas in front of it. */
  protected name(): string {
    let name = this.next()?.v ?? "";
    while (this.peek()?.v === "." && this.at < this.tokens.length) {
      this.at++;
      name = this.next()?.v ?? name;
    }
    return name;
  }

  protected toComma(): void {
    for (let depth = 0; this.at < this.tokens.length; this.at++) {
      const { v, quoted } = this.tokens[this.at] as Token;
      if (quoted) continue;
      if (v === "(") depth++;
      else if (v === ")" && depth-- === 0) return;
      else if (v === "," && depth === 0) {
        this.at++;
        return;
      }
    }
  }

  protected peek(): Token | undefined {
    return this.tokens[this.at];
  }
  protected word(): string {
    const token = this.peek();
    return token && !token.quoted ? token.v.toUpperCase() : "";
  }
  protected next(): Token | undefined {
    return this.tokens[this.at++];
  }
  protected take(word: string): boolean {
    if (this.word() !== word) return false;
    this.at++;
    return true;
  }
}
