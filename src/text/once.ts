/** @returns what makes a value when it is first asked for, and gives the same one ever after */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
