// Bundles the command and the library into dist/, so that a cold start reads few files; what is heavy
// stays in chunks of its own that are loaded when they are used.
// Usage: node scripts/build.mjs [--no-types] [--mermaid <folder of another version of the package, to compare verdicts>]
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { bundleMermaid, mermaidVersionOf, PINNED } from "./bundle-mermaid.mjs";
import { bundleOnDemand } from "./bundle-on-demand.mjs";
import { bundlePage } from "./bundle-page.mjs";
import { bundledParser } from "./bundle-parser.mjs";
import { bundleServer, LATER, leavingServer } from "./bundle-server.mjs";
import { directImports } from "./direct-imports.mjs";
import { packGrammars } from "./pack-grammars.mjs";
import { withModule } from "./run-typescript.mjs";
import { shorterUndici } from "./shorter-undici.mjs";
import { withoutEsprima } from "./without-esprima.mjs";

const require = createRequire(import.meta.url);
const { version } = JSON.parse(readFileSync("package.json", "utf8"));

const other = process.argv.indexOf("--mermaid");
const mermaidFolder = other === -1 ? PINNED : process.argv[other + 1];

rmSync("dist", { recursive: true, force: true });

const settings = {
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  minifySyntax: true,
  minifyWhitespace: true,
  // What draws is installed by whoever wants to draw.
  external: ["@mermaid-js/mermaid-cli", "puppeteer"],
  // Its CommonJS form asks for its own parts in a way that cannot be bundled.
  alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
  define: {
    GROUNDPLAN_VERSION: JSON.stringify(version),
    GROUNDPLAN_BUILD: JSON.stringify(`${version} ${sources()}`),
    MERMAID_VERSION: JSON.stringify(mermaidVersionOf(mermaidFolder)),
  },
  // Bundled CommonJS packages ask for Node's own modules through require.
  banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
};

const { metafile } = await build({
  ...settings,
  entryPoints: { cli: "src/cli/main.ts", index: "src/core.ts", "check-thread": "src/verdict/thread.ts", ...LATER },
  outdir: "dist",
  chunkNames: "chunks/[name]-[hash]",
  plugins: [directImports, leavingServer, bundledParser, withoutEsprima, shorterUndici],
});

const server = await bundleServer("dist", settings);
packGrammars("dist/grammars");
const mermaid = await bundleMermaid("dist/mermaid", mermaidFolder);
const onDemand = await bundleOnDemand("dist/on-demand");
await bundlePage("dist/page");

await withModule("src/context/shipped.ts", ({ PARSED, prepareShipped }) => writeFileSync(PARSED, prepareShipped()));
chmodSync("dist/cli.js", 0o755);
const bundled = [...Object.keys(metafile.inputs), ...server, ...mermaid, ...onDemand];
writeFileSync("dist/THIRD-PARTY-NOTICES.txt", notices(bundled));
if (!process.argv.includes("--no-types")) {
  execFileSync(
    process.execPath,
    [require.resolve("typescript/package.json").replace("package.json", "bin/tsc"), "-p", "tsconfig.build.json"],
    { stdio: "inherit" },
  );
  keepReached("dist/types", "index.d.ts");
}

/** Of the declarations only those go into the package that the public API leads to. */
function keepReached(folder, entry) {
  const reached = new Set();
  const open = [join(folder, entry)];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const [, from, imported] of readFileSync(file, "utf8").matchAll(/\bfrom "(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/g))
      open.push(join(dirname(file), (from ?? imported).replace(/\.(?:js|ts)$/, ".d.ts")));
  }
  for (const name of readdirSync(folder, { recursive: true }))
    if (name.endsWith(".d.ts") && !reached.has(join(folder, name))) rmSync(join(folder, name));
}

/** What is kept of earlier checks is worth nothing once a rule or a shipped template has changed: one word for all of them. */
function sources() {
  const hash = createHash("sha256");
  for (const folder of ["src", "context"])
    for (const name of readdirSync(folder, { recursive: true }).sort())
      if (/\.(?:ts|md|cjs|css|yaml)$/.test(name)) hash.update(`${name}\n${readFileSync(join(folder, name))}`);
  hash.update(readFileSync("package-lock.json"));
  return hash.digest("base64url").slice(0, 16);
}

/** The licences of what is bundled go with it. */
function notices(inputs) {
  const folders = new Set(inputs.flatMap((path) => path.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1] ?? []));
  return [...folders]
    .sort()
    .map((folder) => {
      const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      return `${manifest.name} ${manifest.version} (${manifest.license ?? "stated below"})\n\n${licenceOf(folder)}`;
    })
    .join(`\n\n${"-".repeat(80)}\n\n`);
}

function licenceOf(folder) {
  for (const name of ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "license", "License", "README.md", "Readme.md"]) {
    try {
      return readFileSync(join(dirname(join(folder, "x")), name), "utf8").trim();
    } catch {
      // The next name.
    }
  }
  return "The package carries no licence text of its own.";
}
