// What few projects need, a file each: the parsers of Protobuf and GraphQL for contracts in these languages, and the engine for
// expressions of a configuration. src/disk/on-demand.ts loads them.
import { build } from "esbuild";

const PACKAGES = {
  graphql: 'export { GraphQLError, Lexer, parse, Source } from "graphql";',
  protobufjs: 'module.exports = require("protobufjs");',
  re2js: 'export { RE2JS } from "re2js";',
};

/** @returns the files that went into the bundles. */
export async function bundleOnDemand(outdir) {
  const inputs = [];
  for (const [name, contents] of Object.entries(PACKAGES)) {
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
