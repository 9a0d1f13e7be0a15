/** @returns whether a text is what a template says in braces, as a whole: nobody has written anything in its place yet */
export function isSkeleton(text: string): boolean {
  return /^\{.*\}$/s.test(text.trim());
}
