// A mirror of the registry that lacks the binaries of other platforms leaves them out of the lock file when npm
// writes it, and `npm ci` then refuses that file everywhere. This puts each back, at the exact version that the
// package around it names. Usage, after every npm install: node scripts/complete-lock.mjs [--check]
import { readFileSync, writeFileSync } from "node:fs";

const FILE = "package-lock.json";
const lock = JSON.parse(readFileSync(FILE, "utf8"));
const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !(`node_modules/${name}` in lock.packages) && !(`${path}/node_modules/${name}` in lock.packages))
    .map(([name, version]) => ({ name, version, dev })),
);

if (process.argv.includes("--check")) {
  for (const { name, version } of missing) console.error(`${FILE} lacks ${name} ${version}: run node scripts/complete-lock.mjs`);
  process.exitCode = missing.length === 0 ? 0 : 1;
} else {
  for (const { name, version, dev } of missing) {
    if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`${name} is asked for by the range ${version}: name its version by hand`);
    lock.packages[`node_modules/${name}`] = { version, ...platform(name), ...(dev && { dev }), optional: true };
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} platform packages added`);
}

/** A platform package's name says which machine it is for: `cli-linux-x64-musl`. */
function platform(name) {
  const words = name.split("/").at(-1).split("-");
  const of = (...known) => known.filter((word) => words.includes(word));
  const os = of("android", "darwin", "linux", "win32", "freebsd", "openharmony", "openbsd", "netbsd", "sunos", "aix");
  const cpu = of("arm64", "x64", "ia32", "arm", "riscv64", "s390x", "ppc64", "loong64", "wasm32");
  const libc = words.some((word) => word.startsWith("musl")) ? ["musl"] : words.some((word) => word.startsWith("gnu")) ? ["glibc"] : [];
  return { ...(os.length > 0 && { os }), ...(cpu.length > 0 && { cpu }), ...(libc.length > 0 && { libc }) };
}
