import { describe, expect, it, vi } from "vitest";
import { continueTrace } from "../../context/patterns/examples/distributed-tracing.ts";
import { compareRoutes } from "../../context/patterns/examples/documentation-serving.ts";
import { translate } from "../../context/patterns/examples/error-translation.ts";
import { command } from "../../context/patterns/examples/flow-management.ts";
import { handle } from "../../context/patterns/examples/message-queue.ts";
import { BUCKETS, Histogram } from "../../context/patterns/examples/metrics.ts";
import { stage } from "../../context/patterns/examples/pipeline.ts";
import { OrderList } from "../../context/patterns/examples/read-model.ts";
import { parseRefund } from "../../context/patterns/examples/request-validation.ts";
import { leftBehind } from "../../context/patterns/examples/resource-cleanup.ts";
import { disposition } from "../../context/patterns/examples/response-handling.ts";
import { endOfTerm } from "../../context/patterns/examples/retention.ts";
import { line } from "../../context/patterns/examples/structured-logging.ts";
import { write } from "../../context/patterns/examples/write-through.ts";

/** Where an example would do harm if it were a little simpler. */
describe("the examples at their edges", () => {
  it.each([
    ["import-7-AbC123", true],
    ["import-8-AbC123", false],
    ["import-a1b2-c3d4-AbC123", false],
    ["somebody-elses-folder", false],
    ["import-", false],
  ])("the sweeper removes %s: %s", (name, isRemoved) => {
    const alive = new Set(["8", "a1b2-c3d4"]);
    expect(leftBehind([{ name, ageMs: 7_200_000 }], alive)).toEqual(isRemoved ? [name] : []);
    expect(leftBehind([{ name, ageMs: 60_000 }], alive)).toEqual([]);
  });

  it("the end of a term archives what is to be archived, and a hold stops deletion alone", async () => {
    const run = async (how: "archive" | "delete", isHeld: boolean) => {
      const left = [2, 1];
      const ended: string[] = [];
      const store = {
        isHeld: async () => isHeld,
        endOlder: async (_kind: string, day: string, then: string) => {
          ended.push(`${then} before ${day}`);
          return left.shift() ?? 0;
        },
        record: async (entry: object) => void ended.push(JSON.stringify(entry)),
      };
      await endOfTerm(store, { kind: "order", keepDays: 730, then: how }, new Date("2026-01-01T00:00:00Z"), 2);
      return ended;
    };
    expect(await run("delete", true)).toEqual([]);
    expect(await run("archive", true)).toHaveLength(3);
    expect(await run("delete", false)).toEqual([
      "delete before 2024-01-02",
      "delete before 2024-01-02",
      '{"kind":"order","before":"2024-01-02","how":"delete","count":3}',
    ]);
  });

  it("a message is repeated while it helps, and set aside at once where it cannot", async () => {
    const told: string[] = [];
    const deliver = (attempt: number, error: string) =>
      handle(
        { id: "m1", attempt, body: {} },
        {
          once: () => Promise.reject(new Error(error)),
          retryIn: async (_, seconds) => void told.push(`in ${seconds} s`),
          setAside: async (_, reason) => void told.push(reason),
        },
        (failure) => String(failure).includes("busy"),
      );
    await deliver(1, "busy");
    await deliver(5, "busy");
    await deliver(1, "malformed");
    expect(told).toEqual(["in 20 s", "Error: busy", "Error: malformed"]);
  });

  it("a cache that takes neither the value nor the deletion is counted, and the write stands", async () => {
    const countStale = vi.fn();
    const away = () => Promise.reject(new Error("away"));
    const commit = async (_key: string, value: string) => ({ version: 12, value });
    expect(await write({ commit, setIfNewer: away, remove: away, countStale }, "7", "new")).toEqual({ version: 12, value: "new" });
    expect(countStale).toHaveBeenCalledTimes(1);
    await write({ commit, setIfNewer: away, remove: async () => {}, countStale }, "7", "new");
    expect(countStale).toHaveBeenCalledTimes(1);
  });

  it("a list has seen a change when it has its version, whatever came before", () => {
    const list = new OrderList();
    list.apply({ position: 9, orderId: "b", version: 1, state: "open" });
    expect(list.hasSeen("a", 2)).toBe(false);
    list.apply({ position: 8, orderId: "a", version: 2, state: "shipped" });
    expect([list.hasSeen("a", 2), list.position]).toEqual([true, 9]);
  });

  it("a stage hands an error on when its item's turn comes", async () => {
    async function* source() {
      yield* [1, 2, 3];
    }
    const out: number[] = [];
    const all = async () => {
      const work = async (item: number) => {
        if (item === 2) throw new Error("two");
        await new Promise((resolve) => setTimeout(resolve, 5));
        return item;
      };
      for await (const item of stage(source(), 3, work)) out.push(item);
    };
    await expect(all()).rejects.toThrow("two");
    expect(out).toEqual([1]);
  });

  it("a histogram has its buckets, a sum and a count", () => {
    const histogram = new Histogram();
    histogram.observe("/orders", "2xx", 0.25);
    histogram.observe("/orders", "2xx", 60);
    const lines = histogram.text().split("\n");
    expect(lines).toHaveLength(BUCKETS.length + 3);
    expect(lines.slice(-3)).toEqual([
      'http_request_duration_seconds_bucket{route="/orders",code="2xx",le="+Inf"} 2',
      'http_request_duration_seconds_sum{route="/orders",code="2xx"} 60.25',
      'http_request_duration_seconds_count{route="/orders",code="2xx"} 2',
    ]);
  });

  it("no field of a caller takes the place of level and event, and secrets are masked", () => {
    const logged = JSON.parse(line("error", "refund.failed", "t1", { level: "info", event: "x", cardNumber: "4111" }));
    expect(logged).toMatchObject({ level: "error", event: "refund.failed", cardNumber: "[masked]" });
  });

  it("names of files, ids, codes, traces, routes and commands", () => {
    expect(disposition("O'Brien (1).csv")).toBe("attachment; filename=\"O_Brien _1_.csv\"; filename*=UTF-8''O%27Brien%20%281%29.csv");
    expect(parseRefund({ orderLineId: "-".repeat(36), quantity: 1 })).toEqual({ errors: [{ path: "/orderLineId", rule: "a UUID" }] });
    expect(parseRefund({ orderLineId: "0B2F4E1C-8A3D-4C5E-9F60-718293A4B5C6", quantity: 1 })).toHaveProperty("value");
    const counted = vi.fn();
    expect(translate("brand_new_code", "t1", counted)).toMatchObject({ status: 502, retryable: false });
    expect(counted).toHaveBeenCalledTimes(1);
    const parent = { trace: "a".repeat(32), span: "b".repeat(16) };
    expect(continueTrace(`00-${parent.trace}-${parent.span}-01`)).toMatchObject({ traceId: parent.trace, parentId: parent.span });
    expect(continueTrace("nonsense")).not.toHaveProperty("parentId");
    const described = { "/orders": { get: {}, parameters: [], summary: "" } };
    expect(compareRoutes(described, [{ method: "GET", path: "/orders" }])).toEqual({ undescribed: [], gone: [] });
    expect(command("stop", "failed")).toBe("stopped");
  });
});
