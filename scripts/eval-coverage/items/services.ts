import type { Source } from "../types.ts";

export default {
  title: "Patterns of services and their operation",
  about: "from one backend in its container to many services in a cluster",
  subjects: [
    {
      title: "One backend",
      items: [
        ["Development with tests", "pattern delivery-pipeline"],
        ["Build, quality, artifacts", "pattern delivery-pipeline"],
        ["Container image, small and tested", "pattern delivery-pipeline"],
        ["Registry, tags, versions", "pattern delivery-pipeline"],
        ["Deployment to the cluster", "pattern rolling-deployment", "pattern gitops"],
        ["Ingress", "pattern api-gateway", "pattern service-mesh"],
        ["Connection to logging, monitoring, scaling", "pattern structured-logging", "pattern metrics", "pattern autoscaling"],
      ],
    },
    {
      title: "Communication",
      items: [
        ["Synchronous: REST and gRPC", "pattern synchronous-calls"],
        ["Asynchronous: broker to several services", "pattern message-queue", "pattern publish-and-subscribe"],
        ["Kept and replayed messages", "pattern event-streaming"],
        ["Service mesh with sidecars", "pattern service-mesh"],
        ["Routes and destinations of a mesh", "pattern service-mesh"],
      ],
    },
    {
      title: "Data access",
      items: [
        ["Java: ORM, repositories", "pattern data-access-in-java"],
        ["Java: migrations", "pattern schema-migrations", "pattern data-access-in-java"],
        ["Java: pooling", "pattern connection-pooling", "pattern data-access-in-java"],
        ["Python: ORM, asynchronous drivers", "pattern data-access-in-python"],
        ["Python: migrations", "pattern schema-migrations", "pattern data-access-in-python"],
        ["Python: pooling", "pattern connection-pooling", "pattern data-access-in-python"],
        [".NET: ORM and micro-ORM", "pattern data-access-in-net"],
        [".NET: pooling", "pattern connection-pooling", "pattern data-access-in-net"],
        [".NET: several databases", "pattern data-access-in-net", "pattern repository"],
        ["Rust: checked queries, asynchronous runtime", "pattern data-access-in-rust"],
        ["Rust: pooling", "pattern connection-pooling", "pattern data-access-in-rust"],
        ["Rust: migrations", "pattern schema-migrations", "pattern data-access-in-rust"],
      ],
    },
    {
      title: "Microservices",
      items: [
        ["API gateway", "pattern api-gateway"],
        ["Gateway: authentication", "pattern api-gateway", "pattern token-authentication"],
        ["Gateway: rate limits", "pattern rate-limiting"],
        ["Gateway: routing", "pattern api-gateway"],
        ["Gateway: aggregation", "pattern backend-for-frontend"],
        ["Gateway: load balancing", "pattern load-balancing"],
        ["Circuit breaker and its states", "pattern circuit-breaker"],
        ["Saga with compensation", "pattern saga"],
      ],
    },
    {
      title: "Resilience",
      items: [
        ["Retry: backoff", "pattern retry"],
        ["Retry: jitter", "pattern retry"],
        ["Retry: limit", "pattern retry"],
        ["Retry: time limit", "pattern retry", "pattern timeout"],
        ["Bulkhead", "pattern bulkhead"],
        ["Timeout: connection, reading, whole", "pattern timeout"],
      ],
    },
    {
      title: "Caching",
      items: [
        ["Cache-aside", "pattern cache-aside"],
        ["Write-through", "pattern write-through"],
        ["Invalidation by time", "pattern cache-invalidation"],
        ["Invalidation by events", "pattern cache-invalidation"],
        ["Eviction of what is unused", "pattern cache-invalidation"],
        ["Explicit invalidation", "pattern cache-invalidation"],
      ],
    },
    {
      title: "Security",
      items: [
        ["Login and tokens", "pattern token-authentication"],
        ["Validation of tokens", "pattern token-authentication"],
        ["Roles and permissions", "pattern role-based-access-control"],
        ["Secrets from a store, audited", "pattern secret-management"],
      ],
    },
    {
      title: "Deployment",
      items: [
        ["Blue-green", "pattern blue-green-deployment"],
        ["Canary", "pattern canary-deployment"],
        ["Rolling", "pattern rolling-deployment"],
      ],
    },
    {
      title: "Observability",
      items: [
        ["Metrics: counters, gauges, histograms, summaries", "pattern metrics"],
        ["Dashboards and alerting rules", "pattern metrics", "pattern alerting-on-service-levels"],
        ["Collection and storage of logs", "pattern structured-logging"],
        ["Analysis of logs and alerts", "pattern structured-logging"],
        ["Distributed tracing", "pattern distributed-tracing"],
      ],
    },
    {
      title: "Infrastructure",
      items: [
        ["Layers of infrastructure as code", "pattern infrastructure-as-code"],
        ["Provisioning", "pattern infrastructure-as-code"],
        ["Packages for the cluster", "pattern infrastructure-as-code"],
        ["GitOps", "pattern gitops"],
      ],
    },
    {
      title: "Cost",
      items: [
        ["Requests and limits", "pattern resource-requests-and-limits"],
        ["Horizontal scaling by load", "pattern autoscaling"],
        ["Vertical sizing", "pattern autoscaling", "pattern resource-requests-and-limits"],
        ["Spot and preemptible machines", "pattern spot-capacity"],
        ["Reserved capacity", "pattern spot-capacity"],
      ],
    },
  ],
} satisfies Source;
