// Bundles Mermaid's parsers without what lays out and draws, which nothing here asks for: users install 2 MB in
// place of 70. src/diagrams/engine stands in for the browser.
import { resolve } from "node:path";
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

/** @returns the files that went into the bundle. */
export async function bundleMermaid(outdir) {
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
    plugins: [withoutDrawing],
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  return Object.keys(metafile.inputs);
}
