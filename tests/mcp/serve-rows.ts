import { afterAll, beforeAll, beforeEach } from "vitest";
import type { TestClient } from "./clients.ts";
import { makeWorkspace, type TestWorkspace } from "./workspace.ts";

/** What the rows of a table are asked of. */
interface Served {
  workspace: TestWorkspace;
  server: TestClient;
}

/**
 * One server for all rows of a `describe`: it keeps nothing that another row could see, which each of them shows. The
 * workspace is put back before each row.
 *
 * @param begin is given both before the first row
 */
export function serveRows(connect: (root: string) => Promise<TestClient>, begin: (served: Served) => void): void {
  let served: Served;
  beforeAll(async () => {
    const workspace = makeWorkspace();
    const server = await connect(workspace.root);
    // A client of 2026-07-28 is connected before the server has started: its root is resolved when it has answered once.
    await server.client.listTools();
    served = { workspace, server };
    begin(served);
  });
  beforeEach(() => served.workspace.reset());
  afterAll(async () => {
    await served.server.client.close();
    served.workspace.remove();
  });
}
