// The engine for expressions of configurations goes into a file of its own: src/config/linear-pattern.ts loads it where there are any.
import { build } from "esbuild";

/** @returns the files that went into the bundle. */
export async function bundleExpressions(outfile) {
  const { metafile } = await build({
    entryPoints: ["re2js"],
    outfile,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20.19",
    minify: true,
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  return Object.keys(metafile.inputs);
}
