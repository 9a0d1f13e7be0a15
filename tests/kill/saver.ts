// Saves a document in a process of its own, to be killed: it loads nothing else, and so begins at once.
import { work } from "./die.ts";
import { beginSave } from "./save.ts";

const [, root = "", moment] = process.argv.slice(2);
await work(beginSave(root).steps, moment);
