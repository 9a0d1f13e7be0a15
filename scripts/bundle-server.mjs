// Bundles what a server needs until it has listed its tools into one file: a client waits for it, and each further file
// would take it longer. What the tools do their work with stays in the package's other files, and is loaded with the first call.
import { dirname, resolve } from "node:path";
import { build } from "esbuild";
import { directImports } from "./direct-imports.mjs";

/** The entries of the package's other files that the server loads later, by their names in dist/. */
export const LATER = {
  "mcp-core": "src/mcp/core.ts",
  "mcp-pages": "src/mcp/resources/pages.ts",
  "mcp-complete": "src/mcp/complete.ts",
  // An error is told by its class, of which there must be one.
  errors: "src/findings/errors.ts",
};

const SERVER = { mcp: "src/mcp/serve.ts", "mcp-http": "src/mcp/http/serve.ts" };

/** Leaves what an import finds in one of these entries to the file that is made of it. */
function leaving(entries, folder) {
  const names = new Map(Object.entries(entries).map(([name, path]) => [resolve(path), name]));
  return {
    name: "leaving",
    setup({ onResolve }) {
      onResolve({ filter: /^\.{1,2}\// }, ({ path, importer, kind }) => {
        const name = kind === "entry-point" ? undefined : names.get(resolve(dirname(importer), path));
        return name && { path: `${folder}/${name}.js`, external: true };
      });
    },
  };
}

/** For the package's other files, which lie in dist/chunks/. */
export const leavingServer = leaving(SERVER, "..");

/** @returns the files that went into the bundle */
export async function bundleServer(outdir, settings) {
  const { metafile } = await build({
    ...settings,
    entryPoints: SERVER,
    outdir,
    plugins: [directImports, leaving(LATER, ".")],
    // The server over HTTP shares a file with the one over stdio, which lies beside them.
    chunkNames: "server-[hash]",
  });
  return Object.keys(metafile.inputs);
}
