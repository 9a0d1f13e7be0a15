import type { Source } from "../types.ts";

export default {
  title: "Categories and their concerns",
  about: "what each category of a catalogue of core patterns covers",
  subjects: [
    {
      title: "API",
      items: [
        ["Response structures", "pattern response-structure"],
        ["Middleware chains", "pattern middleware-chain"],
        ["Organisation of routes", "pattern route-organisation"],
        ["Request validation", "pattern request-validation"],
        ["Error handling", "pattern error-translation"],
        ["Resource management", "pattern resource-design"],
        ["Testing of APIs", "page api-patterns: **Tests**", "pattern contract-testing"],
      ],
    },
    {
      title: "Components",
      items: [
        ["Standard structure", "pattern component-structure"],
        ["Life cycle", "pattern component-lifecycle"],
        ["Ports", "pattern ports"],
        ["Validation of configuration", "pattern configuration-validation"],
        ["Error handling", "pattern error-wrapping-and-propagation"],
        ["Practices of component design", "pattern component-structure: Best Practices", "check incomplete-component"],
        ["Testing of components", "pattern component-testing", "page component-patterns: **Tests**"],
      ],
    },
    {
      title: "Errors",
      items: [
        ["Types and propagation", "pattern error-classification", "pattern error-wrapping-and-propagation"],
        ["Wrapping", "pattern error-wrapping-and-propagation"],
        ["Recovery", "pattern error-recovery"],
        ["Circuit breakers", "pattern circuit-breaker"],
        ["Reporting and logging", "pattern error-reporting", "pattern structured-logging"],
        ["Metrics", "pattern error-metrics", "pattern metrics"],
        ["Testing of failures", "pattern fault-injection"],
      ],
    },
    {
      title: "Network",
      items: [
        ["Pipelines", "pattern pipeline"],
        ["Fan-out and fan-in", "pattern fan-out-and-fan-in"],
        ["Load balancing", "pattern load-balancing"],
        ["Back pressure", "pattern back-pressure"],
        ["Dynamic scaling", "pattern dynamic-scaling", "pattern autoscaling"],
        ["Partitioning", "pattern partitioning", "pattern network-partition"],
        ["Flow control", "pattern flow-control"],
      ],
    },
    {
      title: "Server",
      items: [
        ["Configuration", "pattern server-configuration"],
        ["Serving of documentation", "pattern documentation-serving"],
        ["Handling of responses", "pattern response-handling"],
        ["Management of flows", "pattern flow-management"],
        ["Registry of processes", "pattern process-registry"],
        ["Concurrency", "pattern concurrency-management"],
        ["Database integration", "pattern connection-pooling", "pattern repository"],
        ["Clean-up of resources", "pattern resource-cleanup"],
      ],
    },
    {
      title: "Each document of patterns",
      items: [
        ["Examples", "pattern retry: Code Examples", "template pattern-doc > Code Examples"],
        ["Details of the implementation", "template pattern-doc > Implementation", "check pattern-sections"],
        ["Good practice", "template pattern-doc > Best Practices", "check pattern-sections: Best Practices"],
        ["Anti-patterns", "template pattern-doc > Anti-patterns", "check pattern-sections: Anti-patterns"],
        ["Testing", "template pattern-doc > Testing", "check pattern-sections"],
      ],
    },
    {
      title: "Practices",
      items: [
        ["Errors by the established conventions", "page error-patterns: **Conventions**", "pattern error-translation"],
        ["Resources are cleaned up", "page server-patterns: **Resource cleanup**", "pattern resource-cleanup"],
        ["Metrics and monitoring", "page api-patterns: **Metrics**", "pattern metrics"],
        ["Tests as the patterns describe", "page data-patterns: **Tests**", "check pattern-sections"],
        ["Consistency with what exists", "check naming-convention", "check unknown-technology"],
      ],
    },
    {
      title: "Related subjects",
      items: [
        ["Observability", "pattern metrics", "pattern distributed-tracing"],
        ["API documentation and schemas", "pattern documentation-serving", "template api-spec-doc"],
        ["Database code", "pattern repository", "pattern schema-migrations"],
      ],
    },
  ],
} satisfies Source;
