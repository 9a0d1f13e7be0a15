import type { Flow, FlowLine } from "../../markdown/index.ts";

/** So many lines in bold make sections of a text that has hardly any headings. */
const FEWEST_TITLES = 5;
const SHARE = 2;
const LONGEST_TITLE = 60;
/** `#Checkout`: a heading that lacks its space. */
const HASHED = /^(#{1,6})\p{Lu}[^#]{1,80}$/u;

/**
 * Takes lines that stand alone in bold for titles, in a text that has hardly any headings: so exports of note-taking programs write
 * their sections.
 *
 * @returns the blocks with those lines as headings, each of the rank of the heading above it
 */
export function withBoldTitles(flows: readonly Flow[]): Flow[] {
  const headings = flows.filter(({ form }) => form === "heading").length;
  const titles = flows.filter((flow) => boldTitle(flow) !== undefined).length;
  const counts = titles >= FEWEST_TITLES && titles >= headings * SHARE;
  let depth = 2;
  return flows.map((flow) => {
    if (flow.form === "heading") depth = flow.depth;
    const hashed = flow.form === "paragraph" && flow.lines.length === 1 ? HASHED.exec(flow.lines[0]?.text ?? "") : null;
    if (hashed && flow.form === "paragraph") return { form: "heading", depth: hashed[1]?.length ?? 1, line: flow.lines[0] as FlowLine };
    const line = counts ? boldTitle(flow) : undefined;
    return line ? { form: "heading", depth, line } : flow;
  });
}

function boldTitle(flow: Flow): FlowLine | undefined {
  const line = flow.form === "paragraph" && flow.lines.length === 1 ? flow.lines[0] : undefined;
  const bold = line?.bold;
  if (!line || bold === undefined || bold.length > LONGEST_TITLE || /[:：.!?。]$/u.test(bold)) return undefined;
  return /\p{L}|\p{N}/u.test(line.text.replace(bold, "")) ? undefined : line;
}
