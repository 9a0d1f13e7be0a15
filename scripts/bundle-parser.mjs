import { readFileSync } from "node:fs";

const BINDING = /[/\\]satteri[/\\]dist[/\\]binding\.js$/;

/**
 * Bundles what the parser has in JavaScript, of which a cold start would else read 28 files to use a few. Its binary stays
 * where the package manager put it, for this machine, and so does what finds it there.
 */
export const bundledParser = {
  name: "bundled-parser",
  setup(build) {
    build.onLoad({ filter: BINDING }, ({ path }) => {
      const [, names = ""] = /^export \{([^}]*)\} from "\.\.\/index\.js";/.exec(readFileSync(path, "utf8")) ?? [];
      if (names === "") throw new Error(`${path} no longer passes on the names of ../index.js: see scripts/bundle-parser.mjs`);
      const contents = `export const {${names}} = await import(new URL("../index.js", import.meta.resolve("satteri")).href);`;
      return { contents, loader: "js" };
    });
  },
};
