/** A reviewer's remark on a text. */
export interface Remark {
  by: string;
  text: string;
  /** The words that it is on, by which it is found again when lines have moved. */
  quote: string;
  file: string;
  /** The last line of the block that the words stand in. */
  line: number;
}

const KEY = `groundplan remarks ${location.protocol === "file:" ? location.pathname : location.host}`;

/** @returns what was remarked in this browser and not taken away since */
export function keptRemarks(): Remark[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isRemark) : [];
  } catch {
    return [];
  }
}

/** A browser that keeps nothing for files loses remarks with the page: it asks before that. */
export function keepRemarks(remarks: readonly Remark[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(remarks));
  } catch {
    // They can still be exported.
  }
}

function isRemark(value: unknown): value is Remark {
  const { by, text, quote, file, line } = (value ?? {}) as Record<string, unknown>;
  return [by, text, quote, file].every((word) => typeof word === "string") && typeof line === "number";
}
