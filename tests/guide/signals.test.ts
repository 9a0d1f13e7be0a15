import { describe, expect, it } from "vitest";
import { loadContext, openWorkspace, proposePatterns, readFeature, review } from "../../src/index.ts";
import { FOLDER, KEY, makeWorkspace } from "../support/workspace.ts";

const { config } = openWorkspace(".");
const context = loadContext(".", config);

/** What the shipped catalogue proposes for a PRD with this one requirement. */
function proposed(requirement: string): string[] {
  const root = makeWorkspace({ [`${FOLDER}/prd.md`]: `# Parcels\n\n## Functional Requirements\n\n- **FR-1**: ${requirement}\n` });
  return proposePatterns(review(readFeature({ root, config }, KEY), context).model).map(({ pattern }) => pattern.slug);
}

describe("a statement calls for the pattern that answers it", () => {
  it.each([
    ["Prices are fetched from the tax service over gRPC.", "synchronous-calls"],
    ["The label of a parcel is printed by a carrier through the partner API.", "api-client-abstraction"],
    ["Scans are queued while the depot has no connection.", "message-queue"],
    ["The service publishes an event when a parcel is delivered.", "publish-and-subscribe"],
    ["Analysts can replay the events of the last 7 days.", "event-streaming"],
    ["No event is lost when the broker is restarted.", "transactional-outbox"],
    ["All public routes are reached through the API gateway.", "api-gateway"],
    ["The backend for frontend of the app answers with one call per screen.", "backend-for-frontend"],
    ["Traffic is encrypted between services.", "service-mesh"],
    ["When the carrier does not answer within 2 s, the shipment stays open.", "timeout"],
    ["A delivery report that fails by a temporary failure is retried.", "retry"],
    ["An outage of the carrier does not stop the shop.", "circuit-breaker"],
    ["Reports must not slow down the booking of parcels.", "bulkhead"],
    ["While the rate service is away, the last known rate is shown.", "fallback"],
    ["A failed booking compensates the steps that were done.", "saga"],
    ["An operator can start a bulk import of addresses.", "job-processing"],
    ["Overdue parcels are found by a cron job.", "scheduling"],
    ["A claim is a long running process with three approvals.", "workflow-orchestration"],
    ["A recipient can set quiet hours.", "notification-preferences"],
    ["A depot never sees the parcels of another tenant.", "multi-tenancy"],
    ["Every request carries a bearer token.", "token-authentication"],
    ["Only administrators can delete a depot.", "role-based-access-control"],
    ["The signing key of the labels is changed each quarter.", "secret-management"],
    ["The design follows defence in depth.", "layered-security"],
    ["Releases run through the deployment pipeline of the platform.", "delivery-pipeline"],
    ["The tracking service has zero-downtime deployments.", "rolling-deployment"],
    ["Operators can switch back to the previous version within a minute.", "blue-green-deployment"],
    ["A new version is rolled out gradually.", "canary-deployment"],
    ["The service exposes metrics for Prometheus.", "metrics"],
    ["The log level can be changed at run time.", "structured-logging"],
    ["A parcel can be followed by its correlation id through all services.", "distributed-tracing"],
    ["The on-call engineer is told when the SLO is missed.", "alerting-on-service-levels"],
    ["All resources are described in Terraform.", "infrastructure-as-code"],
    ["The cluster follows the desired state in Git.", "gitops"],
    ["The infrastructure cost of a parcel stays below 0.01.", "resource-requests-and-limits"],
    ["Workers scale automatically with the number of scans.", "autoscaling"],
    ["Route planning runs on spot instances.", "spot-capacity"],
  ])("%s", (requirement, slug) => {
    expect(proposed(requirement)).toContain(slug);
  });
});

describe("words that only look like a signal call for nothing", () => {
  it.each([
    "A recipient sees how many people are in the queue of the depot.",
    "A parcel whose label is lost gets a new one.",
    "The price of a parcel goes down with the volume.",
    "An item that is unavailable is marked in the depot's window.",
    "The map shows the last known location of the van.",
    "A row can be deleted without affecting other rows.",
    "The worker scans the parcel at the entrance.",
    "The employee's compensation is paid by the depot.",
    "The app has permission to use the camera.",
    "All pages the recipient sees carry the logo.",
    "The audit log shows who opened a parcel.",
    "The name of a street is never longer than 80 characters.",
    "A schedule of pick-up times is shown for each depot.",
    "Each depot has a role in the network.",
  ])("%s", (requirement) => {
    expect(proposed(requirement)).toEqual([]);
  });
});
