import { rulesOf } from "./rules.ts";

/** What a page runs or is styled with, wherever it stands. */
export const MARKUP = rulesOf("HTML", {
  script:
    /<script\b[^>\n]{0,200}>[^\n]{0,300}?<\/script>|<script [^>\n]{0,200}\bsrc=|<style\b[^>\n]{0,100}>[^\n]{0,300}?<\/style>|<\w{1,20} [^>\n]{0,200}\bon(?:click|load|error|submit|change)=["']/i,
});

const ATTRIBUTES = String.raw`(?: [@:\w.-]{1,40}=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|\{[^}\n]{0,200}\})){1,20}`;

/** Inline code that is an element with attributes, and not the name of one; a rule of a style sheet; a template with a body. */
export const INLINE_MARKUP = [
  ...rulesOf("HTML", {
    element: [
      new RegExp(String.raw`^<[A-Za-z][\w-]{0,40}${ATTRIBUTES} ?(?:\/>|>[^\n]{0,300}<\/[A-Za-z][\w-]{0,40}>)$`),
      new RegExp(`^<(?:a|img|input|meta|link|div|span|form|button|iframe|source|option|body|html|table|td|p)${ATTRIBUTES} ?>`, "i"),
    ],
  }),
  ...rulesOf("CSS", {
    rule: /^[.#]?[\w-]{1,60}(?:[ .>:#]{1,3}[\w-]{1,60}){0,6} \{ ?(?:color|background|display|margin|padding|font|width|height|border|position|top|left|flex|grid|opacity|z-index|transition)[\w-]{0,30}: ?[^{}\n]{1,160}\}$/,
  }),
  ...rulesOf("template", {
    directive: /\{%-? ?\w|\{\{-? ?(?:range|if|with|template|define|end|else|each)\b|\{\{[#/^]\w|<%[=-]? ?\w|<\?(?:php|=)/,
  }),
];

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
