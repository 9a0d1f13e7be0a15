import { performance } from "node:perf_hooks";
import { CLIENTS, connectWith, type TestClient } from "../clients.ts";
import { EXAMPLE } from "../example-run.ts";

const CALLS = 200;
const [, connect] = CLIENTS[0] as (typeof CLIENTS)[number];
/** An environment in which no browser is found. */
const NO_BROWSER = { PATH: "", PUPPETEER_CACHE_DIR: "/nowhere" };

/** The one tool whose work grows with the number of features. */
export const OVER_ALL = "list_features";

/** @returns milliseconds of each call, by tool */
export async function measureTools(root: string): Promise<Map<string, number[]>> {
  const server = await connectWith(root, NO_BROWSER);
  const section = { ...EXAMPLE, document: "architecture", section: "Architecture Overview", body: "A section, written again and again." };
  const inputs: [tool: string, input: object, times: number][] = [
    [OVER_ALL, {}, 5],
    ["start_feature", EXAMPLE, CALLS],
    ["next_step", EXAMPLE, CALLS],
    ["check_feature", EXAMPLE, CALLS],
    ["trace_requirements", EXAMPLE, CALLS],
    ["search_patterns", { words: "third party api is down" }, CALLS],
    ["read_page", { address: "patterns/circuit-breaker" }, CALLS],
    ["finish_feature", EXAMPLE, CALLS],
    ["write_section", section, CALLS],
    ["write_document", { ...EXAMPLE, document: "architecture", text: "# Order refunds: Architecture\n\nWritten as a whole.\n" }, CALLS],
  ];
  const measured = new Map<string, number[]>();
  const { text } = await server.call("read_page", { address: `features/${EXAMPLE.epic}/${EXAMPLE.feature}/architecture` });
  for (const [tool, input, times] of inputs) measured.set(tool, await timeCalls(server, tool, input, times));
  // As it was, for whoever measures next.
  const { revision } = await present(server);
  const body = text.replace("status: complete", "status: draft");
  await server.call("write_document", { ...EXAMPLE, document: "architecture", text: body, revision });
  await server.call("finish_feature", EXAMPLE);
  await server.client.close();
  return measured;
}

/** @returns how long finishing takes where each diagram is drawn; undefined without a browser */
export async function measureDrawing(root: string): Promise<{ drawn: number; times: number[] } | undefined> {
  const server = await connect(root);
  const { diagrams } = (await server.call("finish_feature", EXAMPLE)).data;
  const times = diagrams.proved ? await timeCalls(server, "finish_feature", EXAMPLE, 5) : [];
  await server.client.close();
  return diagrams.proved ? { drawn: diagrams.drawn, times } : undefined;
}

async function timeCalls(server: TestClient, tool: string, input: object, times: number): Promise<number[]> {
  const writes = tool.startsWith("write_");
  const took: number[] = [];
  let { revision } = await present(server);
  for (let call = 0; call < times; call++) {
    const started = performance.now();
    const answer = await server.call(tool, writes ? { ...input, revision } : { ...input });
    took.push(performance.now() - started);
    if (answer.isError) throw new Error(`${tool}: ${answer.text}`);
    if (writes) ({ revision } = answer.data);
  }
  return took;
}

async function present(server: TestClient): Promise<{ revision: string }> {
  const { documents } = (await server.call("check_feature", EXAMPLE)).data;
  return documents.find(({ kind }: { kind: string }) => kind === "architecture");
}

/** @returns a percentile */
export function at(times: readonly number[], percent: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}
