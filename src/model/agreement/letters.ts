import { nameKey } from "../../text/names.ts";

/** A name that programs use, and no title for people. */
const IDENTIFIER = /^[A-Za-z_$][\w$.-]{0,99}$/;

/** @returns whether two spellings of one name differ as programs see it: `orderID` and `orderId`, `order_id` and `orderId`. */
export function spelledOtherwise(agreed: string, own: string): boolean {
  const [a, b] = [bare(agreed), bare(own)];
  return a !== b && nameKey(a) === nameKey(b) && IDENTIFIER.test(a) && IDENTIFIER.test(b);
}

/** A field's name may carry marks that say what it holds: `items[]`, `note?`. */
function bare(name: string): string {
  return name.replace(/(?:\[\]|[?*!]){1,4}$/, "").trim();
}
