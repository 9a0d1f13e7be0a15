import { expect, it } from "vitest";
import { PERFORMANCE, QUICK_LINKS, ROUTES } from "../../src/context/patterns/routes.ts";
import { loadContext, openWorkspace } from "../../src/core.ts";

it("every route, quick link and place of performance names patterns of the shipped catalogue", () => {
  const current = loadContext(".", openWorkspace(".").config).patterns.filter(({ status }) => status === "current");
  const slugs = new Set(current.map(({ slug }) => slug));
  const named = [...ROUTES, ...QUICK_LINKS].flatMap((route) => route.slugs).concat(PERFORMANCE);
  expect(named.filter((slug) => !slugs.has(slug))).toEqual([]);
});
