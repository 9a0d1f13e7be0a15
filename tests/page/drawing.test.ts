import { describe, expect, it } from "vitest";
import { rebuildDrawing } from "../../src/render/pictures/rebuild.ts";

const svg = (inside: string, root = "") =>
  `<svg id="my-svg" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"${root}>${inside}</svg>`;
const rebuilt = (inside: string) => /^<svg [^>]*>([\s\S]*)<\/svg>$/.exec(rebuildDrawing(svg(inside), "d1") ?? "")?.[1];

describe("a drawing on a page", () => {
  it.each([
    [
      "shapes, words and classes stay",
      '<g class="node"><rect x="1" y="2"/><text>a &amp; b</text></g>',
      '<g class="node"><rect x="1" y="2"/><text>a &#38; b</text></g>',
    ],
    [
      "what a style says is said by attributes",
      '<text style="text-anchor: middle; fill: red !important; font-family: x">a</text>',
      '<text text-anchor="middle" fill="red">a</text>',
    ],
    [
      "an arrow's head keeps its arrow",
      '<marker id="h"><path d="M 0 0 L 1 1 z"/></marker><path d="M0,0" marker-end="url(#h)"/>',
      '<marker id="d1-h"><path d="M 0 0 L 1 1 z"/></marker><path d="M0,0" marker-end="url(#d1-h)"/>',
    ],
    ["what nothing refers to is left out", '<marker id="h"><path d="M 0 0 z"/></marker><g/>', "<g/>"],
    ["scripts are left out, with all in them", "<script>alert(1)</script><g><script/><rect/></g>", "<g><rect/></g>"],
    ["styles are left out", "<style>@import url(http://x)</style><rect/>", "<rect/>"],
    ["foreign elements are left out, with all in them", "<foreignObject><div><rect/><p>a</p></div></foreignObject><rect/>", "<rect/>"],
    ["links and pictures are left out", '<a href="http://x"><rect/></a><image href="http://x/y.png"/>', ""],
    ["what runs is left out", '<rect onclick="alert(1)" onload="x" x="1"/>', '<rect x="1"/>'],
    [
      "what leads elsewhere is left out",
      '<use href="http://x#y"/><rect fill="url(http://x#y)" style="fill: url(http://x)"/>',
      "<use/><rect/>",
    ],
    ["animation is left out", '<rect><animate attributeName="href" values="javascript:alert(1)"/></rect>', "<rect></rect>"],
    [
      "references within stay, under the drawing's own name",
      '<symbol id="s"><rect/></symbol><use xlink:href="#s"/>',
      '<symbol id="d1-s"><rect/></symbol><use href="#d1-s"/>',
    ],
    ["escapes are read once", "<text>&lt;script&gt;&#60;b&#x3e;&amp;lt;</text>", "<text>&#60;script&#62;&#60;b&#62;&#38;lt;</text>"],
    ["comments are left out", "<!-- <script>alert(1)</script> --><rect/>", "<rect/>"],
  ])("%s", (_, inside, expected) => {
    expect(rebuilt(inside)).toBe(expected);
  });

  it.each([
    ["no XML", "<svg"],
    ["an element that does not end", '<svg viewBox="0 0 1 1"><g>'],
    ["one end too many", '<svg viewBox="0 0 1 1"></svg></svg>'],
    ["HTML", "<div><svg></svg></div>"],
    ["an instruction", '<?xml-stylesheet href="x"?><svg viewBox="0 0 1 1"></svg>'],
    ["a section of characters", '<svg viewBox="0 0 1 1"><![CDATA[<script>]]></svg>'],
    ["nothing", ""],
  ])("is not made of %s", (_, markup) => {
    expect(rebuildDrawing(markup, "d1")).toBeUndefined();
  });
});
