import type { Project } from "../project.ts";

/** Of npm's first form, in which packages stand by name alone: what others bring stands deeper. */
const FIRST_FORM = /^ {4}"((?:@[^/"]{1,80}\/)?[^/"]{1,80})": \{\n {6}"version": "([^"]{1,60})"/gm;

/**
 * Versions that lock files have fixed, by ecosystem and name; the first one that a file names. What a file fixes for one range of versions
 * stands under name and range (`npm jsonwebtoken@^8.5.1`): others may have asked for another one.
 */
export function locked(project: Project): Map<string, string> {
  const found = new Map<string, string>();
  const keep = (ecosystem: string, name: string | undefined, version: string | undefined) => {
    const key = `${ecosystem} ${name?.toLowerCase()}`;
    if (name && version && !found.has(key)) found.set(key, version);
  };
  for (const { path, text } of project.plain.values()) {
    const file = path.split("/").at(-1) as string;
    if (file === "package-lock.json" && !text.includes('"node_modules/'))
      for (const [, name, version] of text.matchAll(FIRST_FORM)) keep("npm", name, version);
    else if (file === "package-lock.json")
      for (const [, name, version] of text.matchAll(
        /"node_modules\/((?:@[^/"]{1,80}\/)?[^/"]{1,80})"\s{0,9}:\s{0,9}\{\s{0,40}"version"\s{0,9}:\s{0,9}"([^"]{1,60})"/g,
      ))
        keep("npm", name, version);
    else if (file === "pnpm-lock.yaml")
      for (const [, name, version] of text.matchAll(/^ {2}'?\/?((?:@[^/@'\s]{1,80}\/)?[^/@'\s]{1,80})@(\d[\w.-]{0,50})/gm))
        keep("npm", name, version);
    else if (file === "yarn.lock")
      for (const [, keys = "", version] of text.matchAll(
        /^("?(?:@[^/@"\s]{1,80}\/)?[^/@"\s]{1,80}@[^\n]{0,300}):\n {2}version:?\s{1,9}"?([^"\n]{1,60})/gm,
      ))
        for (const key of keys.replaceAll('"', "").split(", ")) {
          keep("npm", key.replace("@npm:", "@"), version);
          keep("npm", /^(?:@[^/@]{1,80}\/)?[^/@]{1,80}/.exec(key)?.[0], version);
        }
    else if (/^(?:poetry|uv|Cargo)\.lock$/.test(file))
      for (const [, name, version] of text.matchAll(/\[\[package\]\]\nname = "([^"]{1,99})"\nversion = "([^"]{1,60})"/g))
        keep(file === "Cargo.lock" ? "crates" : "pypi", name, version);
    else if (file === "Gemfile.lock")
      for (const [, name, version] of text.matchAll(/^ {4}([\w-]{1,80}) \(([^)]{1,40})\)$/gm)) keep("rubygems", name, version);
    else if (file === "composer.lock")
      for (const [, name, version] of text.matchAll(/"name": "([^"]{1,99})",\s{1,40}"version": "([^"]{1,60})"/g))
        keep("composer", name, version);
    else if (file === "packages.lock.json")
      for (const [, name, version] of text.matchAll(
        /"([\w.-]{1,120})": \{\s{1,40}"type": "\w{1,30}",\s{1,60}(?:"requested": "[^"]{1,80}",\s{1,60})?"resolved": "([^"]{1,60})"/g,
      ))
        keep("nuget", name, version);
  }
  return found;
}
