import type { Measure } from "../stated.ts";

/** Keeps what was read of a stretch of a clause; a stretch that is taken is not read again. */
export type Note = (start: number, end: number, measure: Pick<Measure, "dimension" | "value"> & Partial<Measure>) => void;
