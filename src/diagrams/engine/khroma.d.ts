// The package's own declarations leave out the endings that this project's module resolution asks for.
declare module "khroma" {
  /** Tells whether a browser would take a text for a colour. */
  export function isValid(colour: string): boolean;
}
