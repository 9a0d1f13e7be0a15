// The package has no types of its own, and those that others keep for it leave out the listener.
declare module "js-yaml" {
  interface State {
    /** Counted from 0. */
    line: number;
    result: unknown;
  }
  interface LoadOptions {
    schema?: unknown;
    listener?: (event: "open" | "close", state: State) => void;
  }
  interface DumpOptions {
    /** The longest line; -1 for no limit. */
    lineWidth?: number;
    /** No anchors for what is there twice. */
    noRefs?: boolean;
  }
  const yaml: {
    load(text: string, options?: LoadOptions): unknown;
    /** Without the tags that make functions. */
    safeLoad(text: string, options?: LoadOptions): unknown;
    dump(value: unknown, options?: DumpOptions): string;
    CORE_SCHEMA: unknown;
  };
  export default yaml;
}
