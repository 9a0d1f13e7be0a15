import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";

const INDEX = resolve("src/core.ts");
const FACES = /[/\\]src[/\\](?:cli|mcp|agents)[/\\].*\.ts$/;

/** What is loaded when it is needed. */
const LATER = /const \{ (\w+) \} = await import\("((?:\.\.\/)+core\.ts)"\);/g;

/**
 * The faces import the core through its facade, and the bundler takes a facade to need all that it names. Here each name is
 * imported from where it is defined, so that a command loads what it uses and no more.
 */
export const directImports = {
  name: "direct-imports",
  setup(build) {
    const homes = homesOf(INDEX);
    build.onLoad({ filter: FACES }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const contents = source.replace(/^import \{([^}]*)\} from "((?:\.\.\/)+core\.ts)";$/gm, (statement, names, from) =>
        resolve(dirname(path), from) === INDEX ? direct(names, path, homes) : statement,
      );
      return { contents: contents.replace(LATER, (statement, name) => later(statement, name, path, homes)), loader: "ts" };
    });
  },
};

function later(statement, name, path, homes) {
  const home = homes.get(name);
  return home ? `const { ${name} } = await import(${JSON.stringify(pathTo(home, path))});` : statement;
}

function pathTo(home, path) {
  return `./${relative(dirname(path), home)}`.replaceAll("\\", "/");
}

/** All on one line, so that the lines of messages stay near those of the source. */
function direct(names, path, homes) {
  return names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "))
    .map((name) => {
      const home = homes.get(name.split(" as ")[0]);
      if (!home) throw new Error(`${path} imports ${name}, which scripts/direct-imports.mjs does not find through src/core.ts`);
      return `import { ${name} } from ${JSON.stringify(pathTo(home, path))};`;
    })
    .join(" ");
}

/** @returns the file in which each name is defined that an index passes on. */
function homesOf(index) {
  const homes = new Map();
  for (const [, names, from] of readFileSync(index, "utf8").matchAll(/^export (?:\{([^}]*)\}|\*) from "(\.[^"]+)";$/gm)) {
    const home = resolve(dirname(index), from);
    for (const name of names === undefined ? definedIn(home) : names.split(",").map((each) => each.trim())) homes.set(name, home);
  }
  return homes;
}

function definedIn(file) {
  return Array.from(readFileSync(file, "utf8").matchAll(/^export (?:async )?(?:const|function\*?|class|let) (\w+)/gm), ([, name]) => name);
}
