// Bundles Mermaid's parsers without what lays out and draws, which nothing here asks for: users install 2 MB in
// place of 70. src/diagrams/engine stands in for the browser.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const DRAWING =
  /^(?:d3|roughjs|cytoscape(?:-fcose|-cose-bilkent)?|katex|fastdom(?:\/.*)?|d3-sankey|@upsetjs\/venn\.js|@iconify\/utils|stylis|marked|dagre-d3-es\/src\/dagre\/index\.js)$/;

const withoutDrawing = {
  name: "without-drawing",
  setup({ onResolve }) {
    onResolve({ filter: /^dompurify$/ }, () => ({ path: resolve("src/diagrams/engine/dom-purify.ts") }));
    onResolve({ filter: DRAWING }, () => ({ path: resolve("src/diagrams/engine/not-drawn.cjs") }));
  },
};

const COPIES = "return assignWithDepth_default({}, currentConfig);";
const COPIES_ONCE =
  "if (copied !== currentConfig) { copied = currentConfig; copy = assignWithDepth_default({}, currentConfig); } return copy;";

/**
 * Mermaid copies its whole configuration each time that a relation asks for one setting: two thirds of the time of a large class
 * diagram. The configuration is replaced and never changed, so that one copy of each serves.
 */
function withOneConfiguration() {
  let found = 0;
  return {
    name: "with-one-configuration",
    setup({ onLoad, onEnd }) {
      onLoad({ filter: /mermaid\.core[/\\]chunk-\w+\.mjs$/ }, ({ path }) => {
        const contents = readFileSync(path, "utf8");
        if (!contents.includes(COPIES)) return undefined;
        found++;
        return { contents: `let copied, copy;\n${contents.replace(COPIES, COPIES_ONCE)}`, loader: "js" };
      });
      onEnd(() => {
        if (found !== 1) throw new Error(`Mermaid's getConfig was found ${found} times, expected once: this version is written otherwise.`);
      });
    },
  };
}

/** The package whose verdict counts: package.json pins its version, which is one line to change. */
export const PINNED = "node_modules/mermaid";

/** @returns the version of a package of Mermaid, which every report names. */
export function mermaidVersionOf(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;
}

/**
 * @param folder the package of Mermaid; another than the pinned one to compare their verdicts
 * @returns the files that went into the bundle.
 */
export async function bundleMermaid(outdir, folder) {
  const { metafile } = await build({
    entryPoints: { thread: "src/diagrams/engine/thread.ts" },
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    minify: true,
    chunkNames: "chunks/[name]-[hash]",
    alias: { mermaid: resolve(folder) },
    define: { MERMAID_VERSION: JSON.stringify(mermaidVersionOf(folder)) },
    plugins: [withoutDrawing, withOneConfiguration()],
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  return Object.keys(metafile.inputs);
}
