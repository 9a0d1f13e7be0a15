/** @returns whether a text is what a template says in braces, as a whole: nobody has written anything in its place yet */
export function isSkeleton(text: string): boolean {
  return /^\{.*\}$/s.test(text.trim());
}

/** @returns whether a text says of what stands below its heading that it is only proposed: until somebody takes the mark away, nothing there is decided */
export function isProposal(text: string): boolean {
  return /^\{Decide: proposed\b.*\}$/s.test(text.trim());
}
