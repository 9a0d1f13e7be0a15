export interface Lease {
  holder: string;
  /** Higher with each new holder, and never lower again. */
  token: number;
  until: number;
}

/** One conditional write: free, run out, or the holder's own. */
export function take(present: Lease | undefined, holder: string, now: number, length: number): Lease | undefined {
  const isFree = present === undefined || present.until <= now;
  if (!isFree && present.holder !== holder) return undefined;
  const isOwn = !isFree && present.holder === holder;
  return { holder, token: isOwn ? present.token : (present?.token ?? 0) + 1, until: now + length };
}

/** What is written to refuses whoever has been overtaken, however sure they are of their lease. */
export class Fenced {
  #highest = 0;
  readonly writes: string[] = [];

  write(token: number, what: string): "written" | "overtaken" {
    if (token < this.#highest) return "overtaken";
    this.#highest = token;
    this.writes.push(what);
    return "written";
  }
}
