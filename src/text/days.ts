/** @returns whether a text is a day of the calendar, written as YYYY-MM-DD; 30 February is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** How long a deprecated pattern stays, so that designs can move on. */
const MONTHS_IN_CATALOGUE = 6;

/** @returns the day from which a pattern that is deprecated since a day may be archived, or undefined for a day that does not exist. */
export function archiveDay(since: string): string | undefined {
  if (!isDay(since)) return undefined;
  const date = new Date(`${since}T00:00:00Z`);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + MONTHS_IN_CATALOGUE);
  // 31 August and six months is the last day of February, not the third of March.
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return date.toISOString().slice(0, 10);
}
