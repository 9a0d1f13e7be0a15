import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const PLACES = [
  ...readdirSync(".github/workflows").map((name) => `.github/workflows/${name}`),
  "action.yml",
  "docs/ci.md",
  "README.md",
  ...readdirSync("ci").map((name) => `ci/${name}`),
];

it.each(PLACES)("%s names actions by their full commit hash, with the release that it is", (file) => {
  const used = [...readFileSync(file, "utf8").matchAll(/^\s*(?:- )?uses: (\S+)(.*)$/gm)];
  // groundplan's own hash is known once it is released: the recipe leaves a hole that fails where it is not filled.
  const loose = used.filter(([, action = "", note = ""]) => !/@(?:[0-9a-f]{40}|COMMIT)$/.test(action) || !/^ # \S/.test(note));
  expect(loose.map(([whole]) => whole.trim())).toEqual([]);
});

it("says how vulnerabilities are reported, and names only what is there", () => {
  const text = readFileSync("SECURITY.md", "utf8");
  expect(text).toContain("Report a vulnerability");
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = ""]) => path);
  expect(links.length).toBeGreaterThan(2);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});
