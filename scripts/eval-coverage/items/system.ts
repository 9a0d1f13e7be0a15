import type { Source, Target } from "../types.ts";

const system = (path: string): Target => `template system-patterns > ${path}`;

export default {
  title: "The overview of a system",
  about: "the architecture of a whole system on one page",
  subjects: [
    {
      title: "Architecture",
      items: [
        ["Diagram of components and relations", system("High-Level Architecture"), "command system"],
        ["Architectural style", system("Architectural Style")],
        ["Rationale of the style", system("Architectural Style > Rationale")],
        ["Trade-offs", system("Architectural Style > Trade-offs")],
      ],
    },
    {
      title: "Components",
      items: [
        ["Purpose", system("Core Components"), "check incomplete-component"],
        ["Responsibilities", system("Core Components"), "check incomplete-component"],
        ["Technology", system("Technology Stack"), "check unknown-technology"],
        ["Interfaces", system("Core Components"), "check incomplete-component"],
        ["Where it is", system("Core Components"), "template research-report > Existing Interfaces > Location"],
      ],
    },
    {
      title: "Patterns",
      items: [
        ["Where a pattern is used", system("Design Patterns"), "template architecture-doc > Architectural Patterns > Where and why"],
        ["How it is implemented", "template pattern-doc > Implementation", "command patterns show"],
        ["What it brings", "template pattern-doc > {Pattern Name} > Fits"],
        ["Example", "template pattern-doc > Example"],
      ],
    },
    {
      title: "Data",
      items: [
        ["Flow of data", system("Data Flow"), "template architecture-doc > Data Flow"],
        ["Kinds of data and where they are stored", system("Storage Strategy")],
        ["Rationale of the storage", system("Storage Strategy"), "template architecture-doc > Technology Stack > Justification"],
        ["Retention", "template data-design > Overview"],
        ["Core entities", system("Data Models"), "template data-design > Entities"],
        ["Relationships", "template data-design > Entity Relationships"],
        ["Where the schemas are", system("Data Models")],
      ],
    },
    {
      title: "Integration",
      items: [
        ["Internal integrations", system("Internal Integrations"), "template architecture-doc > Internal Integrations"],
        [
          "External systems: kind and purpose",
          system("External Integrations"),
          "template architecture-doc > External Integrations > Purpose",
        ],
        ["External systems: how critical they are", "template architecture-doc > External Integrations > Fallback"],
        ["Principles of API design", system("API Design Principles")],
      ],
    },
    {
      title: "Security",
      items: [
        ["Layer: edge", system("Security Layers"), "pattern layered-security"],
        ["Layer: application", system("Security Layers"), "pattern layered-security"],
        ["Layer: data", system("Security Layers"), "pattern layered-security"],
        ["Layer: infrastructure", system("Security Layers"), "pattern layered-security", "pattern secret-management"],
        ["Method of authentication", system("Authentication & Authorization"), "pattern token-authentication"],
        ["Its implementation", system("Authentication & Authorization"), "pattern token-authentication"],
        ["Model of authorization", system("Authentication & Authorization"), "pattern role-based-access-control"],
      ],
    },
    {
      title: "Critical paths",
      items: [
        ["Authentication of a user", system("Critical Implementation Paths"), "pattern token-authentication"],
        ["The core process of the business", system("Critical Implementation Paths"), "template architecture-doc > Data Flow"],
      ],
    },
    {
      title: "Performance and scale",
      items: [
        ["What is cached, and where", system("Caching Strategy"), "pattern cache-aside", "pattern cache-layers"],
        ["Time to live and invalidation", system("Caching Strategy"), "pattern cache-invalidation"],
        ["Queue and its uses", system("Async Processing"), "pattern message-queue"],
        ["Handling of failures in it", system("Async Processing"), "pattern message-queue", "pattern retry"],
        ["Components without state", system("Horizontal Scaling"), "pattern autoscaling"],
        ["Balancing of load", system("Horizontal Scaling"), "pattern load-balancing"],
        ["Sessions", system("Horizontal Scaling"), "pattern token-authentication"],
        ["Bottlenecks", system("Vertical Scaling"), "template architecture-doc > Technical Risks & Mitigations"],
        ["Where to optimise", system("Vertical Scaling"), "pattern resource-requests-and-limits"],
      ],
    },
    {
      title: "Decisions",
      items: [
        ["Records of decisions", "command adr", system("Key Technical Decisions")],
        ["Choice and rationale", "template architecture-doc > Key Design Decisions > Rationale", system("Key Technical Decisions")],
        ["Impact", "command adr"],
      ],
    },
    {
      title: "Errors",
      items: [
        ["How errors are logged", system("Global Error Strategy"), "pattern error-reporting"],
        ["What users are told", system("Global Error Strategy"), "pattern error-translation"],
        ["How the system recovers", system("Global Error Strategy"), "pattern error-recovery"],
        ["Circuit breakers: protected services", system("Circuit Breakers"), "pattern circuit-breaker"],
        ["Circuit breakers: thresholds", system("Circuit Breakers"), "pattern circuit-breaker"],
        ["Circuit breakers: fallbacks", system("Circuit Breakers"), "pattern fallback"],
      ],
    },
    {
      title: "Monitoring",
      items: [
        ["Metrics of the business", system("Key Metrics"), "pattern metrics"],
        ["Technical metrics", system("Key Metrics"), "pattern metrics"],
        ["Service levels", system("Key Metrics"), "pattern alerting-on-service-levels"],
        ["Levels of logs", system("Logging Strategy"), "pattern structured-logging"],
        ["Structure of logs", system("Logging Strategy"), "pattern structured-logging"],
        ["Retention of logs", system("Logging Strategy"), "pattern structured-logging"],
      ],
    },
  ],
} satisfies Source;
