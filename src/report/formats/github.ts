import { visible } from "../../text/visible.ts";
import type { Verdict } from "../../verdict/types.ts";
import { sentence } from "../words.ts";

/** Words findings as workflow commands, which GitHub shows as annotations beside the lines of a pull request. */
export function reportGithub(reviews: readonly Verdict[]): string {
  return reviews
    .flatMap(({ findings }) => findings)
    .map((finding) => {
      const { severity, place, check } = finding;
      const properties = {
        file: place.file,
        line: place.line,
        endLine: place.endLine,
        col: place.column,
        endColumn: place.endLine === undefined || place.endLine === place.line ? place.endColumn : undefined,
        title: `groundplan: ${check}`,
      };
      const told = Object.entries(properties).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${property(String(value))}`]));
      return `::${severity} ${told.join(",")}::${data(sentence(finding))}\n`;
    })
    .join("");
}

function data(text: string): string {
  return visible(text).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
