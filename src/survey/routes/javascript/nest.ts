import type { Project } from "../../project.ts";
import { endOf, entry, texts } from "../../syntax/tree.ts";

/**
 * Puts the version of a controller, or of a method, into its path, where versions stand there.
 * @param served the path that the application serves in its place
 */
export function nestVersions(project: Project, from: number, served: (path: string, file: string) => string): void {
  const routes = project.routes.splice(from);
  for (const route of routes) {
    const slot = /\{version:([^}]{0,40})\}/.exec(route.path);
    if (!slot) {
      project.routes.push({ ...route, path: served(route.path, route.file) });
      continue;
    }
    const [name, method] = (route.handler ?? "").split(".");
    const made = project.classes(name ?? "").find(({ source }) => source.path === route.file)?.made;
    const own = made?.methods.find((one) => one.name === method)?.notes.find((note) => endOf(note.fn) === "Version")?.args[0];
    const above = made?.notes
      .map((note) =>
        endOf(note.fn) === "Controller" ? entry(note.args[0], "version") : endOf(note.fn) === "Version" ? note.args[0] : undefined,
      )
      .find((one) => one !== undefined);
    const given = own ?? above;
    const versions = given ? (given.t === "member" || given.t === "name" ? [""] : texts(given)) : [slot[1] ?? ""];
    for (const version of versions) {
      const path = route.path
        .replace(slot[0], version === "" || version === "VERSION_NEUTRAL" ? "" : `v${version}`)
        .replace(/\/{2,9}/g, "/");
      project.routes.push({ ...route, path: served(path, route.file) });
    }
  }
}
