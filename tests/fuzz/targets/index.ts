import type { Target } from "../target.ts";
import { assistants } from "./assistants.ts";
import { cache } from "./cache.ts";
import { baseline, configuration, decision, overview, patterns, template } from "./context.ts";
import { diagram } from "./diagram.ts";
import { journal } from "./journal.ts";
import { bytes, frontMatter, markdown } from "./markdown.ts";
import { mcp } from "./mcp.ts";
import { reviews } from "./review.ts";

/** Every reader of text that somebody else has written. */
export const TARGETS: readonly Target[] = [
  markdown,
  bytes,
  frontMatter,
  ...reviews,
  template,
  patterns,
  decision,
  overview,
  diagram,
  configuration,
  baseline,
  assistants,
  journal,
  cache,
  mcp,
];
