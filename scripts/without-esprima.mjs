import { readFileSync } from "node:fs";

/**
 * js-yaml asks for a parser of JavaScript when it is loaded, for a tag that is only known where functions in YAML are
 * wanted. groundplan wants none, and loading the parser takes longer than checking a document.
 */
export const withoutEsprima = {
  name: "without-esprima",
  setup(build) {
    build.onLoad({ filter: /js-yaml[/\\]lib[/\\]js-yaml[/\\]type[/\\]js[/\\]function\.js$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const contents = source.replace("_require('esprima')", "undefined");
      if (contents === source) throw new Error("js-yaml asks for esprima in another way: see scripts/without-esprima.mjs");
      return { contents, loader: "js" };
    });
  },
};
