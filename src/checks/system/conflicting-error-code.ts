import { contentWords, shareWords } from "../../system/page/words.ts";
import type { SystemError } from "../../system/types.ts";
import { defineSystemCheck } from "../define.ts";

export default defineSystemCheck({
  id: "conflicting-error-code",
  category: "system",
  severity: "error",
  messages: {
    status: {
      text: "Unexpected status {status} of {code}: {other} answers it with {otherStatus}.",
      advice: "Answer one code with one status, or name the two errors apart.",
    },
    meaning: {
      text: "Unexpected meaning of {code}: {other} has it for another error.",
      advice: "Give one meaning to a code in the whole system, or name the two errors apart.",
    },
  },
  *survey({ errors }) {
    for (const { code, meanings } of errors) {
      const [first, ...others] = meanings;
      if (!first) continue;
      for (const { feature, place, status, meaning } of others) {
        if (feature.name === first.feature.name) continue;
        const told = { code, other: first.feature.name };
        if (isHttp(status) && isHttp(first.status) && status !== first.status)
          yield { message: "status", place, related: first.place, arguments: { ...told, status, otherStatus: first.status } };
        else if (isOther(code, meaning, first)) yield { message: "meaning", place, related: first.place, arguments: told };
      }
    }
  },
});

/** An exit code and a status of HTTP are no contradiction. */
function isHttp(status: string): boolean {
  return /^[1-5]\d\d$/.test(status.trim());
}

/** Two wordings of one meaning share a word with each other, or both share one with the code. */
function isOther(code: string, meaning: string, first: SystemError["meanings"][number]): boolean {
  if (shareWords(meaning, first.meaning)) return false;
  const words = code.replace(/[^\p{L}]+/gu, " ");
  return contentWords(words).size === 0 || !shareWords(words, meaning) || !shareWords(words, first.meaning);
}
