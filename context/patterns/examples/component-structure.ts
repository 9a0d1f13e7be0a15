// Rules: no input, no output, no clock. What they need is passed in.
export function priceOf(lines: readonly { unitMinor: number; quantity: number }[], discountPercent: number): number {
  const total = lines.reduce((sum, { unitMinor, quantity }) => sum + unitMinor * quantity, 0);
  return total - Math.floor((total * discountPercent) / 100);
}

// Port: in the words of the component.
export interface PriceList {
  unitPrice(sku: string): Promise<number>;
}

// Application service: loads, calls the rules, answers. It holds no rule.
export async function quote(
  prices: PriceList,
  items: readonly { sku: string; quantity: number }[],
  discountPercent: number,
): Promise<number> {
  const lines = await Promise.all(items.map(async ({ sku, quantity }) => ({ unitMinor: await prices.unitPrice(sku), quantity })));
  return priceOf(lines, discountPercent);
}
