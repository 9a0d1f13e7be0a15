import { rulesOf } from "./rules.ts";

/** Inline code that is an element with attributes, and not the name of one. */
export const INLINE_MARKUP = rulesOf("HTML", {
  element:
    /^<[A-Za-z][\w-]{0,40}(?: [@:\w.-]{1,40}=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|\{[^}\n]{0,200}\})){1,20} ?(?:\/>|>[^\n]{0,300}<\/[A-Za-z][\w-]{0,40}>)$/,
});

/** Markup and style sheets. A single tag is what prompts and placeholders are written with, so attributes or a pair are needed. */
export const MARKUP_LINES = [
  ...rulesOf("HTML", {
    document: /^[ \t]*<(?:!DOCTYPE|html|\?xml|svg|script|style)\b[^\n]{0,200}/i,
    element: [
      /^[ \t]*<[A-Za-z][\w.:-]{0,40}(?:[ \t]+[@:#\w.-]{1,40}=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|\{[^\n]{0,200}))/,
      /^[ \t]*<([A-Za-z][\w.:-]{0,40})>[^<\n]{0,200}<\/\1>[ \t]*$/,
      /^[ \t]*(?:<[A-Z][\w.]{1,40}[ \t]*\/>|<>|<\/>)/,
    ],
  }),
  ...rulesOf("CSS", {
    rule: /^[ \t]*(?:[.#:@]?[\w-]{1,60}(?:[ \t.>:,#]{1,3}[\w()-]{1,60}){0,6})[ \t]*\{[ \t]*\n[ \t]*[\w-]{2,40}:[^\n;]{1,120};/,
    property: /^[ \t]*--[\w-]{1,60}:[^\n;]{1,120};/,
  }),
];
