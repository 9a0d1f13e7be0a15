/** One change of an interface between two states of a design. */
export interface InterfaceChange {
  /** What changed, as a stable word. */
  kind:
    | "interface-removed"
    | "interface-added"
    | "parameter-removed"
    | "parameter-added"
    | "parameter-required"
    | "parameter-optional"
    | "parameter-moved"
    | "parameter-renamed"
    | "access-changed"
    | "default-changed"
    | "body-changed"
    | "status-removed"
    | "status-added"
    | "usage-changed"
    | "structure-removed"
    | "structure-added"
    | "field-removed"
    | "field-added"
    | "field-required"
    | "field-optional"
    | "field-nullable"
    | "field-not-null"
    | "type-changed"
    | "values-removed"
    | "values-added"
    | "narrowed"
    | "widened"
    | "error-removed"
    | "error-added"
    | "error-status";
  /** The interface, structure or field. */
  at: string;
  /** What was, and what is; empty where there is none. */
  before: string;
  after: string;
  /** Whether somebody who was right before can be wrong now. */
  breaking: boolean;
  /** Why it breaks whom, or why it does not. */
  because: string;
  line: number;
}
