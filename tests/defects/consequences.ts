import type { Operator } from "./types.ts";

const UNUSED = "unused-data-structure/unused";
const OBLIGATION = "unmet-obligation";
/** A sentence that counts structures or interfaces no longer counts those that are there. */
const COUNTED = "value-drift/counted";

/** What follows from every defect that a check is meant for, whatever the operator: checks, or `check/message`. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  // A type that nobody defines is not the agreed one and comes from no column; the one that was meant may have no other use.
  "undefined-type": ["contract-mismatch/type", "contract-mismatch/body", "entity-mismatch/type", UNUSED],
  // Letters that the conventions forbid are not those that were agreed on, or that are stored.
  "naming-convention": [
    "missing-literal/renamed",
    "contract-mismatch/field-letters",
    "contract-mismatch/structure-letters",
    "contract-mismatch/interface-letters",
    "contract-mismatch/path-parameter",
    "contract-mismatch/values",
    "contract-mismatch/error-letters",
    "entity-mismatch/values",
  ],
  // Who is drawn, named or connected otherwise no longer agrees with the other pictures and the text.
  "undeclared-component": ["picture-mismatch"],
  "unreachable-node": ["picture-mismatch"],
  "missing-layer": ["picture-mismatch"],
  "undocumented-integration": ["picture-mismatch"],
  "unknown-technology": ["picture-mismatch"],
  "drawn-diagram": ["picture-mismatch"],
  // A status that departs from the contracts departs from what the interfaces say, too.
  "missing-error-case": ["status-mismatch"],
  // What a component does not say to expose has no owner.
  "incomplete-component": ["unowned-interface/unowned", OBLIGATION, "value-drift", "weak-answer", "picture-mismatch"],
  // What a field no longer names may have no other use.
  "incomplete-data-structure": [UNUSED, "padding"],
  // So with what an interface no longer names: structures, and the codes that an event is set aside with.
  "incomplete-interface": ["unmotivated-component/unasked", COUNTED, UNUSED, "missing-error-case/unused", "contract-mismatch/body"],
  // What is lost takes with it the uses of structures, and what an applied pattern obliges to say.
  "missing-section": [UNUSED, OBLIGATION, "value-drift", "weak-answer"],
  "empty-section": [OBLIGATION, "value-drift", "weak-answer"],
  "line-count": [OBLIGATION, "value-drift", "weak-answer", "padding", "contradicted-input"],
  // Where the PRD states nothing any more, what it told apart may look like one thing.
  "missing-document": [OBLIGATION, "value-drift", "missing-literal"],
  // What goes with an interface are its options, which others still name.
  "contract-mismatch": [
    COUNTED,
    "unmotivated-component/unasked",
    "missing-literal/renamed",
    "missing-literal/undescribed",
    "missing-literal/unknown-value",
    "missing-literal/doubtful-value",
    "value-drift",
    "status-mismatch",
  ],
  // A parameter's limits are held against the contracts' parameter as well.
  "value-drift": ["contract-mismatch/parameter-limit"],
  "unmotivated-component": ["value-drift", "weak-answer", "picture-mismatch"],
  "unowned-interface": ["unmotivated-component/unasked", COUNTED, "padding"],
  "unused-data-structure": [COUNTED],
  "unread-markup": ["dense-text"],
  // What stands there instead is a drawing of another tool.
  "missing-diagram": ["drawn-diagram"],
};

/** @returns all that may be reported beside what is expected, as checks or `check/message`. */
export function explanations(operator: Operator): Set<string> {
  return new Set([...(FOLLOWS[operator.check] ?? []), ...operator.alsoExpected]);
}
