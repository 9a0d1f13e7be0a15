import type { RunEvent } from "../../agents/events.ts";
import type { Ledger } from "../../agents/money/ledger.ts";
import { countTokens } from "../../agents/money/usage.ts";
import type { Style } from "../../report/style.ts";

/** Words what happens in a run, a line for each thing that somebody would want to know; nothing for the rest. */
export function showEvent(event: RunEvent, style: Style): string {
  switch (event.event) {
    case "run":
      return `${style.bold(`Run ${event.run}`)}${event.resumed ? ", resumed" : ""}: ${event.features.length} ${event.features.length === 1 ? "feature" : "features"} with ${event.model}\n`;
    case "notice":
      return `${style.yellow("notice")}  ${event.place ? `${event.place.file}:${event.place.line}: ` : ""}${event.text}\n`;
    case "feature":
      return `${style.bold(event.feature)}: ${event.write} sections to write, ${event.keep} to keep\n`;
    case "section":
      return `  ${mark(event.result, style)} ${event.document}: ${event.section}${notes(event.repairs, event.problems.length)}\n${event.problems.map((problem) => `             - ${problem}\n`).join("")}`;
    case "retry":
      return `  ${style.yellow("again")}      ${event.reason}; in ${(event.wait_ms / 1000).toFixed(1)} s\n`;
    case "review":
      return `  review     ${event.objections} ${event.objections === 1 ? "objection" : "objections"}${event.unsupported > 0 ? `, ${event.unsupported} more without a quote that stands in the document: not followed` : ""}\n`;
    case "batch":
      return `  batch      ${event.requests} requests in ${event.batch}${event.adopted ? ", found again" : ""}\n`;
    case "feature-done":
      return event.finished
        ? `  ${style.green("finished")}   ${event.feature}\n`
        : `  ${style.yellow("open")}       ${event.feature}\n${event.open.map((reason) => `             - ${reason}\n`).join("")}`;
    case "done":
      return `${showLedger(event.ledger, style)}  groundplan runs show ${event.run} tells it section by section.\n`;
    case "call":
      return "";
  }
}

function mark(result: string, style: Style): string {
  const padded = result.padEnd(10);
  return result === "open" ? style.yellow(padded) : result === "written" || result === "composed" ? style.green(padded) : style.dim(padded);
}

function notes(repairs: number, findings: number): string {
  const said = [
    repairs > 0 ? `${repairs} ${repairs === 1 ? "repair" : "repairs"}` : "",
    findings > 0 ? `${findings} ${findings === 1 ? "problem" : "problems"} left` : "",
  ].filter(Boolean);
  return said.length > 0 ? ` (${said.join(", ")})` : "";
}

/** Words what a run came to. */
export function showLedger({ calls, failed, repairs, tokens, usd, unpriced, cacheShare }: Ledger, style: Style): string {
  const count = (number: number) => number.toLocaleString("en-US");
  const cost = unpriced ? "price not known" : `$${usd.toFixed(2)}`;
  return [
    `${style.bold(cost)} for ${calls} calls${failed > 0 ? ` and ${failed} failed attempts` : ""}${repairs > 0 ? `, ${repairs} of them repairs` : ""}, ${count(countTokens(tokens))} tokens:`,
    `  ${count(tokens.input)} input, ${count(tokens.cacheWrite)} written to the cache, ${count(tokens.cacheRead)} read from it (${Math.round(cacheShare * 100)} % of the prompts), ${count(tokens.output)} output`,
    "",
  ].join("\n");
}
