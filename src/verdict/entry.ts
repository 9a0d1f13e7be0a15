/** What is kept of one feature: where it comes from, and a line that is read only when it is asked for. */
export interface Entry {
  name: string;
  /** Of the files that it was made from; a file that changes, changes it. */
  stamp: string;
  sources: string[];
  line: string;
}
