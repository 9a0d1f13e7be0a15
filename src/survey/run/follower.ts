import type { Source } from "../project.ts";
import type { Class, Expr, Field, Fn } from "../syntax/tree.ts";
import type { Dialect, Names, Runner } from "./dialect.ts";
import type { Results } from "./results.ts";
import type { Env, Router, Value } from "./values.ts";

/** What the parts of the interpreter ask of one another. */
export interface Follower extends Runner, Names {
  /** Functions that were called with what they need. */
  readonly called: Set<Fn>;
  /** Functions that were followed before anybody called them, with the routers that came of it. */
  readonly early: Map<Fn, { routers: Router[]; needsRouter: boolean }>;
  readonly superseded: Set<Router>;
  readonly objects: Map<Class, Value & { k: "object" }>;
  readonly inside: WeakMap<object, Env>;
  readonly results: Results;
  /** Fields whose value is just being found out. */
  readonly open: Set<Field>;
  /** All files were followed: what is not known now will not be known later. */
  readonly isSettled: boolean;
  depth: number;
  statements(body: readonly Expr[], env: Env): Value | undefined;
  dialectsOf(source: Source): readonly Dialect[];
  dialectOf(router: Router): Dialect;
}
