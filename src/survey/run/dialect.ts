import type { Project, Source } from "../project.ts";
import type { Call, Expr, MapOf } from "../syntax/tree.ts";
import type { Env, Router, Value } from "./values.ts";

/** What a framework's reader may ask of the interpreter. */
export interface Runner {
  readonly project: Project;
  /** @returns what a file hands on under a name. */
  exported(source: Source, name: string): Value | undefined;
  value(e: Expr | undefined, env: Env): Value | undefined;
  /** @returns the text that an expression comes to; none where it is computed. */
  text(e: Expr | undefined, env: Env): string | undefined;
  route(router: Router, method: string, path: string | undefined, handler: Expr | undefined, env: Env, line: number): void;
  /** Hangs a router below another. */
  mount(parent: Router, prefix: string | undefined, child: Router, env: Env, line: number): void;
  /** @returns a new router below another. */
  group(parent: Router, prefix: string | undefined, env: Env, line: number): Router;
  router(framework: string, env: Env, line: number, prefix?: string): Router;
  /** Runs a function with what it is given. */
  apply(fn: Value | undefined, args: (Value | undefined)[]): Value | undefined;
}

/** What finds out what a name comes to may ask of the interpreter. */
export interface Names {
  readonly project: Project;
  module(source: Source): Env;
  topName(source: Source, name: string): Value | undefined;
  value(e: Expr | undefined, env: Env): Value | undefined;
}

/** How a framework is spoken: what makes a router, what is done with one. */
export interface Dialect {
  name: string;
  languages: readonly string[];
  /** The module or package that a file must import for its creators to count; tested on what is imported. */
  from: RegExp;
  /** What makes a router: the dotted name that is called. */
  creates: RegExp;
  create?(call: Call, run: Runner, env: Env, router: Router): Value | undefined | undefined;
  /** What makes a command, by the type of a literal with fields. */
  literal?: RegExp;
  fill?(map: MapOf, run: Runner, env: Env, router: Router): void;
  /** A field of it is assigned. */
  set?(router: Router, field: string, value: Expr, run: Runner, env: Env): void;
  /** Names that are a program of their own when they are imported from it. */
  ready?: RegExp;
  /** Types of parameters and fields that are routers. */
  types?: RegExp;
  /** Names that a parameter without a type has. */
  names?: RegExp;
  /** Does what a call on a router does; answers with what it comes to, or null where the framework knows no such call. */
  call(router: Router, method: string, call: Call, run: Runner, env: Env): Value | undefined | null;
}
