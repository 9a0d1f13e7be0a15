import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";

/**
 * The client that goes through proxies is the largest thing in the package, and hardly anybody loads it: the names inside of its functions
 * are shortened, file by file. Everything else keeps its names, so that the place of a defect can be read.
 */
export const shorterUndici = {
  name: "shorter-undici",
  setup(build) {
    build.onLoad({ filter: /[/\\]node_modules[/\\]undici[/\\].*\.js$/ }, ({ path }) => ({
      contents: transformSync(readFileSync(path, "utf8"), {
        minify: true,
        format: "cjs",
        platform: "node",
        target: "node20.19",
        legalComments: "none",
      }).code,
      loader: "js",
    }));
  },
};
