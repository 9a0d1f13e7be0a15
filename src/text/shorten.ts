const LONGEST = 80;

/** @returns a text as far as a message can hold it */
export function shorten(text: string, longest = LONGEST): string {
  const plain = text.trim();
  return plain.length > longest ? `${plain.slice(0, longest - 3).trimEnd()}...` : plain;
}

/** @returns the name of a file, without the folders that it lies in */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
