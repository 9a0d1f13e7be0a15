import { readdirSync } from "node:fs";
import { KnownError } from "../findings/errors.ts";

/**
 * @param absolute a folder that was confined
 * @returns the names in a folder; none where there is no such folder
 * @throws KnownError (`unreadable`) where it cannot be listed
 */
export function namesIn(absolute: string): string[] {
  try {
    return readdirSync(absolute);
  } catch (thrown) {
    const { code = "unknown" } = thrown as NodeJS.ErrnoException;
    if (code === "ENOENT") return [];
    throw new KnownError("unreadable", `cannot list ${absolute}: ${code}`, "Make it a folder that can be read, or remove it.");
  }
}
