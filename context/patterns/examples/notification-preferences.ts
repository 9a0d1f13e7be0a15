interface Kind {
  name: string;
  mandatory: boolean;
  on: boolean;
}

/** Decided when it is sent, in one order: mandatory, recipient, organisation, default. */
export function decide(
  kind: Kind,
  recipient: boolean | undefined,
  organisation: boolean | undefined,
  hour: number,
  quiet: { from: number; to: number } | undefined,
): "send" | "hold" | "drop" {
  if (kind.mandatory) return "send";
  if (!(recipient ?? organisation ?? kind.on)) return "drop";
  if (!quiet) return "send";
  const isQuiet = quiet.from > quiet.to ? hour >= quiet.from || hour < quiet.to : hour >= quiet.from && hour < quiet.to;
  return isQuiet ? "hold" : "send";
}
