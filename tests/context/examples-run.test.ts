import { createSign, generateKeyPairSync } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { type Mail, send as sendOnce } from "../../context/patterns/examples/at-most-once-messages.ts";
import { backfill } from "../../context/patterns/examples/backfills.ts";
import { Bulkhead, BulkheadFull } from "../../context/patterns/examples/bulkhead.ts";
import { type Cache, CacheAside } from "../../context/patterns/examples/cache-aside.ts";
import { greatestAge } from "../../context/patterns/examples/cache-layers.ts";
import { follow } from "../../context/patterns/examples/change-data-capture.ts";
import { BreakerOpen, CircuitBreaker } from "../../context/patterns/examples/circuit-breaker.ts";
import { Lifecycle } from "../../context/patterns/examples/component-lifecycle.ts";
import { Gate, TooBusy } from "../../context/patterns/examples/concurrency-management.ts";
import { readSettings } from "../../context/patterns/examples/configuration-validation.ts";
import { desiredWorkers, mostBy } from "../../context/patterns/examples/dynamic-scaling.ts";
import { pages } from "../../context/patterns/examples/error-metrics.ts";
import { mask } from "../../context/patterns/examples/error-reporting.ts";
import { read as readCustomer, STEPS, write as writeCustomer } from "../../context/patterns/examples/expand-and-contract.ts";
import { LastKnown } from "../../context/patterns/examples/fallback.ts";
import { fanOut } from "../../context/patterns/examples/fan-out-and-fan-in.ts";
import { type Flag, isOn, overdue } from "../../context/patterns/examples/feature-flags.ts";
import { available, commit, hold, type Stock } from "../../context/patterns/examples/holds-and-reservations.ts";
import { claim, move } from "../../context/patterns/examples/job-processing.ts";
import { Fenced, take } from "../../context/patterns/examples/leases-and-fencing.ts";
import { chain, errorsToProblems } from "../../context/patterns/examples/middleware-chain.ts";
import { asTenant, cacheKey } from "../../context/patterns/examples/multi-tenancy.ts";
import { decide } from "../../context/patterns/examples/notification-preferences.ts";
import { change as changeVersion, Stale } from "../../context/patterns/examples/optimistic-locking.ts";
import { decodeCursor, encodeCursor, page } from "../../context/patterns/examples/pagination.ts";
import { orAside, stage } from "../../context/patterns/examples/pipeline.ts";
import { TokenBucket } from "../../context/patterns/examples/rate-limiting.ts";
import { parseRefund } from "../../context/patterns/examples/request-validation.ts";
import { change } from "../../context/patterns/examples/resource-design.ts";
import { retry } from "../../context/patterns/examples/retry.ts";
import { mayApprove } from "../../context/patterns/examples/role-based-access-control.ts";
import { run as runSaga } from "../../context/patterns/examples/saga.ts";
import { dueRuns } from "../../context/patterns/examples/scheduling.ts";
import { LeasedSecret } from "../../context/patterns/examples/secret-management.ts";
import { TimedOut, within } from "../../context/patterns/examples/timeout.ts";
import { verify } from "../../context/patterns/examples/token-authentication.ts";
import { relay } from "../../context/patterns/examples/transactional-outbox.ts";
import { Replay } from "../../context/patterns/examples/workflow-orchestration.ts";

const fail = (message = "down") => Promise.reject(new Error(message));

/** What the pages say of their examples is what the examples do. */
describe("the examples do what their patterns say", () => {
  it("optimistic locking: of two writers on one version one wins, and the other is told", async () => {
    const rows = new Map([["42", { id: "42", version: 7, name: "a" }]]);
    const table = {
      find: async (id: string) => rows.get(id),
      updateWhere: async (id: string, version: number, changed: { id: string; version: number; name: string }) => {
        if (rows.get(id)?.version !== version) return 0;
        rows.set(id, changed);
        return 1;
      },
    };
    const write = (name: string) => changeVersion(table, "42", 7, (row) => ({ ...row, name }));
    const [first, second] = await Promise.allSettled([write("b"), write("c")]);
    expect(first.status).toBe("fulfilled");
    expect(second).toMatchObject({ status: "rejected", reason: expect.any(Stale) });
    expect(rows.get("42")).toMatchObject({ version: 8, name: "b" });
  });

  it("leases and fencing: whoever was overtaken writes nothing more", () => {
    const first = take(undefined, "a", 0, 30);
    expect(take(first, "b", 29, 30)).toBeUndefined();
    expect(take(first, "a", 10, 30)).toMatchObject({ token: 1, until: 40 });
    const second = take(first, "b", 31, 30);
    expect(second).toMatchObject({ holder: "b", token: 2 });
    const storage = new Fenced();
    expect([storage.write(2, "by b"), storage.write(1, "by a"), storage.writes]).toEqual(["written", "overtaken", ["by b"]]);
  });

  it("holds: what has run out is free, and a late payment takes what is left or goes back", () => {
    const stock: Stock = { onHand: 1, holds: [] };
    expect(hold(stock, "a", 1, 0, 5)).toBe("held");
    expect(hold(stock, "a", 1, 1, 5)).toBe("held");
    expect(hold(stock, "b", 1, 4, 5)).toBe("too few");
    expect(available(stock, 5)).toBe(1);
    expect(hold(stock, "b", 1, 6, 5)).toBe("held");
    expect(commit(stock, "a", 1, 7)).toBe("refund");
    expect(commit(stock, "b", 1, 8)).toBe("committed");
    expect(stock.onHand).toBe(0);
  });

  it("expand and contract: each release reads what itself and its neighbours have written", () => {
    for (const [at, step] of STEPS.entries())
      for (const other of [STEPS[at - 1], step, STEPS[at + 1]]) {
        // Between writing both and reading the new one the backfill fills what was written before.
        if (!other || (step === "read new" && other === "expand")) continue;
        expect(readCustomer(step, writeCustomer(other, "Ada", "King")), `${step} after ${other}`).toBe("Ada King");
      }
  });

  it("backfills: a second run changes nothing, and what users wrote stays", async () => {
    const rows = [1, 2, 3, 4, 5].map((id) => ({ id, value: id === 3 ? "newer" : "" }));
    const at = { id: 0 };
    const run = () =>
      backfill(
        {
          after: async (id, limit) => rows.filter((row) => row.id > id).slice(0, limit),
          fillWhereEmpty: async (row) => {
            if (row.value === "") row.value = "filled";
          },
        },
        { load: async () => at.id, save: async (id) => void Object.assign(at, { id }) },
        async () => {},
        2,
      );
    expect([await run(), await run()]).toEqual([5, 0]);
    expect(rows.map(({ value }) => value)).toEqual(["filled", "filled", "newer", "filled", "filled"]);
  });

  it("change data capture: what took effect before a crash is not applied again", async () => {
    const applied: number[] = [];
    const change = (position: number, table = "products") => ({ position, table, key: "1", kind: "update" as const, row: {} });
    const target = { position: async () => 1, apply: async ({ position }: { position: number }) => void applied.push(position) };
    const last = await follow([change(1), change(2), change(3, "accounts"), change(4)], target, new Set(["products"]));
    expect([applied, last]).toEqual([[2, 4], 4]);
  });

  it("feature flags: nobody flips when the percentage rises, and a flag that cannot be read is off", () => {
    const flag = (percent: number): Flag => ({ name: "new-price", removeBy: "2026-12-31", on: true, percent });
    const subjects = Array.from({ length: 500 }, (_, index) => `customer-${index}`);
    const on = (percent: number) => subjects.filter((subject) => isOn(flag(percent), subject));
    expect(on(10).every((subject) => on(30).includes(subject))).toBe(true);
    expect([on(0).length, on(100).length, isOn(undefined, "x")]).toEqual([0, 500, false]);
    expect(overdue([flag(10)], "2027-01-01")).toEqual(["new-price"]);
  });

  it("at most once: an unknown outcome is not sent again", async () => {
    const mail: Mail = { id: "1", state: "waiting" };
    const store = {
      move: async (_id: string, from: Mail["state"], to: Mail["state"]) => {
        if (mail.state !== from) return false;
        mail.state = to;
        return true;
      },
    };
    const post = vi.fn(() => fail("no answer"));
    expect(await sendOnce(store, { ...mail }, post)).toBe("unknown");
    await sendOnce(store, { ...mail }, post);
    expect(post).toHaveBeenCalledTimes(1);
  });

  it("cache-aside: one load for all who ask, a failing cache is a miss", async () => {
    const load = vi.fn(async (key: string) => key.length);
    const broken: Cache = { get: () => fail(), set: () => fail(), delete: () => fail() };
    const cache = new CacheAside(broken, load);
    expect(await Promise.all([cache.get("abc"), cache.get("abc"), cache.get("abc")])).toEqual([3, 3, 3]);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it("cache layers: the page's own figures, 375 s and 19 s", () => {
    const layers = [
      { name: "browser", seconds: 10 },
      { name: "edge", seconds: 60, toldWithin: 2 },
      { name: "instance", seconds: 5 },
      { name: "shared", seconds: 300, toldWithin: 2 },
    ];
    expect(greatestAge(layers)).toEqual({ untold: 375, told: 19 });
  });

  it("circuit breaker: opens at half of 20, lets one probe through at a time, closes on the success of three", async () => {
    let now = 0;
    const breaker = new CircuitBreaker(() => now);
    const call = (work: () => Promise<string>) => breaker.call(work, () => true).catch((error: unknown) => error);
    for (let index = 0; index < 10; index++) await call(async () => "fine");
    for (let index = 0; index < 10; index++) await call(() => fail());
    expect(await call(async () => "fine")).toBeInstanceOf(BreakerOpen);
    now = 30_000;
    const [probe, other] = await Promise.all([call(async () => "back"), call(async () => "back")]);
    expect(probe).toBe("back");
    expect(other).toBeInstanceOf(BreakerOpen);
    expect(await call(async () => "second")).toBe("second");
    expect(await call(() => fail())).toEqual(new Error("down"));
    expect(await call(async () => "too early")).toBeInstanceOf(BreakerOpen);
    now = 60_000;
    for (let index = 0; index < 3; index++) expect(await call(async () => "back")).toBe("back");
    expect(await Promise.all([call(async () => "a"), call(async () => "b")])).toEqual(["a", "b"]);
  });

  it("bulkhead: refuses when it is full, and every permit comes back", async () => {
    const bulkhead = new Bulkhead(1);
    const held = bulkhead.run(() => fail("slow"));
    await expect(bulkhead.run(async () => 1)).rejects.toBeInstanceOf(BulkheadFull);
    await expect(held).rejects.toThrow("slow");
    expect(await bulkhead.run(async () => 1)).toBe(1);
  });

  it("retry: bounded, with jitter up to the cap, and never for what is permanent", async () => {
    const waits: number[] = [];
    const policy = {
      attempts: 3,
      baseMs: 100,
      capMs: 150,
      isTransient: (error: unknown) => String(error).includes("busy"),
      retryAfterMs: (error: unknown) => (String(error).includes("2 s") ? 2000 : undefined),
      mayRepeat: () => true,
      random: () => 1,
      sleep: async (ms: number) => void waits.push(ms),
    };
    await expect(
      retry(
        policy,
        () => 5000,
        () => fail("busy"),
      ),
    ).rejects.toThrow("busy");
    expect(waits.splice(0)).toEqual([100, 150]);
    await expect(
      retry(
        policy,
        () => 5000,
        () => fail("busy for 2 s"),
      ),
    ).rejects.toThrow("busy");
    expect(waits.splice(0)).toEqual([2000, 2000]);
    await expect(
      retry(
        policy,
        () => 5000,
        () => fail("declined"),
      ),
    ).rejects.toThrow("declined");
    await expect(
      retry(
        policy,
        () => 50,
        () => fail("busy"),
      ),
    ).rejects.toThrow("busy");
    expect(waits).toEqual([]);
  });

  it("timeout: rejects as unknown, and stops the call", async () => {
    let stopped = false;
    const call = (signal: AbortSignal) =>
      new Promise<string>(() => {
        signal.onabort = () => {
          stopped = true;
        };
      });
    await expect(within(5, call)).rejects.toBeInstanceOf(TimedOut);
    expect(stopped).toBe(true);
    expect(await within(5000, async () => "in time")).toBe("in time");
  });

  it("fallback: the last known value with its age, up to the limit, and no defect behind it", async () => {
    let now = 0;
    const rates = new LastKnown<number>(1000, () => now);
    await rates.get(
      async () => 7,
      () => true,
    );
    now = 400;
    expect(
      await rates.get(
        () => fail(),
        () => true,
      ),
    ).toEqual({ value: 7, degraded: true, ageMs: 400 });
    await expect(
      rates.get(
        () => fail("defect"),
        () => false,
      ),
    ).rejects.toThrow("defect");
    now = 1001;
    await expect(
      rates.get(
        () => fail(),
        () => true,
      ),
    ).rejects.toThrow("down");
  });

  describe("saga", () => {
    const run = async (...steps: Parameters<typeof runSaga>[1]) => {
      const done: string[] = [];
      const told = steps.map((step) => ({
        ...step,
        ...(step.compensate && { compensate: async () => void done.push(`undo ${step.name}`) }),
      }));
      const end = await runSaga("7", told, { store: async () => {}, repeated: (work) => work() });
      return { end, done };
    };
    const undone = async () => {};
    const reserve = { name: "reserve", act: async () => "done" as const, compensate: undone };
    const capture = { name: "capture", act: async () => "done" as const };
    const refused = async () => "refused" as const;

    it("compensates backwards, the failing step included", async () => {
      expect(await run({ name: "hold", act: () => fail(), compensate: undone })).toEqual({ end: "compensated", done: ["undo hold"] });
      expect(await run(reserve, { name: "hold", act: refused, compensate: undone })).toEqual({
        end: "compensated",
        done: ["undo hold", "undo reserve"],
      });
    });

    it("takes back what was before the pivot where the pivot is refused, and nothing where its outcome is unknown", async () => {
      expect(await run(reserve, { name: "capture", act: refused })).toEqual({ end: "compensated", done: ["undo reserve"] });
      expect(await run(reserve, { name: "capture", act: () => fail() })).toEqual({ end: "needs a person", done: [] });
    });

    it("calls a person behind the pivot, and ends", async () => {
      expect(await run(reserve, capture, { name: "ship", act: refused })).toEqual({ end: "needs a person", done: [] });
      expect(await run(reserve, capture)).toEqual({ end: "completed", done: [] });
    });
  });

  it("rate limiting: 60 tokens refilled at 1 a second let 120 through in a minute", () => {
    const bucket = new TokenBucket(60, 1);
    let passed = 0;
    for (let ms = 0; ms < 60_000; ms += 200) if (bucket.take("script", 1, ms) === undefined) passed++;
    expect(passed).toBeGreaterThanOrEqual(118);
    expect(passed).toBeLessThanOrEqual(120);
    expect(bucket.take("script", 60, 60_000)).toBeGreaterThan(50);
  });

  it("pagination: a cursor is bound to its scope, and the last page has none", () => {
    const cursor = encodeCursor({ createdAt: "2026-01-01", id: "9" }, "tenant 1, open", "key");
    expect(decodeCursor(cursor, "tenant 1, open", "key")).toEqual({ createdAt: "2026-01-01", id: "9" });
    expect(decodeCursor(cursor, "tenant 2, open", "key")).toBeUndefined();
    expect(decodeCursor(`${cursor.slice(0, -2)}xx`, "tenant 1, open", "key")).toBeUndefined();
    const rows = ["1", "2", "3"].map((id) => ({ createdAt: "2026-01-01", id }));
    expect(page(rows, 2).last?.id).toBe("2");
    expect(page(rows, 3).last).toBeUndefined();
  });

  it("tokens: what is signed and meant for this service passes, and nothing else", () => {
    const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const sign = (head: object, claims: object) => {
      const data = `${part(head)}.${part(claims)}`;
      return `${data}.${createSign("RSA-SHA256").update(data).sign(privateKey).toString("base64url")}`;
    };
    const head = { alg: "RS256", typ: "at+jwt", kid: "k1" };
    const claims = { iss: "idp", aud: "orders", exp: 1000, sub: "ines" };
    const check = (token: string, now = 990) => verify(token, new Map([["k1", publicKey]]), { iss: "idp", aud: "orders" }, now);
    expect(check(sign(head, claims))).toMatchObject({ sub: "ines" });
    expect(check(sign(head, claims), 1059)).toBeDefined();
    for (const [token, now] of [
      [sign(head, claims), 1061],
      [sign({ ...head, alg: "none" }, claims), 990],
      [sign({ ...head, alg: "HS256" }, claims), 990],
      [sign({ ...head, typ: "JWT" }, claims), 990],
      [sign({ ...head, kid: "k2" }, claims), 990],
      [sign(head, { ...claims, aud: "payments" }), 990],
      [sign(head, { ...claims, iss: "other" }), 990],
      [`${part(head)}.${part({ ...claims, sub: "eve" })}.${sign(head, claims).split(".")[2]}`, 990],
      ["nonsense", 990],
    ] as const)
      expect(check(token, now)).toBeUndefined();
  });

  it("roles: a permission, another tenant's object, one's own request", () => {
    const user = { id: "ines", tenant: "a", roles: ["approver"] };
    expect(mayApprove(user, { tenant: "a", requestedBy: "tom" })).toBe(200);
    expect(mayApprove(user, { tenant: "a", requestedBy: "ines" })).toBe(403);
    expect(mayApprove(user, { tenant: "b", requestedBy: "tom" })).toBe(404);
    expect(mayApprove({ ...user, roles: ["agent", "constructor"] }, { tenant: "a", requestedBy: "tom" })).toBe(403);
  });

  it("secrets: the present one serves while the store is away, and never longer than its lease", async () => {
    let now = 0;
    const fetch = vi.fn(async () => ({ value: "s1", endsAt: 3_600_000 }));
    const secret = new LeasedSecret(fetch, () => now);
    expect(await secret.value()).toBe("s1");
    now = 41 * 60_000;
    fetch.mockImplementation(() => fail("store"));
    expect(await secret.value()).toBe("s1");
    now = 61 * 60_000;
    await expect(secret.value()).rejects.toThrow("store");
    expect(JSON.stringify({ secret })).not.toContain("s1");
  });

  it("outbox: no overtaking within a key, what keeps being refused is set aside, and a broker that is away uses up no attempt", async () => {
    const told: string[] = [];
    const row = (id: string, key: string, attempts = 0) => ({ id, key, type: "t", payload: "", attempts });
    const ports = {
      delivered: async (id: string) => void told.push(`delivered ${id}`),
      failed: async (id: string, aside: boolean) => void told.push(`${aside ? "aside" : "later"} ${id}`),
    };
    await relay({
      take: async () => [row("1", "a"), row("2", "a"), row("3", "b"), row("4", "c", 20), row("5", "c")],
      publish: async ({ id }) => (id === "1" || id === "4" ? "refused" : "confirmed"),
      ...ports,
    });
    expect(told.splice(0)).toEqual(["later 1", "delivered 3", "aside 4", "delivered 5"]);
    expect(await relay({ take: async () => [row("1", "a", 20), row("2", "b")], publish: () => fail(), ...ports })).toBe("broker away");
    expect(told).toEqual([]);
  });

  it("jobs: a lease that is over frees the job, and the former worker's write is refused", () => {
    const first = claim({ state: "queued", attempt: 0, leaseUntil: 0 }, 0);
    expect(first && claim(first, 30_000)).toBeUndefined();
    const second = first && claim(first, 60_001);
    expect(second?.attempt).toBe(2);
    expect(second && move(second, 1, "succeeded", 61_000)).toBe("refused");
    expect(second && move(second, 2, "succeeded", 61_000)).toMatchObject({ state: "succeeded" });
    expect(second && move(second, 2, "running", 90_000)).toMatchObject({ leaseUntil: 150_000 });
  });

  it("schedules: each missed run once, those that are too old not", () => {
    const hour = 3_600_000;
    expect(dueRuns(hour, 600_000, 600_000, 3 * hour + 700_000, 12 * hour)).toEqual([
      hour + 600_000,
      2 * hour + 600_000,
      3 * hour + 600_000,
    ]);
    expect(dueRuns(hour, 0, 0, 24 * hour, hour)).toEqual([23 * hour, 24 * hour]);
    expect(dueRuns(hour, 0, 5 * hour, 5 * hour + 1, hour)).toEqual([]);
  });

  it("workflows: a replay takes the recorded results, and tells of a changed path", async () => {
    const history: { step: string; result: unknown }[] = [];
    const act = vi.fn(async () => true);
    await new Replay(history).activity("verify", act);
    expect(await new Replay(history).activity("verify", act)).toBe(true);
    expect(act).toHaveBeenCalledTimes(1);
    await expect(new Replay(history).activity("open", act)).rejects.toThrow("expected verify");
  });

  it("scaling: the page's own figures, 6, 22 and 20 workers", () => {
    const load = (arrivalsPerSecond: number) => ({ arrivalsPerSecond, secondsOfWork: 0.25, threadsPerWorker: 8 });
    expect(mostBy(200, 20, 9)).toBe(20);
    expect(desiredWorkers(load(120), 2, { least: 2, most: 20 })).toBe(6);
    expect(desiredWorkers(load(480), 6, { least: 2, most: 40 })).toBe(22);
    expect(desiredWorkers(load(480), 6, { least: 2, most: 20 })).toBe(20);
    expect(desiredWorkers(load(120), 20, { least: 2, most: 20 })).toBe(19);
  });

  it("concurrency: so many at work, so many waiting, the rest refused, and places are handed over", async () => {
    const gate = new Gate(1, 1);
    let release = () => {};
    const first = gate.run(50, () => new Promise<string>((resolve) => (release = () => resolve("first"))));
    const second = gate.run(5000, async () => "second");
    await expect(gate.run(50, async () => "third")).rejects.toBeInstanceOf(TooBusy);
    release();
    expect(await Promise.all([first, second])).toEqual(["first", "second"]);
    expect(await gate.run(50, async () => "free again")).toBe("free again");
  });

  it("fan-out: bounded, in order, and what fails is marked as missing", async () => {
    let atWork = 0;
    let most = 0;
    const ask = async (part: number) => {
      most = Math.max(most, ++atWork);
      await new Promise((resolve) => setTimeout(resolve, 5 - part));
      atWork--;
      return part === 2 ? fail() : part * 10;
    };
    const answers = await fanOut([1, 2, 3, 4], 2, 5000, ask);
    expect(most).toBe(2);
    expect(answers.map(({ result, missing }) => (missing ? "missing" : result))).toEqual([10, "missing", 30, 40]);
  });

  it("pipelines: in order with several workers, and one broken item is set aside", async () => {
    const aside: number[] = [];
    async function* source() {
      yield* [1, 2, 3];
    }
    const work = orAside(
      async (item: number) => (item === 2 ? fail() : item * 2),
      (item) => aside.push(item),
    );
    const out: (number | undefined)[] = [];
    for await (const item of stage(source(), 2, work)) out.push(item as number | undefined);
    expect(out).toEqual([2, undefined, 6]);
    expect(aside).toEqual([2]);
  });

  it("lifecycle: stops in the reverse order, and closes what is open when a part does not start", async () => {
    const told: string[] = [];
    const part = (name: string, isBroken = false) => ({
      name,
      start: async () => (isBroken ? fail("port taken") : void told.push(`+${name}`)),
      stop: async () => void told.push(`-${name}`),
    });
    const broken = new Lifecycle([part("pool"), part("listener", true)]);
    await expect(broken.start()).rejects.toThrow("listener did not start");
    expect(told).toEqual(["+pool", "-listener", "-pool"]);
    expect(broken.ready).toBe(false);
  });

  it("lifecycle: a stop in the middle of the start opens nothing further, and a part that hangs is not waited for", async () => {
    const told: string[] = [];
    let goOn = () => {};
    const slow = {
      name: "pool",
      start: () => new Promise<void>((resolve) => (goOn = resolve)),
      stop: () => new Promise<void>(() => {}),
    };
    const listener = { name: "listener", start: async () => void told.push("+listener"), stop: async () => {} };
    const lifecycle = new Lifecycle([slow, listener], 20);
    const started = lifecycle.start();
    const stopped = lifecycle.stop();
    goOn();
    await Promise.all([started, stopped]);
    expect(told).toEqual([]);
    expect(lifecycle.ready).toBe(false);
  });

  it("middleware: the outermost link sees the final status, and what nobody knew is 500 with the id", async () => {
    const seen: number[] = [];
    const measure = async (_: unknown, next: () => Promise<{ status: number }>) => {
      const answer = await next();
      seen.push(answer.status);
      return answer;
    };
    const report = vi.fn();
    const answer = await chain([measure, errorsToProblems(report)], () => fail())({ requestId: "r1" });
    expect(report).toHaveBeenCalledExactlyOnceWith(new Error("down"), "r1");
    expect(answer).toEqual({ status: 500, body: { code: "INTERNAL", requestId: "r1" } });
    expect(seen).toEqual([500]);
  });

  it("requests and resources: all failing fields at once; 428, 412 and the next version", () => {
    expect(parseRefund({ orderLineId: "x", quantity: 0, note: "" })).toEqual({
      errors: [
        { path: "/note", rule: "a known field" },
        { path: "/orderLineId", rule: "a UUID" },
        { path: "/quantity", rule: "a whole number from 1 to 999" },
      ],
    });
    const refund = { id: "7", version: 3, state: "requested" } as const;
    expect(change(refund, undefined, "approved").status).toBe(428);
    expect(change(refund, '"2"', "approved").status).toBe(412);
    expect(change(refund, '"3"', "approved")).toMatchObject({ status: 200, etag: '"4"' });
  });

  it("settings: every problem at once, the misspelt name among them", () => {
    expect(() => readSettings({ SHOP_PORT: "0", SHOP_REQUEST_TIMEOUT: "30", SHOP_REQUEST_TIMEOT: "2s" })).toThrow(
      /SHOP_REQUEST_TIMEOT: unknown[\s\S]*SHOP_PORT[\s\S]*with its unit/,
    );
    expect(readSettings({ SHOP_REQUEST_TIMEOUT: "800ms" })).toEqual({ port: 8080, requestTimeoutMs: 800 });
  });

  it("tenants, notifications, error budgets and masked reports", () => {
    expect(asTenant({ tenant: "a" }, () => cacheKey("orders"))).toBe("a:orders");
    expect(() => cacheKey("orders")).toThrow("no tenant");
    const product = { name: "comment", mandatory: false, on: true };
    expect(decide(product, undefined, undefined, 23, { from: 22, to: 7 })).toBe("hold");
    expect(decide(product, undefined, false, 12, undefined)).toBe("drop");
    expect(decide({ ...product, mandatory: true }, false, false, 23, { from: 22, to: 7 })).toBe("send");
    expect(pages({ failed: 2, all: 100 }, { failed: 2, all: 100 })).toBe(true);
    expect(pages({ failed: 2, all: 100 }, { failed: 0, all: 100 })).toBe(false);
    expect(mask("4111 1111 1111 1111 of ines@example.com, Bearer abc.def")).toBe("[card] of [email], Bearer [token]");
  });
});
