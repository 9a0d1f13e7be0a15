import { expect, test } from "vitest";
import { KnownError } from "../../src/core.ts";
import { wordError } from "../../src/mcp/advice.ts";
import { guarded } from "../../src/mcp/errors.ts";

const ROOT = "/home/somebody/project";

test("a mistake is told with its cause and a recovery step, without a path of this machine", () => {
  expect(wordError(new KnownError("cannot-write", `cannot write ${ROOT}/docs`, "Mend the permissions."), ROOT)).toBe(
    "cannot write the workspace/docs. Mend the permissions.",
  );
});

test("a defect tells nothing of the machine", async () => {
  const told = wordError(new Error(`ENOENT: ${ROOT}/secret`), ROOT);
  expect(told).toMatch(/^internal error/);
  expect(told).not.toContain("secret");
  const broken = guarded(ROOT, () => {
    throw new TypeError(`${ROOT} is undefined`);
  });
  await expect(broken).rejects.toThrow(/^internal error/);
});

test("advice names tools where the core's names commands", () => {
  expect(
    wordError(new KnownError("no-feature", "no feature E01/F01 in docs/plan", "Create it with `groundplan new E01/F01`."), ROOT),
  ).toMatch(/list_features.*start_feature/);
});
