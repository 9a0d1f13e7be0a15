// Lists what a user gets, as CycloneDX: the package, what is installed with it, and what is bundled into it; the tools that
// build and test it are left out. Usage, after npm run build: npm run -s sbom > groundplan.cdx.json
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const all = JSON.parse(
  execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"], {
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 64 * 1024 * 1024,
  }),
);
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const bundled = [
  ...readFileSync("dist/THIRD-PARTY-NOTICES.txt", "utf8").matchAll(/^(?:@[\w.-]+\/)?[\w.-]+ \d+\.\d+\.\d+\S* \(.*\)$/gm),
].map(([line]) => line.split(" ").slice(0, 2).join("@"));
const installed = Object.entries(packages).flatMap(([path, { dev, version }]) =>
  path === "" || dev ? [] : [`${path.replace(/^.*node_modules\//, "")}@${version}`],
);
const shipped = new Set([...bundled, ...installed]);

const components = all.components.filter(({ "bom-ref": id }) => shipped.has(id));
const kept = new Set([all.metadata.component["bom-ref"], ...components.map((component) => component["bom-ref"])]);
const dependencies = all.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((id) => kept.has(id)) }));
const { name } = JSON.parse(readFileSync("package.json", "utf8"));
const metadata = { ...all.metadata, component: { ...all.metadata.component, name } };
console.log(JSON.stringify({ ...all, metadata, components, dependencies }, null, 2));
