// Loaded into every Node process that is measured: leaves the peak of its memory, in KiB, in a folder.
const { isMainThread } = require("node:worker_threads");

if (isMainThread)
  process.on("exit", () => {
    const { writeFileSync } = require("node:fs");
    writeFileSync(`${process.env.GROUNDPLAN_USAGE}/${process.pid}`, String(process.resourceUsage().maxRSS));
  });
