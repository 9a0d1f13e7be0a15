// Does one of the operations in a process of its own, to be killed.
import { work } from "./die.ts";
import { begin } from "./operations.ts";

const [name = "", root = "", moment] = process.argv.slice(2);
await work(begin(name, root).steps, moment);
