/** The texts that this process has handed out, by file and revision: what a stale revision's author has read. */
export interface SeenTexts {
  keep(file: string, revision: string, text: string): void;
  /** @returns undefined where this process never handed the revision out, or has forgotten it */
  recall(file: string, revision: string): string | undefined;
}

/** All texts together, in characters; a design document has about 20,000. */
const ROOM = 8_000_000;

/** Keeps texts in memory, the ones used last; nothing depends on them but how much a refusal can tell. */
export function keepTexts(room = ROOM): SeenTexts {
  const texts = new Map<string, string>();
  let used = 0;
  return {
    keep(file, revision, text) {
      const key = `${file}@${revision}`;
      used += text.length - (texts.get(key)?.length ?? 0);
      texts.delete(key);
      texts.set(key, text);
      for (const [oldest, old] of texts) {
        if (used <= room) break;
        texts.delete(oldest);
        used -= old.length;
      }
    },
    recall: (file, revision) => texts.get(`${file}@${revision}`),
  };
}
