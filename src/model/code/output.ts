/** What a tool has printed quotes code, and is none: diagnostics, traces, logs, plans, sessions. */
const PRINTED: readonly RegExp[] = [
  /^[ \t]{0,80}-->[ \t]{1,9}\S+:\d+/m,
  /^[ \t]{0,80}(?:\d{1,9}[ \t]{0,9})?\|?[ \t]{0,200}\^{2,}/m,
  /^(?:error|warning|note|help|fatal|panic)(?:\[\w+\])?: /m,
  /^[ \t]{0,200}~{0,200}\^~{0,200}[ \t]{0,9}$/m,
  /^thread '[^'\n]+' panicked/m,
  /^Traceback \(most recent call last\)/m,
  /^[ \t]{1,80}at [\w.$<>]{1,200}\([\w.]*:?\d*\)[ \t]{0,9}$/m,
  /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d/m,
  /^(?:--- FAIL|=== RUN|ok\s+\S+\s+[\d.]+s|FAIL\b|PASS\b|running \d+ tests?)/m,
];

/** @returns whether a block shows what a tool printed. */
export function isPrinted(text: string): boolean {
  const start = text.slice(0, 20_000);
  return PRINTED.some((pattern) => pattern.test(start));
}

/** @returns whether a block shows a terminal session: commands behind a prompt. */
export function isSession(text: string): boolean {
  return /^[ \t]{0,80}(?:\$|>>>|❯|%|[\w@~-]+[$#]) \S/m.test(text.slice(0, 20_000));
}

/** @returns whether a block shows a payload: JSON, remarks and dots included, or an HTTP message. */
export function isPayload(text: string): boolean {
  const start = text.trimStart().slice(0, 20_000);
  if (/^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (?:\/|https?:|\{)|^HTTP\/\d/.test(start)) return true;
  if (!/^[[{"]/.test(start)) return false;
  const lines = start.split("\n").filter((line) => /[^\s[\]{},]/.test(line) && !/^\s*(?:\/\/|#|\.\.\.)/.test(line));
  const members = lines.filter((line) => /^[\s{[]*"[^"]{0,200}"\s*[:,\]}]|^[\s{[]*(?:"[^"]{0,400}$|-?\d|true\b|false\b|null\b)/.test(line));
  return lines.length > 0 && members.length >= lines.length * 0.8;
}
