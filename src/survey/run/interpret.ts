import { exportedValue } from "../modules/resolve.ts";
import type { Project, Source } from "../project.ts";
import type { Class, Expr, Field, Fn, Param } from "../syntax/tree.ts";
import { apply, bind } from "./apply.ts";
import type { Dialect } from "./dialect.ts";
import { expressionValue } from "./expressions.ts";
import type { Follower } from "./follower.ts";
import { Results } from "./results.ts";
import { Routers } from "./routers.ts";
import { collectPending, statements } from "./statements.ts";
import { Env, type Router, type Value } from "./values.ts";

const MOST_STEPS = 3_000_000;

/**
 * Follows the code that builds routers, without running it: what is assigned, called, returned and handed over, so that prefixes
 * add up wherever they stand. Everything that it does not know is nothing.
 */
export class Interpreter extends Routers implements Follower {
  readonly project: Project;
  readonly dialects: readonly Dialect[];
  readonly called = new Set<Fn>();
  readonly early = new Map<Fn, { routers: Router[]; needsRouter: boolean }>();
  readonly superseded = new Set<Router>();
  readonly objects = new Map<Class, Value & { k: "object" }>();
  readonly inside = new WeakMap<object, Env>();
  readonly results = new Results();
  readonly open = new Set<Field>();
  isSettled = false;
  depth = 0;
  readonly #modules = new Map<Source, Env>();
  readonly #frameworks = new Map<string, Dialect[]>();
  #steps = 0;

  constructor(project: Project, dialects: readonly Dialect[]) {
    super();
    this.project = project;
    this.dialects = dialects;
  }

  /** @returns the names at the top of a file, which is followed once. */
  module(source: Source): Env {
    const known = this.#modules.get(source);
    if (known) return known;
    const env = new Env(source);
    this.#modules.set(source, env);
    if (source.language === "go" || source.language === "rust") collectPending(source.tree, env);
    const before = this.depth;
    this.depth = 0;
    this.statements([source.tree], env);
    this.depth = before;
    return env;
  }

  settle(): void {
    this.isSettled = true;
  }

  /** @returns what a file calls so at its top, whether that was come to or not. */
  topName(source: Source, name: string): Value | undefined {
    const env = this.module(source);
    const known = env.names.get(name);
    const pending = known ? undefined : env.pending.get(name);
    if (!pending) return known;
    env.pending.delete(name);
    return this.value(pending, env);
  }

  exported(source: Source, name: string): Value | undefined {
    return exportedValue(this, source, name);
  }

  statements(body: readonly Expr[], env: Env): Value | undefined {
    return statements(this, body, env);
  }

  value(e: Expr | undefined, env: Env): Value | undefined {
    return e && this.#steps++ <= MOST_STEPS ? expressionValue(this, e, env) : undefined;
  }

  text(e: Expr | undefined, env: Env): string | undefined {
    const value = e?.t === "str" ? { k: "text" as const, v: e.v } : this.value(e, env);
    return value?.k === "text" ? value.v : undefined;
  }

  apply(fn: Value | undefined, args: (Value | undefined)[]): Value | undefined {
    return apply(this, fn, args);
  }

  bind(param: Param, arg: Value | undefined, env: Env): void {
    bind(param, arg, env);
  }

  dialectsOf({ language }: Source): Dialect[] {
    let known = this.#frameworks.get(language);
    if (!known) {
      known = this.dialects.filter(({ languages }) => languages.includes(language));
      this.#frameworks.set(language, known);
    }
    return known;
  }

  dialectOf(router: Router): Dialect {
    return this.dialects.find(({ name }) => name === router.framework) as Dialect;
  }
}
