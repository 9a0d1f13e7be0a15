import type { Class, Expr, Fn } from "./syntax/tree.ts";
import { walk } from "./syntax/tree.ts";
import type { CodeFact, CommandFact, EventFact, MailFact, Place, Route, TableFact, TypeFact, Unread } from "./types.ts";

/** A file of code, read. */
export interface Source {
  path: string;
  language: string;
  tree: Expr;
}

/** A text file beside the code that frameworks read: settings, schemas, migrations. */
export interface Plain {
  path: string;
  text: string;
}

export interface OwnedClass {
  source: Source;
  made: Class;
}

/** All that was read of a repository, and the facts as they are found. */
export class Project {
  readonly sources: ReadonlyMap<string, Source>;
  readonly plain: ReadonlyMap<string, Plain>;
  readonly routes: Route[] = [];
  readonly commands: CommandFact[] = [];
  readonly types: TypeFact[] = [];
  readonly tables: TableFact[] = [];
  readonly events: EventFact[] = [];
  readonly codes: CodeFact[] = [];
  readonly mail: MailFact[] = [];
  readonly unread: Unread[] = [];
  #classes: Map<string, OwnedClass[]> | undefined;
  #functions: Map<string, { source: Source; fn: Fn }[]> | undefined;

  constructor(sources: readonly Source[], plain: readonly Plain[]) {
    this.sources = new Map(sources.map((source) => [source.path, source]));
    this.plain = new Map(plain.map((file) => [file.path, file]));
  }

  of(...languages: string[]): Source[] {
    return [...this.sources.values()].filter(({ language }) => languages.includes(language));
  }

  /** @returns the classes of a name, those of the same file or folder first. */
  classes(name: string, near?: Source): OwnedClass[] {
    this.#classes ??= this.#collect();
    const found = this.#classes.get(name) ?? [];
    if (!near || found.length < 2) return found.filter(({ source }) => !near || source.language === near.language);
    const closeness = (path: string) => common(path, near.path);
    return found
      .filter(({ source }) => source.language === near.language)
      .sort((a, b) => closeness(b.source.path) - closeness(a.source.path));
  }

  allClasses(): OwnedClass[] {
    this.#classes ??= this.#collect();
    return [...this.#classes.values()].flat();
  }

  /** @returns functions and methods of a name. */
  functions(name: string, language: string): { source: Source; fn: Fn }[] {
    this.#classes ??= this.#collect();
    return (this.#functions?.get(name) ?? []).filter(({ source }) => source.language === language);
  }

  /** @returns what classes, functions and methods are called, each once and in order. */
  names(): string[] {
    this.#classes ??= this.#collect();
    return [...new Set([...this.#classes.keys(), ...(this.#functions?.keys() ?? [])])].sort();
  }

  cannotRead(place: Place, what: string, why: string): void {
    this.unread.push({ file: place.file, line: place.line, what, why });
  }

  #collect(): Map<string, OwnedClass[]> {
    const classes = new Map<string, OwnedClass[]>();
    this.#functions = new Map();
    for (const source of this.sources.values())
      walk(source.tree, (e) => {
        if (e.t === "class" && e.name !== "") push(classes, e.name, { source, made: e });
        if (e.t === "fn" && e.name) push(this.#functions as Map<string, { source: Source; fn: Fn }[]>, e.name, { source, fn: e });
      });
    return classes;
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** How many folders two paths have in common. */
function common(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  let count = 0;
  while (count < left.length && left[count] === right[count]) count++;
  return count;
}
