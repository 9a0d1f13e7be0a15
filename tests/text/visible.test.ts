import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asWritten, visible, visibleLine } from "../../src/text/visible.ts";

describe("what nobody sees is shown", () => {
  it.each([
    ["an escape sequence", "\u001b[2J", "\\u{001B}[2J"],
    ["NUL", "a\u0000b", "a\\u{0000}b"],
    ["a control of the second block", "a\u009bb", "a\\u{009B}b"],
    ["a turned direction", "a\u202eb", "a\\u{202E}b"],
    ["an isolate", "\u2066a\u2069", "\\u{2066}a\\u{2069}"],
    ["a mark of direction", "a\u200fb", "a\\u{200F}b"],
    ["a space without width", "or\u200bder", "or\\u{200B}der"],
    ["a joiner in a Latin word", "or\u200dder", "or\\u{200D}der"],
    ["a soft hyphen", "or\u00adder", "or\\u{00AD}der"],
    ["text in tags", "a\u{e0041}\u{e0042}", "a\\u{E0041}\\u{E0042}"],
    ["tags behind a flag that spell no region", "\u{1f3f4}\u{e0069}\u{e0020}", "\u{1f3f4}\\u{E0069}\\u{E0020}"],
    [
      "a flag and more tags",
      "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e007f}\u{e0041}",
      "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e007f}\\u{E0041}",
    ],
    ["a run of selectors behind an emoji", "❤\ufe0f\ufe01\ufe02", "❤\ufe0f\\u{FE01}\\u{FE02}"],
    ["a run of joiners behind a letter", "\u0645\u200c\u200c\u200c", "\u0645\u200c\\u{200C}\\u{200C}"],
    ["a filler that is a letter", "a\u3164b", "a\\u{3164}b"],
    ["a line that no editor counts", "a\u2028b", "a\\u{2028}b"],
    ["a carriage return alone", "good\rbad", "good\\u{000D}bad"],
    ["a half of a pair", "a\ud83d", "a\\u{D83D}"],
    ["a byte order mark within", "a\ufeffb", "a\\u{FEFF}b"],
  ])("%s", (_, text, shown) => expect(visible(text)).toBe(shown));
});

describe("what languages and emoji need stays", () => {
  it.each([
    ["lines and tabs", "a\tb\r\nc\n"],
    ["Persian", "می\u200cخواهم"],
    ["Malayalam", "അവന്\u200d"],
    ["Hindi", "क्\u200dष"],
    ["Sinhala", "ශ්\u200dරී"],
    ["a family", "👨\u200d👩\u200d👧"],
    ["a heart on fire", "❤\ufe0f\u200d🔥"],
    ["a person with a tone of skin at work", "👩🏽\u200d💻"],
    ["a woman who runs", "🏃🏽\u200d♀\ufe0f"],
    ["a rainbow flag", "🏳\ufe0f\u200d🌈"],
    ["a keycap", "1\ufe0f\u20e3"],
    ["the flag of Scotland", "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}"],
    ["a variant of an ideograph", "葛\u{e0100}"],
    ["Arabic, Hebrew, Japanese", "طلب הזמנה 注文"],
    ["a no-break space", "10\u00a0ms"],
  ])("%s", (_, text) => expect(visible(text)).toBe(text));
});

it("a name is shown on one line", () => {
  expect(visibleLine("a\n::error::b\r\nc\t")).toBe("a\\u{000A}::error::b\\u{000D}\\u{000A}c\\u{0009}");
  expect(visibleLine("注文 می\u200cخواهم")).toBe("注文 می\u200cخواهم");
});

it("what is shown is read again; other escapes are words", () => {
  const text = fc.string({ unit: fc.constantFrom("a", " ", "\n", "\u202e", "\u200d", "م", "👩", "\u{e0041}", "\u0000", "\ufe0f") });
  fc.assert(fc.property(text, (written) => asWritten(visible(written)) === written));
  expect(asWritten("\\u{0041} \\u{110000} \\u202e \\u{202e}")).toBe("\\u{0041} \\u{110000} \\u202e \u202e");
});
