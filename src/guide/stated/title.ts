import type { Model } from "../../model/types.ts";
import { plainTitle } from "../../text/headings.ts";

/** What a heading says of the sort of document, before or behind what the feature is called. */
const BEFORE =
  /^(?:(?:prd|product requirements?(?: document)?|software requirements? specification|srs|requirements? specification|technical requirements?(?: document)?|business requirements?(?: document)?|feature(?: specification| prd)?|spec(?:ification)?|requirements?(?: document)?|rfc|proposal|design|user story|epic|change)(?: \([A-Z]{2,4}\))?(?:[- ]\d{1,4}[a-z]?)?|[A-Z]{1,5}\d{1,4}(?:-[A-Z]{1,3}\d{1,4})*)\s{0,2}[:–—-]\s{1,3}/i;
const BEHIND =
  /(?:\s{0,2}[:–—-])?\s(?:prd|product requirements?(?: document)?|specification|spec|requirements?(?: document)?|proposal)(?: \([A-Z]{2,4}\))?$|\s?(?:要件定義書?|要求仕様書|仕様書|需求文档|需求说明书|요구사항(?: 정의서)?)$/i;
/** A title that says the sort of document alone names no feature. */
const SORT =
  /^(?:the )?(?:product |software |system |functional |technical |business |project )?(?:prd|srs|brd|requirements?|specifications?|requirements? (?:document|specification|definition)|document|proposal|overview|introduction|design|feature|readme|要件定義書?|要求仕様書|需求文档|産品需求文档|Техническое задание|Lastenheft|Pflichtenheft)(?: (?:document|specification))?$/i;

/** @returns a title without the words that say what sort of document it stands on: "PRD: Order refunds" is "Order refunds" */
export function bareTitle(title: string): string {
  const bare = title.trim().replace(BEFORE, "").replace(BEHIND, "").trim();
  return bare === "" ? title.trim() : bare;
}

/** @returns what the feature is called: in the PRD's front matter, in its title, or in the key of its folder */
export function featureTitle({ documents: { prd }, key }: Model): string {
  const stated = prd?.markdown.frontMatter.data.title;
  const heading = prd?.markdown.sections[0]?.depth === 1 ? prd.markdown.sections[0].title : undefined;
  const title = typeof stated === "string" && stated.trim() !== "" ? stated : plainTitle(heading ?? "");
  const bare = bareTitle(title);
  if (bare !== "" && !SORT.test(bare.replace(/\s?\([A-Z]{2,4}\)/, ""))) return bare;
  // A PRD that stands anywhere has no key but its file's name.
  return (
    (key.epic === "loose" ? "The feature" : "") ||
    key.feature
      .replace(/^(?:[A-Z]+\d+-)+/, "")
      .replace(/[-_.]+/g, " ")
      .trim()
  );
}
