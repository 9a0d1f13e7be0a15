import type { Source } from "../types.ts";

export default {
  title: "The catalogue of implementation patterns",
  about: "what a catalogue holds, the form of an entry, and its life cycle",
  subjects: [
    {
      title: "Purpose",
      items: [
        ["How things are implemented", "template pattern-doc", "command patterns show"],
        ["What is built and why, kept apart", "template system-patterns", "command system", "command adr"],
      ],
    },
    {
      title: "Patterns that are named",
      items: [
        ["Architecture of a service", "pattern component-structure", "pattern server-configuration"],
        ["Backend for a frontend", "pattern backend-for-frontend"],
        ["Integration of external services", "pattern api-client-abstraction"],
        ["Queries over data", "pattern resource-design", "pattern repository"],
        ["Methods of data access", "pattern repository"],
        ["Ingestion of data", "pattern pipeline", "pattern scheduling"],
        ["Job processing", "pattern job-processing"],
        ["Scheduling", "pattern scheduling"],
        ["Orchestration of workflows", "pattern workflow-orchestration"],
        ["Error handling", "pattern error-classification", "pattern error-recovery"],
        ["Retries", "pattern retry"],
        ["Notification preferences", "pattern notification-preferences"],
        ["Multi-tenancy", "pattern multi-tenancy"],
      ],
    },
    {
      title: "Categories",
      items: [
        ["Processing", "pattern job-processing", "pattern workflow-orchestration"],
        ["Resilience", "pattern retry", "pattern circuit-breaker", "pattern fallback"],
        ["Integration", "pattern api-client-abstraction", "pattern synchronous-calls"],
        ["Data", "pattern repository", "pattern transactional-boundaries"],
        ["Performance", "pattern cache-aside", "pattern connection-pooling", "pattern load-balancing"],
      ],
    },
    {
      title: "Steps of the common patterns",
      items: [
        ["Errors: sort into retryable and not", "pattern error-classification"],
        ["Errors: retry with growing delay", "pattern retry"],
        ["Errors: fall back, degrade", "pattern fallback"],
        ["Errors: log and alert", "pattern structured-logging", "pattern alerting-on-service-levels"],
        ["Jobs: queue", "pattern job-processing", "pattern message-queue"],
        ["Jobs: process with retries", "pattern job-processing", "pattern retry"],
        ["Jobs: keep the state", "pattern job-processing"],
        ["Jobs: emit events", "pattern publish-and-subscribe"],
        ["Integration: abstract the client", "pattern api-client-abstraction"],
        ["Integration: break the circuit", "pattern circuit-breaker"],
        ["Integration: cache", "pattern cache-aside"],
        ["Integration: translate errors", "pattern error-translation"],
      ],
    },
    {
      title: "When an entry is written",
      items: [
        ["A pattern that several services can use", "command patterns new"],
        ["A flow of several steps", "command patterns new", "pattern workflow-orchestration"],
        ["A guide to an external system", "command patterns new", "pattern api-client-abstraction"],
        ["An approach to be made standard", "command patterns new"],
      ],
    },
    {
      title: "Form of an entry",
      items: [
        ["Tags, status, day, owner", "check pattern-front-matter"],
        ["Overview: what, and when to use it", "template pattern-doc > {Pattern Name} > Fits", "check pattern-sections"],
        ["Architecture with a diagram", "template pattern-doc > Architecture", "check pattern-sections"],
        ["Implementation in steps", "template pattern-doc > Implementation", "check pattern-sections"],
        ["Examples", "template pattern-doc > Example", "check pattern-sections"],
        ["Testing", "template pattern-doc > Testing", "check pattern-sections"],
        ["Pitfalls and how to avoid them", "template pattern-doc > Pitfalls", "check pattern-sections"],
        ["Related patterns", "template pattern-doc > Related", "check pattern-sections"],
      ],
    },
    {
      title: "Life cycle",
      items: [
        ["Update an entry and its day", "command patterns review"],
        ["Describe the migration", "command patterns deprecate"],
        ["Keep the old approach for reference", "command patterns deprecate"],
        ["Mark as deprecated", "command patterns deprecate", "check deprecated-pattern"],
        ["Tell so at the top", "command patterns deprecate"],
        ["Link the replacement", "check pattern-without-replacement"],
        ["Archive after six months", "check pattern-archive-due", "command patterns archive"],
        ["An owner for each file", "check pattern-front-matter"],
        ["Review each quarter", "check pattern-review-overdue", "command patterns review"],
        ["Changes reach the catalogue", "check pattern-unlisted", "command patterns check"],
        ["A date on every document", "check pattern-front-matter"],
      ],
    },
    {
      title: "Figures and finding",
      items: [
        ["Number of patterns", "command patterns index"],
        ["Number of active patterns", "command patterns index"],
        ["Coverage by category", "command patterns index", "command patterns list"],
        ["Last major update", "command patterns index"],
        ["Quick links", "command patterns index", "check pattern-unlisted"],
        ["From a task to its pattern", "command patterns search", "tool search_patterns", "tool next_step"],
      ],
    },
    {
      title: "Contributing an entry",
      items: [
        ["Document it by the template", "command patterns new", "template pattern-doc"],
        ["Add a diagram", "check pattern-sections"],
        ["Give examples", "check pattern-sections"],
        ["Link related patterns", "check pattern-sections", "template pattern-doc > Related"],
      ],
    },
  ],
} satisfies Source;
