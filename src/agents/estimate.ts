import {
  type Context,
  type FeatureKey,
  formatKey,
  type InterfaceKind,
  type ModelPrice,
  OUTPUT_KINDS,
  type Review,
  readFeature,
  review,
  shareBudget,
  type Workspace,
  withText,
} from "../core.ts";
import { addTokens, costOf, NO_TOKENS, type Tokens } from "./money/usage.ts";
import { type PlannedSection, planFeature } from "./plan.ts";
import { inputDocuments } from "./prompt.ts";
import { words } from "./words.ts";

/** What a run on one feature is expected to do. */
export interface Estimate {
  feature: string;
  plan: Pick<PlannedSection, "document" | "section" | "action" | "kept" | "gaps">[];
  calls: number;
  tokens: Tokens;
  usd: number;
}

// Of 16 sections about four need one repair; a line of a document has about 25 tokens, and thinking takes as much again.
const CALLS_PER_SECTION = 1.25;
const TOKENS_PER_LINE = 25;
const THINKING = 2;
const OPENING_TOKENS = 1_200;
const BYTES_PER_TOKEN = 4;
const REVIEW_OUTPUT = 2_000;

/** Plans a feature and estimates its cost; nothing is written, and nobody is asked. */
export function estimateFeature(
  workspace: Workspace,
  context: Context,
  key: FeatureKey,
  { interfaces, rewrite }: { interfaces: readonly InterfaceKind[]; rewrite: readonly string[] },
  price: ModelPrice | undefined,
): Estimate {
  const begun = asIfBegun(workspace, context, key, interfaces);
  const plan = planFeature(begun, rewrite, () => false);
  const prefix = tokensIn(`${inputDocuments(begun.model)}${words("rules")}`);
  const parts = OUTPUT_KINDS.map((kind) => {
    const mine = plan.filter(({ document, action }) => document === kind && action === "write");
    const share = shareBudget(begun.model, kind).filter(({ title }) => mine.some(({ section }) => section === title));
    const lines = share.reduce((sum, budget) => sum + budget.lines, 0);
    return { calls: mine.length * CALLS_PER_SECTION, output: lines * TOKENS_PER_LINE * THINKING * CALLS_PER_SECTION };
  });
  const written = parts.filter(({ calls }) => calls > 0);
  const tokens = written.reduce((sum, { calls, output }) => addTokens(sum, callTokens(prefix, calls, output)), NO_TOKENS);
  const reviewed = written.length > 0 ? addTokens(tokens, callTokens(prefix * 2, 1, REVIEW_OUTPUT)) : tokens;
  const calls = Math.ceil(written.reduce((sum, part) => sum + part.calls, 0)) + (written.length > 0 ? 1 : 0);
  return {
    feature: formatKey(key),
    plan: plan.map(({ document, section, action, kept, gaps }) => ({ document, section, action, kept, gaps })),
    calls,
    tokens: reviewed,
    usd: costOf(reviewed, price),
  };
}

/** The prefix is written to the cache once, and read by every later call. */
function callTokens(prefix: number, calls: number, output: number): Tokens {
  return {
    input: 0,
    cacheWrite: Math.round(prefix + calls * OPENING_TOKENS),
    cacheRead: Math.round(prefix * Math.max(0, calls - 1)),
    output: Math.round(output),
  };
}

/** The feature with both outputs begun, as they would be; nothing is written. */
function asIfBegun(workspace: Workspace, context: Context, key: FeatureKey, interfaces: readonly InterfaceKind[]): Review {
  const feature = readFeature(workspace, key);
  const kinds = interfaces.length > 0 ? interfaces : review(feature, context).model.interfaceKinds;
  const begun = OUTPUT_KINDS.reduce(
    (state, kind) =>
      state.documents[kind] ? state : withText(workspace, state, kind, `---\ninterfaces: [${kinds.join(", ")}]\n---\n\n# ${key.feature}\n`),
    feature,
  );
  return review(begun, context);
}

function tokensIn(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN);
}
