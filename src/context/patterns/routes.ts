/** Ways into the catalogue: what somebody is about to do, and the patterns to read, in the order in which they are read. */

export interface Route {
  task: string;
  slugs: readonly string[];
}

/** For engineers: the questions with which one comes to a catalogue. */
export const ROUTES: readonly Route[] = [
  {
    task: "Starting a new feature",
    slugs: ["component-structure", "resource-design", "request-validation", "transactional-boundaries", "component-testing"],
  },
  {
    task: "Integrating an external service",
    slugs: ["api-client-abstraction", "timeout", "retry", "circuit-breaker", "fallback", "error-translation"],
  },
  {
    task: "Adding a background job",
    slugs: ["job-processing", "scheduling", "message-queue", "idempotent-requests", "error-recovery"],
  },
  {
    task: "Handling errors",
    slugs: ["error-classification", "error-wrapping-and-propagation", "error-translation", "retry", "error-reporting"],
  },
  {
    task: "Building a BFF endpoint",
    slugs: ["backend-for-frontend", "fan-out-and-fan-in", "cache-aside", "token-authentication", "response-structure"],
  },
];

/** Quick links: one thing that is sought, and where it stands. */
export const QUICK_LINKS: readonly Route[] = [
  { task: "Error handling", slugs: ["error-classification", "error-recovery", "retry"] },
  { task: "Job processing", slugs: ["job-processing"] },
  { task: "Backend for a frontend", slugs: ["backend-for-frontend"] },
  { task: "Service integration", slugs: ["api-client-abstraction", "synchronous-calls"] },
  { task: "Orchestration", slugs: ["workflow-orchestration", "scheduling"] },
  { task: "Caching", slugs: ["cache-aside", "cache-invalidation"] },
  { task: "Access to data", slugs: ["repository", "connection-pooling", "schema-migrations"] },
  { task: "Signing in and permissions", slugs: ["token-authentication", "role-based-access-control"] },
  { task: "Several tenants", slugs: ["multi-tenancy"] },
  { task: "Notifications", slugs: ["notification-preferences"] },
  { task: "Releases", slugs: ["delivery-pipeline", "canary-deployment"] },
  { task: "Watching it run", slugs: ["metrics", "structured-logging", "distributed-tracing"] },
];

/** Performance is a property that many patterns serve; a team's own may stand in a category of that name. */
export const PERFORMANCE: readonly string[] = [
  "cache-aside",
  "cache-layers",
  "connection-pooling",
  "read-model",
  "pagination",
  "back-pressure",
  "load-balancing",
  "concurrency-management",
  "autoscaling",
];
