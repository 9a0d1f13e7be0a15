// A process that appends lines to a document, each on the revision that it has just read.

import { readText } from "../../src/feature/read-file.ts";
import { openFolder as openWorkspace } from "../../src/feature/workspace.ts";
import { writeText } from "../../src/feature/writing/write-document.ts";
import { KnownError } from "../../src/findings/errors.ts";

const [root = "", path = "", name = "", count = "1"] = process.argv.slice(2);
const workspace = openWorkspace(root);
for (let line = 0; line < Number(count); ) {
  const { text = "", revision = "" } = readText(workspace, path) ?? {};
  try {
    writeText(workspace, path, `${text}${name}${line}\n`, revision);
    line++;
  } catch (thrown) {
    if (process.env.EXPECT_ERROR && thrown instanceof KnownError) {
      process.stdout.write(`${thrown.code}: ${thrown.message}\n`);
      break;
    }
    // Somebody was quicker: read again.
    if (!(thrown instanceof KnownError) || thrown.code !== "stale-revision") throw thrown;
  }
}
