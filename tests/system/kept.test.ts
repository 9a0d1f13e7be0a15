import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keep, readKept, stamp } from "../../src/system/page/kept.ts";

const HEAD = "# System Patterns\n\n<!-- groundplan:system -\nWritten by a command.\n-->\n\n";
const FILE = "docs/system-patterns.md";
const page = (body: string) => stamp(`${HEAD}${body}\n`);

describe("what people wrote comes back byte for byte", () => {
  it.each([
    ["a paragraph", "\n\nThree services, **one** database.\n\n"],
    ["nothing", ""],
    ["other line ends, tabs and trailing blanks", "\r\n\tone  \r\n\r\ntwo\t \r\n"],
    ["a table and a diagram", "\n| A |\n| --- |\n| x |\n\n```mermaid\nflowchart LR\n  a --> b\n```\n"],
    ["comments of its own", "\n<!-- TODO: ask finance -->\n<!-- groundplan-ignore vague-wording: quoted -->\n"],
    ["other scripts", "\nСервис → 服務 🧭\n"],
  ])("%s", (_, part) => {
    expect([...readKept(page(keep("style", part)), FILE).parts]).toEqual([["style", part]]);
  });

  it("whatever it is, as long as it holds no mark", () => {
    const free = fc.string({ unit: "binary" }).filter((text) => !text.includes("groundplan"));
    fc.assert(
      fc.property(free, free, (one, two) => {
        const { parts, edited } = readKept(page(`${keep("one", one)}\n\n${keep("two", two)}`), FILE);
        expect([parts.get("one"), parts.get("two"), edited]).toEqual([one, two, false]);
      }),
    );
  });
});

describe("a damaged mark is told with its line, and names what to do", () => {
  const begin = (name: string) => `<!-- groundplan:keep ${name} -->`;
  const end = (name: string) => `<!-- /groundplan:keep ${name} -->`;
  it.each<[string, string, RegExp]>([
    ["unclosed", `${begin("style")}\nmine\n`, /:7: expected the end of the part "style"/],
    [
      "unclosed before another",
      `${begin("style")}\nmine\n${begin("flow")}\n${end("flow")}`,
      /:9: unexpected mark of "flow" inside of the part "style"/,
    ],
    ["nested", `${begin("style")}\n${begin("style")}\n${end("style")}`, /:8: unexpected mark of "style" inside/],
    ["doubled", `${keep("style", "a")}\n\n${keep("style", "b")}`, /:9: unexpected second part "style"/],
    ["an end without a beginning", `mine\n${end("style")}`, /:8: unexpected end of the part "style"/],
    ["an end of another", `${begin("style")}\n${end("flow")}`, /:8: unexpected end of the part "flow"/],
    ["a second end", `${keep("style", "a")}${end("style")}`, /:7: unexpected end of the part "style"/],
    ["without a name", "<!-- groundplan:keep -->\nmine", /:7: unexpected mark/],
    ["with two names", "<!-- groundplan:keep my style -->\nmine", /:7: unexpected mark/],
    ["misspelt", "<!-- groundplan:kep style -->\nmine", /:7: unexpected mark "<!-- groundplan:kep"/],
    ["an end that is misspelt", `${begin("style")}\nmine\n<!-- /groundplan:keeep style -->`, /expected the end of the part "style"/],
  ])("%s", (_, body, message) => {
    expect(() => readKept(page(body), FILE)).toThrow(
      expect.objectContaining({
        code: "marker",
        message: expect.stringMatching(message),
        advice: expect.stringMatching(/Nothing was written\.$/),
      }),
    );
  });

  it("a page that somebody else wrote", () => {
    expect(() => readKept("# System Patterns\n\nOurs.\n", FILE)).toThrow(expect.objectContaining({ code: "foreign-page" }));
  });
});

describe("an edit outside of the marks is seen", () => {
  const clean = page(`## Style\n\n${keep("style", "mine")}`);

  it.each<[string, (text: string) => string, boolean]>([
    ["none", (text) => text, false],
    ["inside of the marks", (text) => text.replace("mine", "ours, and\nmore"), false],
    ["other line ends, as git may give them", (text) => text.replaceAll("\n", "\r\n"), false],
    ["a sentence below the part", (text) => `${text}\nBy the way.\n`, true],
    ["another heading", (text) => text.replace("## Style", "## Our style"), true],
    ["a part that somebody took out", (text) => text.replace(keep("style", "mine"), ""), true],
    ["another stamp", (text) => text.replace(/groundplan:system \w+/, "groundplan:system 0123456789abcdef"), true],
  ])("%s", (_, change, edited) => {
    expect(readKept(change(clean), FILE).edited).toBe(edited);
  });
});
