export function wordsIn(text: string): Set<string>;
export function inventedWords(draft: string, inputs: string): string[];
