/** Tokens that stand for others: samples, patterns, paths of a machine. */
const SAMPLE =
  /\d{3}|[*<>{}…]|\.\.\.|^\/(?:home|usr|opt|tmp|var|etc|Users)\b|^[A-Z]+-\d|example|sample|foo\b|^(?:true|false|null|none|yes|no|string|integer|number|boolean|object|array|id|uuid|json|int|float|text|list|help|version)$/i;

/** @returns whether a token stands for others, and need not be carried over */
export function isSample(text: string): boolean {
  return SAMPLE.test(text);
}
