export { randomOf } from "../fuzz/random.ts";
export { killOften } from "./kill.ts";
export { begin, furnish, NAMES } from "./operations.ts";
