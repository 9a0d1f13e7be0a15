import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { revisionOf } from "../../src/feature/read-file.ts";
import { CLIENTS, type TestClient } from "./clients.ts";
import { FOLDER, KEY, makeWorkspace } from "./workspace.ts";

// 1,000 writes take most of a minute: CI makes them, with GROUNDPLAN_WRITES.
const WRITES = Number(process.env.GROUNDPLAN_WRITES ?? 200);
const ROUNDS = Math.round(WRITES * 0.3);
const EDITS = Math.round(WRITES * 0.4);
const MARK = /<!-- (?:server-\d|editor) \d+ of \d+ (x+) end -->/g;

/** A mark whose two ends tell whether it is whole. */
const markOf = (who: string, round: number) => `<!-- ${who} ${round} of ${ROUNDS} ${"x".repeat(2000)} end -->`;

/** Two servers and a person's editor write one document. */
test("nothing is torn, and what others write is kept", { timeout: 180_000 }, async () => {
  const workspace = makeWorkspace();
  const file = join(workspace.root, FOLDER, "02-architecture.md");
  const [, connect] = CLIENTS[0] as (typeof CLIENTS)[number];
  const servers = await Promise.all([connect(workspace.root), connect(workspace.root)]);
  await (servers[0] as TestClient).call("start_feature", KEY);
  const { write } = (await (servers[0] as TestClient).call("next_step", KEY)).data;

  const tally = { accepted: 0, refused: 0, edits: 0, lost: 0 };
  let last = "";
  const writing = servers.map(async (server, index) => {
    let revision = write.revision;
    for (let round = 0; round < ROUNDS; round++) {
      const body = `Text.\n\n${markOf(`server-${index}`, round)}`;
      // No text comes twice, so that a call which is late when it is sent stays late, however fast the machine is.
      const isLate = revisionOf(readFileSync(file, "utf8")) !== revision;
      const answer = await server.call("write_section", { ...KEY, document: "architecture", section: write.section, body, revision });
      if (answer.isError) {
        expect(answer.text).toMatch(/has changed since it was read: it is now at revision \w+\. Nothing was written/);
        revision = /at revision (\w+)/.exec(answer.text)?.[1];
        tally.refused++;
      } else {
        expect(isLate, `server-${index}, round ${round}`).toBe(false);
        ({ revision } = answer.data);
        tally.accepted++;
      }
    }
  });
  // An editor saves as editors do: a whole file in place of the old one. It looks first, as its user does when it says that a file has changed.
  const editing = (async () => {
    for (let round = 0; round < EDITS; round++) {
      const before = readFileSync(file, "utf8");
      expect(before.endsWith("\n")).toBe(true);
      expect(before.match(/<!-- (?:server|editor)/g)?.length ?? 0).toBe(before.match(MARK)?.length ?? 0);
      // A server keeps all that it does not write: the last edit is there until the next one.
      if (!before.includes(last)) {
        tally.lost++;
        last = "";
      }
      // Beside the section that the servers write: what stands in it is theirs to replace.
      const kept = before.replace(/<!-- editor[^>]*-->\n{1,2}/, "");
      writeFileSync(
        `${file}.swap`,
        kept.replace(/^(# .*)\n+/m, (_found, title) => `${title}\n\n${markOf("editor", round)}\n\n`),
      );
      if (readFileSync(file, "utf8") === before) {
        renameSync(`${file}.swap`, file);
        last = markOf("editor", round);
        tally.edits++;
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  await Promise.all([...writing, editing]);

  expect(tally.accepted + tally.refused).toBe(2 * ROUNDS);
  expect(tally.accepted).toBeGreaterThan(10);
  expect(tally.refused).toBeGreaterThan(10);
  expect(tally.edits).toBeGreaterThan(10);
  // No call of the system compares a file and replaces it at once: an editor that knows no lock and saves a hundred times
  // a second can come between, in a few microseconds.
  expect(tally.lost).toBeLessThanOrEqual(Math.max(4, tally.edits * 0.02));
  // The section holds one mark, whole, and the editor's stands beside it.
  const after = readFileSync(file, "utf8");
  expect(after.match(/<!-- server-/g)?.length).toBe(1);
  expect(after.match(/<!-- (?:server|editor)/g)?.length).toBe(after.match(MARK)?.length);
  expect(readdirSync(join(workspace.root, FOLDER)).filter((name) => /\.(?:tmp|lock|stale)$/.test(name))).toEqual([]);
  expect(statSync(file).mode & 0o777).toBe(0o644);
  for (const server of servers) await server.client.close();
  workspace.remove();
});
