/** Makes features with five documents each in a folder; @returns the number of documents that were written. */
export function makeWorkspace(folder: string, features: number, seed?: number): number;
