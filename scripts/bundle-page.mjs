// The one style sheet and the one script that stand in every page of a plan.
import { build } from "esbuild";

export async function bundlePage(outdir) {
  await build({
    entryPoints: { page: "src/page/client/main.ts" },
    outdir,
    bundle: true,
    format: "iife",
    platform: "browser",
    target: ["chrome109", "firefox115", "safari16"],
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  });
  await build({
    entryPoints: { page: "src/page/style/page.css" },
    outdir,
    bundle: true,
    target: ["chrome109", "firefox115", "safari16"],
    minify: true,
    logLevel: "warning",
  });
}
