/** Where a fact stands. */
export interface Place {
  file: string;
  line: number;
}
export interface Route extends Place {
  method: string;
  path: string;
  handler?: string;
  framework: string;
  /** What its handler takes behind the question mark; absent where no handler was found. */
  query?: Parameter[];
}
/** A parameter of a route's query. */
export interface Parameter extends Place {
  name: string;
  type?: string;
}
export interface Flag extends Place {
  name: string;
  short?: string;
  type?: string;
  required?: boolean;
  default?: string;
  /** Holds for the commands below as well. */
  inherited?: boolean;
}
export interface CommandFact extends Place {
  /** All words, from the program on. */
  name: string;
  flags: Flag[];
  arguments: string[];
  /** Some code adds it to the program, or it is the program. */
  registered: boolean;
  framework: string;
}
export interface TypeFact extends Place {
  name: string;
  kind: string;
  language: string;
  /** What it extends or embeds, as written. */
  bases?: string[];
  fields: { name: string; type?: string; optional?: boolean; line: number }[];
}
export interface Column extends Place {
  name: string;
  type?: string;
  nullable?: boolean;
}
export interface TableFact extends Place {
  name: string;
  columns: Column[];
  /** What it was read from: sql, prisma, typeorm and the like. */
  source: string;
  /** The class that stands for it. */
  model?: string;
}
export interface EventFact extends Place {
  name: string;
  direction: "produced" | "consumed";
  system: string;
}
/** A place at which a message to a person is sent. */
export interface MailFact extends Place {
  /** What is called. */
  name: string;
  /** It is handed to something that does it later. */
  deferred: boolean;
}
export interface CodeFact extends Place {
  code: string;
  kind: "error" | "exit" | "status";
  name?: string;
}
export interface Dependency extends Place {
  name: string;
  version?: string;
  /** The version that a lock file has fixed. */
  locked?: string;
  ecosystem: string;
  dev?: boolean;
}
/** A file of the surroundings: a container, a pipeline, infrastructure, a contract, a page on architecture. */
export interface Setting extends Place {
  kind: string;
  name: string;
  detail?: string;
}
export interface NamingFact {
  kind: string;
  style: string;
  count: number;
  all: number;
  exceptions: (Place & { name: string })[];
}
export interface Module extends Place {
  name: string;
  files: number;
  imports: string[];
}
/** A part of a repository with a manifest of its own, and how many facts stand below it. */
export interface Service extends Place {
  name: string;
  /** Its folder: empty for the repository, otherwise with a slash at the end. */
  root: string;
  routes: number;
  commands: number;
  tables: number;
  types: number;
  events: number;
}
/** What could not be read with certainty. */
export interface Unread extends Place {
  what: string;
  why: string;
}
export interface LanguageShare {
  name: string;
  files: number;
  bytes: number;
  share: number;
  read: boolean;
}

/** All facts of a repository's code. */
export interface Survey {
  version: 1;
  commit?: string;
  languages: LanguageShare[];
  dependencies: Dependency[];
  frameworks: { name: string; version?: string; file: string; line: number }[];
  settings: Setting[];
  routes: Route[];
  commands: CommandFact[];
  types: TypeFact[];
  tables: TableFact[];
  events: EventFact[];
  codes: CodeFact[];
  mail: MailFact[];
  /** What classes, functions and methods are called, each once: a name that is not among them is declared nowhere. */
  names: string[];
  naming: NamingFact[];
  modules: Module[];
  /** Paths of the files of code that were read, at most 5,000. */
  sources: string[];
  /** Paths of the files of tests, at most 2,000. */
  tests: string[];
  /** Where there are several. */
  services: Service[];
  unread: Unread[];
}

/** A survey, and a word for its facts that changes whenever one does: the commit is none of them. */
export interface Surveyed {
  survey: Survey;
  digest: string;
  /** A word for the files as they were: the same for as long as none has changed. */
  stamp?: string;
}
