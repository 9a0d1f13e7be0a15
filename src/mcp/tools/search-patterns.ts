import * as z from "zod";
import { PATTERN_CATEGORIES } from "../../core.ts";
import { defineTool } from "../define.ts";
import { asData, fenced } from "../shown/data.ts";
import { clip, takeFitting } from "../shown/shorten.ts";

/** Of what was asked for, no more is worth reading. */
const MOST = 10;
/** What fits less than so, beside the best, fits by chance. */
const WORTH = 0.3;
const MOST_OF_CATEGORY = 60;
const ROOM = 9000;

export default defineTool({
  name: "search_patterns",
  title: "Search patterns",
  description:
    "Search architecture patterns by a problem in everyday words, such as third party api is down, or list a category. A design applies one by its link.",
  input: z.strictObject({
    words: z.string().max(300).optional(),
    category: z.enum(PATTERN_CATEGORIES).optional(),
  }),
  output: z.object({
    patterns: z.array(z.object({ title: z.string(), link: z.string(), category: z.string(), fits: z.string(), page: z.string() })),
    left_out: z.number(),
  }),
  read: true,
  effect: "reads",
  run({ words = "", category }, { context, workspace, core: { linkFrom, searchPatterns } }) {
    const known = category === undefined ? context.patterns : context.patterns.filter((pattern) => pattern.category === category);
    const fitting = searchPatterns(known, words, MOST);
    const worth = fitting.filter(({ score }) => score >= WORTH * (fitting[0]?.score ?? 0));
    const hits = words === "" ? known : worth.map(({ pattern }) => pattern);
    const found = hits.map(({ title, link, category: of, fits, slug, status }) => ({
      title: status === "deprecated" ? `${title} (deprecated)` : title,
      link: linkFrom(`${workspace.config.plan}/epic/feature`, link),
      category: of,
      fits: asData(clip(fits, 300)),
      page: `groundplan://patterns/${slug}`,
    }));
    const { kept: patterns, left: left_out } = takeFitting(found, words === "" ? MOST_OF_CATEGORY : MOST, ROOM);
    const lines = patterns.map(({ title, link, category: of, fits, page }) => `- ${title} (${of}, ${link}): fits ${fits} Page: ${page}`);
    const text =
      patterns.length === 0
        ? "No pattern has these words. Try other words, or a category alone."
        : [fenced("catalogue", lines.join("\n")), ...(left_out > 0 ? [`- and ${left_out} more`] : [])].join("\n");
    return { data: { patterns, left_out }, text };
  },
});
