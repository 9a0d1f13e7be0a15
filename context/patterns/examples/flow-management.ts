type State = "draft" | "running" | "paused" | "failed" | "stopped";

const COMMANDS: Readonly<Record<string, { from: readonly State[]; to: State }>> = {
  start: { from: ["draft", "failed"], to: "running" },
  pause: { from: ["running"], to: "paused" },
  resume: { from: ["paused"], to: "running" },
  stop: { from: ["running", "paused", "failed"], to: "stopped" },
};

/** A command sets the wanted state, and may be repeated; whatever does not fit the present one is a conflict. */
export function command(name: keyof typeof COMMANDS, wanted: State): State | 409 {
  const rule = COMMANDS[name];
  if (!rule) return 409;
  if (wanted === rule.to) return wanted;
  return rule.from.includes(wanted) ? rule.to : 409;
}

/** The controller moves the actual state towards the wanted one, every few seconds, whoever was restarted. */
export function nextAction(wanted: State, actual: State): "start" | "drain" | "nothing" {
  if (wanted === actual) return "nothing";
  return wanted === "running" ? "start" : "drain";
}
