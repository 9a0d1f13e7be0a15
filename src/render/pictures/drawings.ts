import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readRegular } from "../../disk/read-regular.ts";
import { KnownError } from "../../findings/errors.ts";
import { shortHash } from "../../text/hash.ts";
import { openRenderer, type Renderer } from "../renderer.ts";
import { rebuildDrawing } from "./rebuild.ts";

/** Draws diagrams for a page, each text once: what was drawn is kept in the user's own folder. */
export interface Drawings {
  /** @returns the drawing; undefined where there is none, be it that Mermaid refuses the text or that nothing is there to draw with */
  draw(text: string): Promise<string | undefined>;
  /** Why nothing is drawn that is not kept: no browser, or no mermaid-cli. */
  readonly unable: KnownError | undefined;
  close(): Promise<void>;
}

/** What is kept is as good as what draws: another version of the rules draws anew. */
const RULES = "1";

interface Options {
  env: Readonly<Record<string, string | undefined>>;
  /** The user's own folder, in which drawings are kept. */
  folder: string;
  /** The version of Mermaid. */
  mermaid: string;
  signal?: AbortSignal;
  /** Called before something is drawn that is not kept. */
  onDraw?(): void;
}

/** Opens what draws; a browser starts with the first diagram that is not kept. */
export function openDrawings({ env, folder, mermaid, signal, onDraw }: Options): Drawings {
  let renderer: Promise<Renderer> | undefined;
  let unable: KnownError | undefined;
  const draw = async (text: string): Promise<string | undefined> => {
    onDraw?.();
    try {
      renderer ??= openRenderer(env, signal);
      return await (await renderer).drawPlain(text);
    } catch (thrown) {
      signal?.throwIfAborted();
      if (thrown instanceof KnownError) unable = thrown;
      return undefined;
    }
  };
  return {
    get unable() {
      return unable;
    },
    async draw(text) {
      const name = shortHash(`${RULES}\n${mermaid}\n${text}`, 24);
      const kept = readRegular(join(folder, `${name}.svg`), LARGEST);
      const drawn = "unread" in kept ? (unable ? undefined : await draw(text)) : kept.bytes.toString("utf8");
      // What was kept is rebuilt as well: nobody has to trust the folder.
      const built = drawn === undefined || drawn.length > LARGEST ? undefined : rebuildDrawing(drawn, `d${name.slice(0, 10)}`);
      if (built !== undefined && "unread" in kept) keep(folder, name, drawn ?? "");
      return built;
    },
    async close() {
      await (await renderer?.catch(() => undefined))?.close();
    },
  };
}

const LARGEST = 1_000_000;

function keep(folder: string, name: string, drawn: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, `${name}.new`), drawn, { mode: 0o600 });
    renameSync(join(folder, `${name}.new`), join(folder, `${name}.svg`));
  } catch {
    // It is drawn again the next time.
  }
}
