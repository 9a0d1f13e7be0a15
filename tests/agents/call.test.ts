import { createServer } from "node:http";
import { connect as connectSocket } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { createLimiter } from "../../src/agents/call/limiter.ts";
import { worstCase } from "../../src/agents/call/worst-case.ts";
import { createBudget } from "../../src/agents/money/budget.ts";
import { priceOf } from "../../src/agents/money/prices.ts";
import { costOf } from "../../src/agents/money/usage.ts";
import { readRole, roleNames, words } from "../../src/agents/words.ts";
import { startFakeApi } from "./fake/api.ts";
import { runAgainst } from "./fake/run.ts";
import { KEY, smallModel, smallWorkspace } from "./fake/small.ts";

it("the limiter halves what runs at a time when the API says so, and recovers one by one", async () => {
  const limiter = createLimiter(8);
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await new Promise((done) => setTimeout(done, 1));
    running--;
  };
  limiter.shrink();
  limiter.shrink();
  await Promise.all(Array.from({ length: 6 }, () => limiter.run(work)));
  expect([limiter.size(), most]).toEqual([2, 2]);
  for (let count = 0; count < 40; count++) await limiter.run(work);
  expect(limiter.size()).toBeGreaterThan(5);
  for (let count = 0; count < 9; count++) limiter.shrink();
  expect(limiter.size()).toBe(1);
});

it("a call costs what the table says, and the budget counts what is still out", () => {
  const price = priceOf("claude-opus-5-5", {});
  const tokens = { input: 1_000_000, cacheWrite: 1_000_000, cacheRead: 1_000_000, output: 1_000_000 };
  expect(costOf(tokens, price)).toBeCloseTo(4 + 5 + 0.2 + 20, 9);
  expect(costOf(tokens, price, true)).toBeCloseTo((4 + 5 + 0.2 + 20) / 2, 9);
  expect(priceOf("claude-opus-5-5", { prices: { "claude-opus-5-5": { input: 1, output: 1, cacheWrite: 1, cacheRead: 1 } } })?.output).toBe(
    1,
  );
  expect(priceOf("claude-next", {})).toBeUndefined();
  const budget = createBudget({ usd: 1, tokens: Number.POSITIVE_INFINITY }, price);
  const call = { input: 0, cacheWrite: 0, cacheRead: 0, output: 30_000 };
  const release = budget.reserve(call);
  expect(() => budget.reserve(call)).toThrow("the budget of $1.00 does not cover the next call");
  release();
  budget.spend({ ...call, output: 10_000 });
  expect(budget.fits(call)).toBe(true);
  budget.spend({ ...call, output: 15_000 });
  expect(budget.fits(call)).toBe(false);
});

it("the worst case of a call is never below what it can use", () => {
  const request = { model: "m", max_tokens: 100, messages: [{ role: "user" as const, content: "東京 naïve words" }] };
  expect(worstCase(request)).toMatchObject({ output: 100, cacheWrite: Buffer.byteLength(JSON.stringify(request)) });
});

it("every role has its words, and every hole in them is filled", () => {
  expect(roleNames().sort()).toEqual(["architect", "interface-designer", "researcher", "reviewer"]);
  for (const name of roleNames()) {
    const { instructions, description } = readRole(name);
    expect([instructions.length > 200, description.length > 20]).toEqual([true, true]);
  }
  // Nothing that is filled in is filled in a second time.
  expect(words("cut-off", { tokens: "{most}", most: "12" })).toContain("after {most} tokens");
});

it("a proxy that the environment names is gone through", async () => {
  const api = await startFakeApi(smallModel());
  const seen: string[] = [];
  const proxy = createServer((request, response) => {
    // For plain HTTP a proxy is asked for the whole address.
    seen.push(request.url ?? "");
    response.writeHead(500).end();
  });
  proxy.on("connect", (request, socket, head) => {
    seen.push(`CONNECT ${request.url}`);
    const [host = "", port] = (request.url ?? "").split(":");
    const target = connectSocket(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      target.write(head);
      target.pipe(socket).pipe(target);
    });
    target.on("error", () => socket.destroy());
    socket.on("error", () => target.destroy());
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
  onTestFinished(() => void proxy.close());
  const address = proxy.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  process.env.HTTP_PROXY = url;
  process.env.HTTPS_PROXY = url;
  onTestFinished(() => {
    delete process.env.HTTP_PROXY;
    delete process.env.HTTPS_PROXY;
  });
  const { results } = await runAgainst(api.url, smallWorkspace(), { keys: [KEY], env: { HTTP_PROXY: url, HTTPS_PROXY: url } });
  expect(results).toMatchObject([{ finished: true }]);
  expect(new Set(seen)).toEqual(new Set([`CONNECT ${new URL(api.url).host}`]));
});
