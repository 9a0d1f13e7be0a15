/**
 * Makes a document's text safe to stand between marks that say it is data: one line, so that it opens no paragraph of its own, and
 * without the closing mark. Nothing else of it is changed.
 */
export function asData(text: string): string {
  return text.replace(/\s+/g, " ").replace(/<(?=\/?data\b)/gi, "< ");
}
