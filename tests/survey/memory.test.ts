import { expect, it } from "vitest";
import { rememberCode } from "../../src/survey/memory.ts";
import { surveyWithDigest } from "../../src/survey/survey.ts";
import { makeWorkspace, writeFiles } from "../support/workspace.ts";

const APP = (path: string) => `const app = require("express")();\napp.get("${path}", h);\n`;

it("looks at the code once for calls that follow each other, and again when that was a while ago", async () => {
  const root = makeWorkspace({ "app.js": APP("/orders") });
  let time = 0;
  let looks = 0;
  const memory = rememberCode(() => time);
  const routes = async () => {
    const code = await memory.of(root, (known) => {
      looks += 1;
      return surveyWithDigest(root, { known });
    });
    return { code, paths: code?.survey.routes.map(({ path }) => path) };
  };
  const [first, second] = await Promise.all([routes(), routes()]);
  time = 1_900;
  const third = await routes();
  expect([looks, first.paths]).toEqual([1, ["/orders"]]);
  expect([second.code, third.code]).toEqual([first.code, first.code]);
  time = 2_100;
  const same = await routes();
  expect(looks).toBe(2);
  // What has not changed is the same object: what was made of it is not made again.
  expect(same.code).toBe(first.code);
  writeFiles(root, { "app.js": APP("/returned-orders") });
  time = 5_000;
  expect((await routes()).paths).toEqual(["/returned-orders"]);
});

it("a look that failed is not kept", async () => {
  const memory = rememberCode(() => 0);
  await expect(memory.of("/", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await memory.of("/", async () => undefined)).toBeUndefined();
});
