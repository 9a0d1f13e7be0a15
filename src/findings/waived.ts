import { shortHash } from "../text/hash.ts";
import { fileName } from "../text/shorten.ts";
import type { Finding } from "./finding.ts";

/** @returns eight hexadecimal digits that name a finding by what it says, and not by where it stands */
export function waiverHash({ check, message, place, arguments: values }: Finding): string {
  return shortHash(JSON.stringify([check, message, fileName(place.file), values]));
}
