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
        ["Purpose", "template system-patterns > Core Components > Purpose", "check incomplete-component"],
        ["Responsibilities", "template system-patterns > Core Components > Responsibilities", "check incomplete-component"],
        ["Technology", "template system-patterns > Core Components > Technology", "command system"],
        ["Interfaces", "template system-patterns > Core Components > Interfaces", "check incomplete-component"],
        ["Where it is", "template system-patterns > Core Components > Location", "command system"],
      ],
    },
    {
      title: "Patterns",
      items: [
        ["Where a pattern is used", "template system-patterns > Design Patterns > Where used"],
        ["How it is implemented", "template system-patterns > Design Patterns > Implementation"],
        ["What it brings", "template system-patterns > Design Patterns > Benefits"],
        ["Example", "template system-patterns > Design Patterns > Example"],
      ],
    },
    {
      title: "Data",
      items: [
        ["Flow of data", system("Data Flow"), "template architecture-doc > Data Flow"],
        [
          "Kinds of data and where they are stored",
          "template system-patterns > Storage Strategy > Data",
          "template system-patterns > Storage Strategy > Storage",
        ],
        ["Rationale of the storage", "template system-patterns > Storage Strategy > Rationale"],
        ["Retention", "template system-patterns > Storage Strategy > Retention"],
        ["Core entities", "template system-patterns > Data Models > Entity"],
        ["Relationships", "template system-patterns > Entity Relationships"],
        ["Where the schemas are", "template system-patterns > Schemas > Location"],
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
        ["External systems: how critical they are", "template system-patterns > External Integrations > Critical?"],
        ["Principles of API design", system("API Design Principles")],
      ],
    },
    {
      title: "Security",
      items: [
        ["Layer: edge", "template system-patterns > Security Layers > Edge", "pattern layered-security"],
        ["Layer: application", "template system-patterns > Security Layers > Application", "pattern layered-security"],
        ["Layer: data", "template system-patterns > Security Layers > Data", "pattern layered-security"],
        ["Layer: infrastructure", "template system-patterns > Security Layers > Infrastructure", "pattern layered-security"],
        ["Method of authentication", system("Authentication & Authorization"), "pattern token-authentication"],
        ["Its implementation", system("Authentication & Authorization"), "pattern token-authentication"],
        ["Model of authorization", system("Authentication & Authorization"), "pattern role-based-access-control"],
      ],
    },
    {
      title: "Critical paths",
      items: [
        ["Authentication of a user", "template system-patterns > Authentication of a User: Who presents which credentials; What is issued"],
        ["The core process of the business", "template system-patterns > Steps of the Paths", "template architecture-doc > Data Flow"],
      ],
    },
    {
      title: "Performance and scale",
      items: [
        ["What is cached, and where", system("Caching Strategy"), "pattern cache-aside", "pattern cache-layers"],
        ["Time to live and invalidation", system("Caching Strategy"), "pattern cache-invalidation"],
        ["Queue and its uses", system("Async Processing"), "pattern message-queue"],
        ["Handling of failures in it", "template system-patterns > Async Processing > Retry logic", "pattern retry"],
        ["Components without state", "template system-patterns > Horizontal Scaling > Stateless components"],
        ["Balancing of load", system("Horizontal Scaling"), "pattern load-balancing"],
        ["Sessions", "template system-patterns > Horizontal Scaling > Session management"],
        ["Bottlenecks", "template system-patterns > Vertical Scaling > Bottlenecks"],
        ["Where to optimise", "template system-patterns > Vertical Scaling > Optimization points"],
      ],
    },
    {
      title: "Decisions",
      items: [
        ["Records of decisions", "command adr", system("Key Technical Decisions")],
        ["Choice and rationale", "template system-patterns > Key Technical Decisions > Choice and rationale"],
        ["Impact", "template system-patterns > Key Technical Decisions > Impact"],
      ],
    },
    {
      title: "Errors",
      items: [
        ["How errors are logged", "template system-patterns > Global Error Strategy > Logging"],
        ["What users are told", "template system-patterns > Global Error Strategy > User feedback"],
        ["How the system recovers", "template system-patterns > Global Error Strategy > Recovery"],
        ["Circuit breakers: protected services", "template system-patterns > Circuit Breakers > Protected services"],
        ["Circuit breakers: thresholds", "template system-patterns > Circuit Breakers > Thresholds"],
        ["Circuit breakers: fallbacks", "template system-patterns > Circuit Breakers > Fallbacks"],
      ],
    },
    {
      title: "Monitoring",
      items: [
        ["Metrics of the business", "template system-patterns > Key Metrics > Business metrics"],
        ["Technical metrics", "template system-patterns > Key Metrics > Technical metrics"],
        ["Service levels", "template system-patterns > Key Metrics > Service levels"],
        ["Levels of logs", "template system-patterns > Logging Strategy > Levels"],
        ["Structure of logs", "template system-patterns > Logging Strategy > Structure"],
        ["Retention of logs", "template system-patterns > Logging Strategy > Retention"],
      ],
    },
    {
      title: "Keeping the page",
      items: [
        [
          "When it is updated",
          "template system-patterns > When This Page Is Updated: whenever a feature's documents change",
          "command system",
        ],
        ["Steps of the critical paths", "template system-patterns > Steps of the Paths"],
      ],
    },
  ],
} satisfies Source;
