import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../support/cli.ts";
import { copyExamples, FOLDER, makeWorkspace, PRD, writeFiles } from "../support/workspace.ts";

const REFUNDS = "docs/plan/E00-examples/E00-F01-order-refunds";

describe("groundplan page", () => {
  it("writes where git does not look when nothing else is said, the same file for the same documents", () => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD });
    expect(runCli(["page"], root)).toEqual({ status: 0, out: "wrote .groundplan/plan.html\n", err: "" });
    const text = readFileSync(join(root, ".groundplan/plan.html"), "utf8");
    expect(text).toContain("Parcel tracking");
    expect(text).toContain("A carrier can report a new state of a parcel");
    runCli(["page"], root);
    expect(readFileSync(join(root, ".groundplan/plan.html"), "utf8")).toBe(text);
  });

  it("has an index and a page for each feature where they are many, and every address leads somewhere", () => {
    const root = makeWorkspace();
    copyExamples(root, REFUNDS, "docs/adr");
    for (let number = 10; number < 62; number++) writeFiles(root, { [`docs/plan/E01-shop/E01-F${number}-parcels/prd.md`]: PRD });
    expect(runCli(["page", "-o", "out/plan.html", "--no-draw"], root)).toEqual({
      status: 0,
      out: "wrote out/plan.html, and 55 pages in out/plan/\n",
      err: "",
    });
    const files = ["plan.html", ...readdirSync(join(root, "out/plan")).map((name) => `plan/${name}`)];
    const texts = new Map(files.map((file) => [file, readFileSync(join(root, "out", file), "utf8")]));
    const lost = files.flatMap((file) =>
      [...(texts.get(file) ?? "").matchAll(/<a (?:class="[^"]*" )?href="([^"]*)"/g)].flatMap(([, address = ""]) => {
        if (/^https?:/.test(address)) return [];
        const [path = "", id = ""] = address.split("#");
        const to = path === "" ? file : join(file, "..", path);
        return texts.get(to)?.includes(`id="${id}"`) ? [] : [`${file}: ${address}`];
      }),
    );
    expect(lost).toEqual([]);
    expect(Buffer.byteLength(texts.get("plan.html") ?? "")).toBeLessThan(200_000);
  });

  it.each([
    { words: ["-o", "../plan.html"], says: /unexpected output/ },
    { words: ["-o", "plan.md"], says: /Name a file inside of the project that ends in \.html/ },
    { words: ["E77-F77"], says: /E77-F77/ },
  ])("refuses $words", ({ words, says }) => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD });
    const { status, err } = runCli(["page", ...words], root);
    expect({ status, err }).toEqual({ status: 2, err: expect.stringMatching(says) });
    expect(existsSync(join(root, "../plan.html"))).toBe(false);
  });

  it("shows the source of diagrams where nothing draws, and says why", () => {
    const root = makeWorkspace();
    copyExamples(root, REFUNDS);
    const env = {
      PATH: "",
      CHROME_PATH: "",
      PUPPETEER_EXECUTABLE_PATH: "/nowhere/chromium",
      XDG_CACHE_HOME: join(root, "cache"),
    };
    const { status, err } = runCli(["page", "-o", "plan.html"], root, env);
    expect({ status, err }).toEqual({ status: 0, err: expect.stringMatching(/^Diagrams are shown as their source: /) });
    const text = readFileSync(join(root, "plan.html"), "utf8");
    expect(text).toContain("sequenceDiagram");
    expect(text).not.toContain("<svg");
  });
});
