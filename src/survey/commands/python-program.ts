import { around, manifestsOf } from "../modules/paths.ts";
import type { Project } from "../project.ts";

// `shop = "shop.cli:main"`, in the tables of pyproject.toml and in the lists of setup.cfg and setup.py.
const ENTRY = /^\s{0,9}["']?\s{0,9}([\w.-]{1,80})["']?\s{0,9}=\s{0,9}["']?([\w.]{1,160}):([\w.]{1,80})["']?/;

/**
 * @param names what the function or object in the file is called by which a program may be entered
 * @returns how a program is called, as its package says it; none where the package names no entry into this file
 */
export function pythonProgram(project: Project, file: string, names: readonly string[]): string | undefined {
  for (const { text } of around(manifestsOf(project, /^(?:pyproject\.toml|setup\.(?:cfg|py))$/), file)) {
    const entries = entriesOf(text).filter(({ module }) => isModule(file, module));
    const own = entries.find(({ name }) => names.includes(name)) ?? (entries.length === 1 ? entries[0] : undefined);
    if (own) return own.program;
  }
  return undefined;
}

function entriesOf(text: string): { program: string; module: string; name: string }[] {
  let isScripts = false;
  return text.split("\n").flatMap((line) => {
    if (/^\s{0,9}\[/.test(line)) isScripts = /scripts\]|entry_points\]/.test(line);
    else if (/console_scripts/.test(line)) isScripts = true;
    const [, program, module, name] = (isScripts && ENTRY.exec(line)) || [];
    return program && module && name ? [{ program, module, name }] : [];
  });
}

const isModule = (file: string, module: string): boolean => {
  const path = module.replaceAll(".", "/");
  return [`${path}.py`, `${path}/__init__.py`, `${path}/__main__.py`].some((one) => file === one || file.endsWith(`/${one}`));
};
