import { COMMANDS } from "./fixtures/commands.ts";
import type { Fixture } from "./fixtures/fixture.ts";
import { GO_AND_RUST } from "./fixtures/go-and-rust.ts";
import { JAVASCRIPT } from "./fixtures/javascript.ts";
import { JVM_AND_NET } from "./fixtures/jvm-and-net.ts";
import { PYTHON } from "./fixtures/python.ts";
import { RUBY_AND_PHP } from "./fixtures/ruby-and-php.ts";
import { TABLES } from "./fixtures/tables.ts";

/** Small applications, one a framework. */
export const FIXTURES: Record<string, Fixture> = {
  ...JAVASCRIPT,
  ...PYTHON,
  ...JVM_AND_NET,
  ...GO_AND_RUST,
  ...RUBY_AND_PHP,
  ...COMMANDS,
  ...TABLES,
};
