import { describe, expect, it } from "vitest";
import { readLoose } from "../../src/guide/reading.ts";

const read = (text: string) => readLoose(text, "prd.md");
const lines = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join("\n");

describe("PRDs that are unlike any other", () => {
  it("with no statement", () => {
    const { statements, unread } = read("# Vault\n\n## Background\n\nThe keys are on paper today.\n");
    expect([statements, unread]).toEqual([[], []]);
  });

  it("empty, or white space alone", () => {
    for (const text of ["", "\n \t\n", "\uFEFF"]) expect(read(text).statements).toEqual([]);
  });

  it("all table", () => {
    const text = `| Nr | Requirement | Prio |\n|---|---|---|\n${lines(40, (index) => `| ${index + 1} | A key opens door ${index} | P1 |`)}\n`;
    expect(read(text).statements).toHaveLength(40);
  });

  it("in a language without words of ours, by shape alone: what is not read is told", () => {
    const { statements, unread } = read(
      "# Pääsynhallinta\n\n## Toiminnot\n\n- FR-1: Avain avaa oven\n- FR-2: Avain lukitsee oven\n\n## Muuta\n\n- Ovi sulkeutuu itsestään yöllä\n- Vartija saa viestin ovesta\n",
    );
    expect(statements.map(({ id }) => id)).toEqual(["FR-1", "FR-2"]);
    expect(unread.length).toBeGreaterThan(0);
  });

  it("in several languages at once", () => {
    const { statements } = read(
      "# Keys\n\n## Functional Requirements\n\n- The till must open with a key.\n\n## 機能要件\n\n- 鍵は五分で無効になること。\n- 予備の鍵を発行できること。\n\n## Функциональные требования\n\n- Система должна отозвать ключ.\n",
    );
    expect(statements).toHaveLength(4);
  });

  it("with ids of 300 characters", () => {
    const id = `FR-${"VAULT-".repeat(50)}1`;
    const { statements } = read(`## Requirements\n\n- ${id}: A key opens a door.\n- FR-2: A key closes a door.\n`);
    expect(statements).toHaveLength(2);
    expect(statements.at(-1)?.id).toBe("FR-2");
    expect(statements[0]?.text).toContain("opens a door");
  });

  it("with lists nested 50 deep: what stands at the bottom belongs to the statement at the top", () => {
    const { statements, blocks } = read(`## Requirements\n\n${lines(50, (depth) => `${"  ".repeat(depth)}- Door ${depth} must open.`)}\n`);
    expect(statements.length).toBeGreaterThan(0);
    expect(blocks.filter(({ form }) => form === "item")).toHaveLength(50);
  });

  it("with ids that stay where lines move", () => {
    const text = (gap: string) =>
      `## Requirements\n\n${gap}- FR-1: A key opens.\n- FR-1: Guards count visitors.\n- FR-1: Lamps glow at night.\n\n### Doors\n${gap}\n- Doors close at night.\n`;
    const ids = (gap: string) => read(text(gap)).statements.map(({ id }) => id);
    expect(ids("\n\n\n")).toEqual(ids(""));
    expect(new Set(ids("")).size).toBe(4);
  });

  it("with 10,000 statements, in time that grows with their number", () => {
    const text = (count: number) =>
      `## Requirements\n\n${lines(count, (index) => `- FR-${index + 1}: Door ${index} must open within ${index + 1} s.`)}\n`;
    const timeOf = (count: number) => {
      const start = process.cpuUsage();
      expect(read(text(count)).statements).toHaveLength(count);
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    timeOf(1000);
    expect(timeOf(10_000)).toBeLessThan(30 * timeOf(1000));
  });
});
