import { describe, expect, it } from "vitest";
import { type Context, loadContext, openWorkspace } from "../../src/core.ts";
import { exampleText, reviewIn } from "../support/example.ts";
import { FOLDER, KEY, makeWorkspace, PRD, RESEARCH } from "../support/workspace.ts";

const OWN = "context/patterns/integration-patterns.md";
const entry = (title: string, fits: string) => `## ${title}\n\n**Fits**: ${fits}\n\n**Signals**: parcel locker\n`;
const FRONT = "---\ntitle: Ours\ncategory: integration\nstatus: current\nlast_updated: 2026-11-20\nowner: parcels\n---\n\n# Ours\n\n";

function contextOf(files: Record<string, string>): Context {
  const { root, config } = openWorkspace(makeWorkspace(files));
  return loadContext(root, config);
}

describe("a team's own catalogue lies over the shipped one, entry by entry", () => {
  const read = () => ({
    shipped: contextOf({}).patterns,
    own: contextOf({ [OWN]: `${FRONT}${entry("Retry", "what we repeat.")}\n${entry("Parcel Locker", "doors that open once.")}` }).patterns,
  });

  it("the same slug takes the shipped entry's place", () => {
    const { own } = read();
    expect(own.find(({ slug }) => slug === "retry")).toMatchObject({ fits: "what we repeat.", link: `${OWN}#retry` });
    expect(own.filter(({ slug }) => slug === "retry")).toHaveLength(1);
  });

  it("a new entry is added, and every other shipped one stays", () => {
    const { shipped, own } = read();
    expect(own.map(({ slug }) => slug)).toEqual([...shipped.map(({ slug }) => slug), "parcel-locker"]);
    expect(own.find(({ slug }) => slug === "saga")).toEqual(shipped.find(({ slug }) => slug === "saga"));
  });

  it("of two with one slug the first counts", () => {
    const twins = contextOf({ [OWN]: `${FRONT}${entry("Parcel Locker", "the first.")}\n${entry("Parcel Locker", "the second.")}` });
    expect(twins.patterns.filter(({ title }) => title === "Parcel Locker").map(({ fits }) => fits)).toEqual(["the first.", "the second."]);
    const apart = contextOf({
      "context/patterns/a.md": FRONT + entry("Parcel Locker", "the first."),
      "context/patterns/b.md": FRONT + entry("Parcel Locker", "the second."),
    });
    expect(apart.patterns.filter(({ title }) => title === "Parcel Locker").map(({ fits }) => fits)).toEqual(["the first."]);
  });

  it("a link to a shipped entry holds although the team's file of that name lacks it", () => {
    const link = (slug: string) => `../../../../${OWN}#${slug}`;
    const root = makeWorkspace({
      [OWN]: FRONT + entry("Parcel Locker", "doors that open once."),
      [`${FOLDER}/prd.md`]: PRD,
      [`${FOLDER}/00-research-report.md`]: RESEARCH,
      [`${FOLDER}/02-architecture.md`]: `${exampleText("architecture")}\n[a](${link("api-gateway")}) [b](${link("parcel-locker")}) [c](${link("telegram")})\n`,
    });
    const broken = reviewIn(root, KEY).findings.filter(
      ({ check, arguments: { url } }) => check === "broken-link" && String(url).includes("/integration-patterns.md#"),
    );
    expect(broken.map(({ arguments: { fragment } }) => fragment)).toEqual(["telegram"]);
  });
});
