import type { Nodes } from "mdast";
import type { Html } from "../html.ts";

/** What the rendering of one text needs to know of what is around it. */
export interface Surroundings {
  /** What the id of a heading begins with: ids are the page's, and several documents stand on it. */
  prefix: string;
  /** How many ranks the headings are moved down. */
  down: number;
  /** @returns where a link leads to on the page, or on the web; undefined where it leads to nothing that a reader of the page has */
  address(url: string): string | undefined;
  /** @returns a diagram as a picture; undefined where it was not drawn */
  drawing(text: string): Html | undefined;
  /** @returns what stands beside a block */
  beside?(block: Nodes): Html | undefined;
  /** @returns the id of a block that something stands beside, by a line of it */
  id?(line: number): string;
  /** @returns whether something is told of one of these lines */
  marked?(from: number, to: number): boolean;
  /** @returns what a heading's own id is, as the documents' links name it */
  anchor?(line: number): string | undefined;
}
