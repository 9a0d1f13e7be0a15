import type { Source } from "../project.ts";
import type { Assign, Class, Expr, Fn } from "../syntax/tree.ts";
import type { Flag } from "../types.ts";

/** What an expression of the code comes to, as far as that can be known without running it. */
export type Value =
  | { k: "router"; router: Router }
  | { k: "text"; v: string }
  | { k: "fn"; fn: Fn; env: Env }
  | { k: "class"; made: Class; env: Env }
  | { k: "object"; type?: string; made?: Class; env?: Env; fields: Map<string, Value> }
  | { k: "list"; items: Value[] }
  | { k: "module"; env: Env }
  | { k: "made"; by: string; call: Expr; env: Env };

/** Names and what they stand for, within a function or a file. */
export class Env {
  readonly names = new Map<string, Value>();
  /** What a file defines at its top and nothing has asked for yet: in some languages the order does not matter. */
  readonly pending = new Map<string, Assign>();
  readonly source: Source;
  readonly outer?: Env;
  constructor(source: Source, outer?: Env) {
    this.source = source;
    this.outer = outer;
  }
  find(name: string): Value | undefined {
    return this.names.get(name) ?? this.outer?.find(name);
  }
  /** @returns the names of the file. */
  top(): Env {
    return this.outer ? this.outer.top() : this;
  }
}

export interface RawRoute {
  method: string;
  /** None where it is computed. */
  path: string | undefined;
  handler?: string;
  file: string;
  line: number;
}

/** What routes hang on: an application, a router, a group. */
export interface Router {
  framework: string;
  /** Its own prefix; none where it is computed. */
  prefix: string | undefined;
  routes: RawRoute[];
  children: { prefix: string | undefined; router: Router; instead?: boolean; file: string; line: number }[];
  mounted: boolean;
  /** Handed to a function by nobody that we have seen: the function it was made up for. */
  assumed?: Fn;
  /** Where a chain stands: the path that the next verbs belong to. */
  at?: string;
  file: string;
  line: number;
  extra: Map<string, string>;
  /** Where it is a command of a command line, or a part of one. */
  command?: CommandPart;
}

export interface CommandPart {
  kind: "command" | "option" | "argument";
  name: string;
  flags: Flag[];
  args: string[];
  /** Something is run from here on. */
  isRoot: boolean;
}
