interface Layer {
  name: string;
  seconds: number;
  /** Can be told to forget, within so many seconds. */
  toldWithin?: number;
}

/** The greatest age at the reader: the sum of the lives, or of what each takes to be told once those behind it are fresh. */
export function greatestAge(layers: readonly Layer[]): { untold: number; told: number } {
  return {
    untold: layers.reduce((sum, { seconds }) => sum + seconds, 0),
    told: layers.reduce((sum, { seconds, toldWithin }) => sum + Math.min(seconds, toldWithin ?? seconds), 0),
  };
}

export const HEADERS = {
  personal: "private, no-store",
  product: "public, max-age=10, s-maxage=60",
  hashedName: "public, max-age=31536000, immutable",
};
