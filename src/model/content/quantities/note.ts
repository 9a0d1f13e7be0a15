import type { Quantity } from "../types.ts";

/** Keeps what was read of a stretch of a clause; a stretch that is taken is not read again. */
export type Note = (start: number, end: number, quantity: Pick<Quantity, "dimension" | "value"> & Partial<Quantity>) => void;
