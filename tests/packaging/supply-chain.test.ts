import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Locked {
  version: string;
  dev?: boolean;
  license?: string;
  hasInstallScript?: boolean;
  resolved?: string;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  version: string;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> };
const locked = Object.entries(packages).filter(([path]) => path !== "");
const nameOf = (path: string) => path.replace(/^.*node_modules\//, "");

describe("what is in the package", () => {
  const ALLOWED = [
    /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
    /^dist\/(?:cli|index|check-thread|errors|mcp(?:-core|-pages|-complete|-http)?)\.js$/,
    /^dist\/server-[A-Z0-9]{8}\.js$/,
    /^dist\/chunks\/[\w.-]+-[A-Z0-9]{8}\.js$/,
    /^dist\/mermaid\/(?:thread\.js|chunks\/[\w.-]+-[A-Z0-9]{8}\.js)$/,
    /^dist\/page\/page\.(?:css|js)$/,
    /^dist\/context\.json$/,
    /^dist\/on-demand\/(?:graphql|protobufjs|re2js)\.cjs$/,
    /^dist\/grammars\/[\w-]+\.wasm\.br$/,
    /^dist\/types\/.+\.d\.ts$/,
    /^dist\/THIRD-PARTY-NOTICES\.txt$/,
    /^context\/(?:templates|patterns)\/[\w-]+\.md$/,
    /^context\/demo\/order-refunds\/(?:[\w/-]+\/)?[\w.-]+\.(?:txt|md)$/,
    /^context\/lexicon\/[a-z]{2}\.yaml$/,
    /^context\/secrets\/(?:[\w-]+\.yaml|LICENSE\.gitleaks)$/,
    /^docs\/checks\/[\w-]+\.md$/,
    /^docs\/plan\/E00-examples\/[\w-]+\/[\w-]+\.md$/,
    /^schemas\/[\w.-]+\.schema\.json$/,
    /^src\/mcp\/prompts\/[\w-]+\.md$/,
    /^src\/agents\/(?:roles|prompts)\/[\w-]+\.md$/,
    /^plugin\/(?:README\.md|AGENTS-section\.md|\.mcp\.json|\.claude-plugin\/plugin\.json|skills\/groundplan\/SKILL\.md)$/,
  ];
  const [{ files, size, unpackedSize }] = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { encoding: "utf8", shell: process.platform === "win32" }),
  ) as [{ files: { path: string }[]; size: number; unpackedSize: number }];

  it("is listed here, file by file or folder by folder", () => {
    expect(files.map(({ path }) => path).filter((path) => !ALLOWED.some((pattern) => pattern.test(path)))).toEqual([]);
    expect(ALLOWED.filter((pattern) => !files.some(({ path }) => pattern.test(path)))).toEqual([]);
  });

  it("is small", () => {
    // The page for stakeholders, with its style sheet and its script, has come to what the package had at most.
    expect(size).toBeLessThan(3_800_000);
    expect(unpackedSize).toBeLessThan(11_000_000);
  });
});

describe("dependencies", () => {
  it("are pinned exactly, and locked with a checksum or as the binary of another platform", () => {
    const ranges = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(Object.entries(ranges).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
    expect(Object.entries(ranges).filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
    const platform = new Set(locked.flatMap(([, { optionalDependencies }]) => Object.keys(optionalDependencies ?? {})));
    expect(locked.filter(([path, { integrity }]) => !integrity && !platform.has(nameOf(path))).map(([path]) => path)).toEqual([]);
  });

  it("come from a registry, not from an address or a repository", () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined && !/^https?:\/\/[^/]+\/.*\.tgz$/.test(resolved))).toEqual([]);
  });

  it("run no script when a user installs them; of the tools, esbuild checks its own binary and puppeteer fetches a browser", () => {
    const withScripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(withScripts.filter(([, { dev }]) => !dev)).toEqual([]);
    expect(withScripts.map(([path]) => nameOf(path))).toEqual(["esbuild", "puppeteer"]);
    expect(Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
  });

  it("of a user are the parser and what it brings, and no more", () => {
    expect(Object.keys(manifest.dependencies)).toEqual(["satteri"]);
  });
});

describe("licences", () => {
  // Tools are used and never passed on, so that the conditions for passing them on do not matter.
  const FREE =
    /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|[ME]PL-2\.0|Python-2\.0|PSF-2\.0|Unlicense|CC-BY-4\.0|OFL-1\.1)$/;
  // What is bundled or installed goes to users: there the licence must ask for no more than its own text.
  const PERMISSIVE = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense)$/;
  // Their manifests state it in an old form or not at all, so that the lock file does not carry it; their own files say MIT.
  const STATED: Record<string, string> = { format: "MIT", khroma: "MIT" };

  /** Of several to choose from, any one will do. The binary of a platform has the licence of the package that asks for it. */
  function licencesOf(path: string, { license }: Locked): string[] {
    const name = nameOf(path);
    const parent = license
      ? undefined
      : locked.find(([, { optionalDependencies }]) => optionalDependencies && name in optionalDependencies);
    return (license ?? STATED[name] ?? parent?.[1].license ?? "none").replace(/[()]/g, "").split(" OR ");
  }

  const refused = (candidates: [string, Locked][], allowed: RegExp) =>
    candidates
      .filter(([path, entry]) => !licencesOf(path, entry).some((licence) => licence.split(" AND ").every((part) => allowed.test(part))))
      .map(([path]) => path);

  it("of every package in the lock file let it be used", () => {
    expect(locked.length).toBeGreaterThan(300);
    expect(refused(locked, FREE)).toEqual([]);
  });

  it("of what users install are permissive", () => {
    expect(
      refused(
        locked.filter(([, { dev }]) => !dev),
        PERMISSIVE,
      ),
    ).toEqual([]);
  });

  it("of what is bundled are permissive, and their texts go with it", () => {
    const notices = readFileSync("dist/THIRD-PARTY-NOTICES.txt", "utf8").split(`\n\n${"-".repeat(80)}\n\n`);
    const bundled = notices.map((notice) => notice.split(" ", 1)[0] ?? "");
    expect(bundled).toEqual(expect.arrayContaining(["zod", "@modelcontextprotocol/server", "jsonc-parser", "smol-toml", "yaml"]));
    const entries = bundled.map((name) => [`node_modules/${name}`, packages[`node_modules/${name}`]] as [string, Locked]);
    expect(entries.filter(([, entry]) => entry === undefined)).toEqual([]);
    expect(refused(entries, PERMISSIVE)).toEqual([]);
    expect(
      notices.filter((notice) => notice.includes("carries no licence text") || notice.length < 300).map((notice) => notice.slice(0, 60)),
    ).toEqual([]);
  });
});

describe("the SBOM", () => {
  const { components, metadata, dependencies } = JSON.parse(
    execFileSync(process.execPath, ["scripts/sbom.mjs"], { encoding: "utf8", maxBuffer: 16 * 1024 * 1024 }),
  ) as {
    components: { name: string; version: string; purl: string }[];
    metadata: { component: { name: string; version: string } };
    dependencies: { ref: string; dependsOn: string[] }[];
  };
  const names = components.map(({ name }) => name);

  it("lists what users get, bundled or installed, and no tool", () => {
    expect(metadata.component).toMatchObject({ name: "groundplan", version: manifest.version });
    expect(names).toEqual(expect.arrayContaining(["satteri", "zod", "commander", "yaml"]));
    for (const tool of ["vitest", "typescript", "esbuild", "knip", "@biomejs/biome"]) expect(names).not.toContain(tool);
    expect(components.filter(({ purl }) => !purl.startsWith("pkg:npm/"))).toEqual([]);
  });

  it("every package in the notices is in it", () => {
    const notices = readFileSync("dist/THIRD-PARTY-NOTICES.txt", "utf8").split(`\n\n${"-".repeat(80)}\n\n`);
    expect(notices.map((notice) => notice.split(" ", 1)[0]).filter((name) => !names.includes(name ?? ""))).toEqual([]);
  });

  it("no dependency leads out of it", () => {
    const refs = new Set(dependencies.map(({ ref }) => ref));
    expect(dependencies.flatMap(({ dependsOn }) => dependsOn).filter((id) => !refs.has(id))).toEqual([]);
  });
});
