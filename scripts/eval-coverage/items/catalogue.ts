import type { Source } from "../types.ts";

export default {
  title: "The catalogue of implementation patterns",
  about: "what a catalogue holds, the form of an entry, and its life cycle",
  subjects: [
    {
      title: "Purpose",
      items: [
        ["How things are implemented", "page README: How this organisation builds backends", "command patterns show"],
        [
          "What is built and why, kept apart",
          "page README: what is built, and why so; Why REST and not GraphQL?; architects and tech leads",
          "command system",
          "command adr",
        ],
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
        ["Processing", "page README: [processing](#processing)", "pattern job-processing"],
        ["Resilience", "page README: [resilience](#resilience)", "pattern circuit-breaker"],
        ["Integration", "page README: [integration](#integration)", "pattern api-client-abstraction"],
        ["Data", "page README: [data](#data)", "pattern repository"],
        ["Performance", "page README: performance: what makes a service fast", "pattern cache-aside"],
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
        ["A pattern that several services can use", "page README: When to Write a Pattern; a second service will need"],
        ["A flow of several steps", "page README: A flow of several steps"],
        ["A guide to an external system", "page README: The integration of a system"],
        ["An approach to be made standard", "page README: A practice that a review asks for"],
      ],
    },
    {
      title: "Form of an entry",
      items: [
        [
          "Tags, status, day, owner",
          "check pattern-front-matter: tags; status; last_updated; owner",
          "template pattern-document: tags; owner",
        ],
        [
          "Overview: what, and when to use it",
          "template pattern-document > Overview",
          "template pattern-doc > {Pattern Name} > Fits",
          "check pattern-sections: Overview",
        ],
        ["Architecture with a diagram", "template pattern-document > Architecture", "check pattern-sections: Architecture with a diagram"],
        [
          "Implementation in steps",
          "template pattern-document > Implementation: ### Step 1; ### Step 2",
          "check pattern-sections: stepless",
        ],
        ["Examples", "template pattern-document > Code Examples", "check pattern-sections: Code Examples"],
        ["Testing", "template pattern-document > Testing", "check pattern-sections"],
        ["Pitfalls and how to avoid them", "template pattern-document > Common Pitfalls: how to avoid it", "check pattern-sections"],
        ["Related patterns", "template pattern-document > Related Patterns", "check pattern-sections"],
      ],
    },
    {
      title: "Life cycle",
      items: [
        ["Update an entry and its day", "command patterns evolve", "command patterns review"],
        ["Describe the migration", "command patterns evolve: with the way to the new one", "template pattern-document > Evolution"],
        ["Keep the old approach for reference", "command patterns evolve: keep the approach as it stands"],
        ["Mark as deprecated", "command patterns deprecate", "check deprecated-pattern"],
        ["Tell so at the top", "command patterns deprecate"],
        ["Link the replacement", "check pattern-without-replacement"],
        ["Archive after six months", "check pattern-archive-due", "command patterns archive"],
        ["An owner for each file", "check pattern-front-matter", "page README: - Owner: platform-team"],
        [
          "Review each quarter",
          "check pattern-review-overdue",
          "command patterns review",
          "page README: each quarter, and whenever the implementation changes",
        ],
        ["Changes reach the catalogue", "page README: Update policy", "check pattern-unlisted", "command patterns check"],
        ["A date on every document", "check pattern-front-matter: migration_date", "command patterns list"],
      ],
    },
    {
      title: "Figures and finding",
      items: [
        ["Number of patterns", "page README: ## Statistics; | Patterns | Active | Deprecated |"],
        ["Number of active patterns", "page README: | Patterns | Active |"],
        ["Coverage by category", "page README: ## Categories", "command patterns list"],
        ["Last major update", "page README: Last major update", "command patterns evolve"],
        ["Quick links", "page README: ## Quick Links; Backend for a frontend; Orchestration"],
        [
          "From a task to its pattern",
          "page README: Starting a new feature; Integrating an external service; Adding a background job; Handling errors; Building a BFF endpoint",
          "command patterns search",
          "tool search_patterns",
        ],
      ],
    },
    {
      title: "Contributing an entry",
      items: [
        ["Document it by the template", "page README: Begin it from the template", "command patterns new: --form"],
        ["Add a diagram", "page README: Draw it in Mermaid", "check pattern-sections"],
        ["Give examples", "page README: give code that runs", "check pattern-sections"],
        ["Link related patterns", "page README: Link what is related", "check pattern-sections"],
      ],
    },
  ],
} satisfies Source;
