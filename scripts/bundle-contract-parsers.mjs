// The parsers of Protobuf and GraphQL, a file each: they are loaded by the few features that have contracts in these languages.
import { build } from "esbuild";

const PARSERS = {
  graphql: 'export { GraphQLError, parse } from "graphql";',
  protobufjs: 'module.exports = require("protobufjs");',
};

/** @returns the files that went into the bundles. */
export async function bundleParsers(outdir) {
  const inputs = [];
  for (const [name, contents] of Object.entries(PARSERS)) {
    const { metafile } = await build({
      stdin: { contents, resolveDir: ".", loader: "js" },
      outfile: `${outdir}/${name}.cjs`,
      bundle: true,
      format: "cjs",
      mainFields: ["module", "main"],
      platform: "node",
      target: "node20.19",
      minify: true,
      legalComments: "none",
      metafile: true,
      logLevel: "warning",
    });
    inputs.push(...Object.keys(metafile.inputs));
  }
  return inputs;
}
