import { slug } from "github-slugger";

/** @returns the fragment that GitHub gives a heading, where no other heading of its document has the same text */
export function fragmentOf(title: string): string {
  return slug(title);
}
