import conflictingErrorCode from "./conflicting-error-code.ts";
import contradictoryComponent from "./contradictory-component.ts";
import type { SystemCheck } from "./define.ts";
import duplicateEndpoint from "./duplicate-endpoint.ts";
import technologyDrift from "./technology-drift.ts";
import unemittedEvent from "./unemitted-event.ts";

/** The checks across features. */
export const SYSTEM_CHECKS: readonly SystemCheck[] = [
  contradictoryComponent,
  unemittedEvent,
  duplicateEndpoint,
  conflictingErrorCode,
  technologyDrift,
];
