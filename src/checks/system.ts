import type { SystemCheck } from "./define.ts";
import conflictingErrorCode from "./system/conflicting-error-code.ts";
import conflictingField from "./system/conflicting-field.ts";
import contradictoryComponent from "./system/contradictory-component.ts";
import duplicateEndpoint from "./system/duplicate-endpoint.ts";
import technologyDrift from "./system/technology-drift.ts";
import unemittedEvent from "./system/unemitted-event.ts";

/** The checks across features. */
export const SYSTEM_CHECKS: readonly SystemCheck[] = [
  contradictoryComponent,
  unemittedEvent,
  duplicateEndpoint,
  conflictingErrorCode,
  conflictingField,
  technologyDrift,
];
