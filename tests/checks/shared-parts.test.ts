import { describe, expect, it } from "vitest";
import { type Change, reviewChanged, told } from "../support/mutate.ts";

const REFUNDS = "### API Endpoints\n";
const SIGNED_IN = "**Authentication and authorization**: Bearer token with the role `support-agent` or `finance-approver`.";

/** Says below a heading what holds for all endpoints, and takes it out of each. */
const once =
  (heading: string, shared: string, taken: RegExp): Change =>
  (text) =>
    text.replace(taken, "").replace(heading, () => `${heading}\n${shared}\n`);

const AUTHENTICATION = /^- \*\*Authentication and authorization\*\*: .*\n/gm;
const VALIDATION = /`400 VALIDATION_FAILED`, /g;

describe("what holds for all interfaces of a kind is said once", () => {
  it.each<[string, Change]>([
    ["below the heading of the kind", once(REFUNDS, SIGNED_IN, AUTHENTICATION)],
    ["below the heading of all kinds", once("## Interface Specifications\n", SIGNED_IN, AUTHENTICATION)],
    ["under the team's word for it", once(REFUNDS, SIGNED_IN.replace("Authentication and authorization", "Authorization"), AUTHENTICATION)],
    ["a failure of all, beside those of each", once(REFUNDS, "**Error responses**: `400 VALIDATION_FAILED`", VALIDATION)],
  ])("%s: nothing is missed", (_, change) => {
    const silent = told(reviewChanged({ "backend-design": change }));
    expect(silent.filter((each) => /incomplete-interface|missing-error-case|contract-mismatch/.test(each))).toEqual([]);
  });

  it("an interface that says it otherwise keeps its own words", () => {
    const { model } = reviewChanged({ "backend-design": once(REFUNDS, SIGNED_IN, /(?!)/) });
    const decision = model.backend.interfaces.find(({ name }) => name.endsWith("/decision"));
    expect(decision?.values["Authentication and authorization"]?.text).toContain("the requester is refused");
  });

  it("what is said nowhere is missed in each", () => {
    const missed = told(reviewChanged({ "backend-design": (text) => text.replace(AUTHENTICATION, "") }));
    expect(missed.filter((each) => each.startsWith("incomplete-interface missing"))).toHaveLength(4);
  });

  it("an unknown code that all share is one finding", () => {
    const shared = once(REFUNDS, "**Error responses**: `418 KETTLE_COLD`", /(?!)/);
    const found = told(reviewChanged({ "backend-design": shared }));
    expect(found).toHaveLength(1);
  });
});
