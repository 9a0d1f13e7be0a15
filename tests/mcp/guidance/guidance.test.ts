import { expect, test } from "vitest";
import { APPOINTMENTS } from "./dialogues/appointments.ts";
import { draftOf, toldOf } from "./draft.ts";
import { replay } from "./replay.ts";

test("a feature of 48 requirements is designed in few calls and few words, and nothing is rewritten for its form", async () => {
  const { calls, read, written, kept, rewrites, stuck } = await replay(APPOINTMENTS);
  expect(stuck).toBeUndefined();
  expect([...calls.values()].reduce((sum, one) => sum + one.calls, 0)).toBeLessThanOrEqual(25);
  expect(read).toBeLessThanOrEqual(20_000);
  expect(written / kept).toBeLessThanOrEqual(1.5);
  expect(rewrites).toMatchObject({ form: 0 });
  expect(rewrites.contradiction + rewrites.gap).toBeGreaterThan(8);
}, 60_000);

test("an author mends what an answer tells, and nothing else", () => {
  const text = draftOf(APPOINTMENTS, "architecture");
  const line = text.split("\n").findIndex((each) => each.includes("MySQL 8")) + 1;
  const told = (answer: string) => toldOf(answer, text, APPOINTMENTS.slips, "architecture").map(({ draft }) => draft.slice(0, 16));
  expect(told(`- 02-architecture.md:${line} error unknown-technology: Unexpected technology`)).toEqual(["| Data | MySQL 8"]);
  expect(told(`- 04-backend-design.md:${line} error unknown-technology: Unexpected technology`)).toEqual([]);
  expect(told("Call finish_feature.")).toEqual([]);
});
