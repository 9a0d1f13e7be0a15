import { createHash } from "node:crypto";

export interface Flag {
  name: string;
  /** After it a test fails: a flag is removed, or its date is argued for. */
  removeBy: string;
  on: boolean;
  /** Of subjects, 0 to 100. */
  percent: number;
}

/** The same subject always gets the same answer; raising the percentage takes nobody out again. */
export function isOn(flag: Flag | undefined, subject: string): boolean {
  // A service that cannot be asked leaves things as they were.
  if (!flag?.on) return false;
  const hash = createHash("sha256").update(`${flag.name}:${subject}`).digest();
  return hash.readUInt32BE(0) % 100 < flag.percent;
}

export function overdue(flags: readonly Flag[], today: string): string[] {
  return flags.filter(({ removeBy }) => removeBy < today).map(({ name }) => name);
}
