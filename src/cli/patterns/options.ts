import { isDay, KnownError } from "../../core.ts";
import type { Io, WorkspaceOptions } from "../io.ts";

export interface TodayOption extends WorkspaceOptions {
  today?: string;
}

export const ROOT = ["--root <folder>", "root of the project (default: the project around the working directory)"] as const;

/** @throws KnownError (`target`) where the day that was given does not exist */
export function dayOf({ today }: TodayOption, io: Io): string {
  const day = today ?? io.today();
  if (!isDay(day)) throw new KnownError("target", `no day "${day}"`, "Write it as YYYY-MM-DD.");
  return day;
}
