// Packs the package and lints it as its users will find it: publint for its manifest, attw for its types.
// Usage, after npm run build: npm run package
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "groundplan-package-"));
try {
  run("npm", "pack", "--silent", "--ignore-scripts", "--pack-destination", folder);
  const tarball = join(folder, readdirSync(folder)[0]);
  run("npx", "publint", "run", tarball, "--strict");
  run("npx", "attw", tarball, "--profile", "esm-only", "--no-emoji", "--no-color", "--format", "ascii");
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(command, ...words) {
  execFileSync(command, words, { stdio: "inherit", shell: process.platform === "win32" });
}
