import { execFileSync } from "node:child_process";
import { lstatSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Installs the packed package and its peers, each in a folder of its own: what each brings to a disk. */
export function measureInstalls(folder, tell) {
  mkdirSync(folder, { recursive: true });
  const [{ filename }] = JSON.parse(npm(["pack", "--json", "--ignore-scripts", "--pack-destination", folder], "."));
  return [
    ["groundplan", join(folder, filename)],
    ["rumdl", "rumdl"],
    ["markdownlint-cli2", "markdownlint-cli2"],
  ].map(([name, source]) => {
    tell(`installing ${name}`);
    const target = join(folder, name);
    mkdirSync(target);
    writeFileSync(join(target, "package.json"), "{}");
    npm(["install", "--ignore-scripts", "--no-fund", "--no-audit", "--silent", source], target);
    const packages = JSON.parse(npm(["ls", "--all", "--parseable", "--json"], target));
    return { name, packages: count(packages), bytes: sizeOf(join(target, "node_modules")) };
  });
}

function npm(words, cwd) {
  return execFileSync("npm", words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

function count({ dependencies = {} }) {
  return Object.values(dependencies).reduce((sum, dependency) => sum + 1 + count(dependency), 0);
}

function sizeOf(path) {
  const status = lstatSync(path);
  if (!status.isDirectory()) return status.isFile() ? status.size : 0;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
