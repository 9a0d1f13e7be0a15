import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../src/markdown/index.ts";

const urls = (text: string) => readMarkdown(`# T\n\n${text}\n`).links.map(({ url }) => url);
const dangling = (text: string) => readMarkdown(`# T\n\n${text}\n`).undefinedReferences.map(({ label }) => label);

describe("links that the parser does not know", () => {
  it.each<[string, string, string[]]>([
    ["an image in HTML", '<img src="a.png" alt="A">', ["a.png"]],
    ["a link in HTML, within a sentence", "See <a href='b.md#c'>there</a>.", ["b.md#c"]],
    ["without quotes, over lines", "<p>\n<a\n  class=x\n  href=b.md>b</a></p>", ["b.md"]],
    ["an address with an entity", '<a href="b.md?x=1&amp;y=2">b</a>', ["b.md?x=1&y=2"]],
    ["a wiki link", "See [[nowhere]] and [[a page#Part|words]].", ["nowhere", "a page#Part"]],
    ["a wiki link in a table", "| A | B |\n| - | - |\n| [[page\\|words]] | b |", ["page"]],
    ["an embedded picture", "![[flow.png]]", ["flow.png"]],
  ])("%s", (_, text, expected) => {
    expect(urls(text)).toEqual(expected);
  });

  it.each([
    ["a comment", '<!-- <a href="a.md">a</a> -->'],
    ["code", '`<a href="a.md">` and `[[page]]` and `[a][b]`'],
    ["a block", '```html\n<img src="a.png">\n[[page]]\n```'],
    ["an anchor", '<a id="here" name="there"></a>'],
    ["ids, numbers, options in double brackets", "[[FR-1]] [[1, 2]] [[ -f x ]] [[42]] [[A_KEY]]"],
  ])("none in %s", (_, text) => {
    expect(urls(text)).toEqual([]);
  });
});

describe("references that nothing defines", () => {
  it.each<[string, string, string[]]>([
    ["with a label", "See [the plan][plan-of-refunds].", ["plan-of-refunds"]],
    ["with the words as the label", "See [plan of refunds][].", ["plan of refunds"]],
    ["with a number behind words", "As [the provider says][2].", ["2"]],
    ["an image", "![flow][flow-of-money]", ["flow-of-money"]],
    ["that are defined", "See [the plan][plan] and [Plan][].\n\n[PLAN]: prd.md", []],
    ["marks", "- [P1][FR-2] text, [Must][API] and [x][ ]", []],
    ["elements", "matrix[i][j] and rows[0][1] and [a][1]", []],
    ["footnotes", "Text [note][^1].\n\n[^1]: More.", []],
    ["escaped", "\\[the plan\\]\\[plan\\]", []],
  ])("%s", (_, text, expected) => {
    expect(dangling(text)).toEqual(expected);
  });
});

it("an attribute names a heading, and is no part of its title", () => {
  const { anchors, sections } = readMarkdown("# Scope {#scope-of-work}\n\n## Limits {: #limits .wide }\n\nText {#here}\n");
  expect([...anchors]).toEqual(expect.arrayContaining(["scope-of-work", "limits", "here"]));
  expect([sections[0]?.title, sections[0]?.sections[0]?.title]).toEqual(["Scope", "Limits"]);
});
