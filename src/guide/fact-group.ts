/** What the inputs, or the code, state that a section must use. */
export interface FactGroup {
  label: string;
  /** Path of the document that states it, or the code. */
  from: string;
  items: string[];
  /** The code states it. */
  code?: true;
}
