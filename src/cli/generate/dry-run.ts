import { type Estimate, estimateFeature } from "../../agents/estimate.ts";
import { PRICES_AS_OF } from "../../agents/money/prices.ts";
import { countTokens } from "../../agents/money/usage.ts";
import { requireSections } from "../../agents/plan.ts";
import type { Context, FeatureKey, InterfaceKind, ModelPrice, Workspace } from "../../core.ts";
import { count } from "../../report/words.ts";

export interface DryRun {
  interfaces: readonly InterfaceKind[];
  rewrite: readonly string[];
  model: string;
  price: ModelPrice | undefined;
}

/**
 * @returns what a run would do and about what it would cost; nothing is asked or written
 * @throws KnownError (`section`) for a section to rewrite that does not exist
 */
export function planRun(workspace: Workspace, context: Context, keys: readonly FeatureKey[], dry: DryRun): Estimate[] {
  requireSections(context, dry.rewrite);
  return keys.map((key) => estimateFeature(workspace, context, key, dry, dry.price));
}

/** What the inputs leave to whoever writes: all else is in the draft already. */
function leftIn(plan: Estimate["plan"]): string {
  const open = plan.filter(({ gaps, kept }) => gaps > 0 && kept === undefined);
  const written = plan.filter(({ action }) => action === "write");
  if (written.length === 0) return "  Nothing is left for the model.";
  if (open.length === 0)
    return `  Left for the model: the words of ${count(written.length, "section")}; the inputs leave no decision open.`;
  const all = open.reduce((sum, { gaps }) => sum + gaps, 0);
  return `  Left for the model: ${count(all, "decision")} in ${count(open.length, "section")}, and the words of ${count(written.length, "section")}; what the inputs state is in the draft already.`;
}

/** Words a plan. */
export function showPlan(estimates: readonly Estimate[], { model, price }: DryRun): string {
  const features = estimates.map(({ feature, plan, calls, usd }) =>
    [
      `${feature}: about ${calls} calls${price ? `, $${usd.toFixed(2)}` : ""}`,
      ...plan.map(({ document, section, action, kept, gaps }) => {
        const left = gaps > 0 ? ` (${count(gaps, "decision")} left)` : "";
        return `  ${(kept ?? action).padEnd(10)} ${document}: ${section}${left}`;
      }),
      leftIn(plan),
    ].join("\n"),
  );
  const total = estimates.reduce((sum, { usd }) => sum + usd, 0);
  const tokens = estimates.reduce((sum, estimate) => sum + countTokens(estimate.tokens), 0);
  const cost = price ? `about $${total.toFixed(2)} with ${model} at the prices of ${PRICES_AS_OF}` : `the price of ${model} is not known`;
  return `${features.join("\n\n")}\n\nIn all ${tokens.toLocaleString("en-US")} tokens, ${cost}. Nothing was asked or written.\n`;
}
