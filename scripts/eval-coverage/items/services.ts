import type { Source } from "../types.ts";

export default {
  title: "Patterns of services and their operation",
  about: "from one backend in its container to many services in a cluster",
  subjects: [
    {
      title: "One backend",
      items: [
        ["Development with tests", "pattern delivery-pipeline: language and framework chosen; features and their tests"],
        ["Build, quality, artifacts", "pattern delivery-pipeline: compile or transpile; checks of the code; artifacts"],
        ["Container image, small and tested", "pattern delivery-pipeline: Dockerfile; FROM; tests in the container; size"],
        ["Registry, tags, versions", "pattern delivery-pipeline: docker/login-action; tagged; pushed; versions kept"],
        ["Deployment to the cluster", "pattern rolling-deployment: kind: Deployment; kind: Service", "pattern gitops"],
        ["Ingress", "pattern rolling-deployment: kind: Ingress", "pattern service-mesh: Ingress gateway"],
        [
          "Connection to logging, monitoring, scaling",
          "pattern delivery-pipeline: logging, monitoring, scaling",
          "pattern structured-logging",
          "pattern metrics",
          "pattern autoscaling",
        ],
      ],
    },
    {
      title: "Communication",
      items: [
        ["Synchronous: REST and gRPC", "pattern synchronous-calls: gRPC; protocol buffers"],
        ["Asynchronous: broker to several services", "pattern message-queue", "pattern publish-and-subscribe: own position"],
        ["Kept and replayed messages", "pattern event-streaming: retention; again from the start"],
        ["Service mesh with sidecars", "pattern service-mesh: Istio; sidecar"],
        ["Routes and destinations of a mesh", "pattern service-mesh: VirtualService; DestinationRule"],
      ],
    },
    {
      title: "Data access",
      items: [
        ["Java: ORM, repositories", "pattern data-access-in-java: JPA; Hibernate; JpaRepository"],
        ["Java: migrations", "pattern data-access-in-java: Flyway; Liquibase", "pattern schema-migrations"],
        ["Java: pooling", "pattern connection-pooling: HikariConfig", "pattern data-access-in-java: HikariCP"],
        ["Python: ORM, asynchronous drivers", "pattern data-access-in-python: SQLAlchemy; asyncpg; aiomysql; Flask"],
        ["Python: migrations", "pattern data-access-in-python: Alembic"],
        ["Python: pooling", "pattern data-access-in-python: pool_size; pool_timeout"],
        [".NET: ORM and micro-ORM", "pattern data-access-in-net: Entity Framework Core; Dapper; Aspire"],
        [".NET: pooling", "pattern data-access-in-net: connection pool; NpgsqlDataSource"],
        [".NET: several databases", "pattern data-access-in-net: With several databases"],
        ["Rust: checked queries, asynchronous runtime", "pattern data-access-in-rust: SQLx; query!; Tokio"],
        ["Rust: pooling", "pattern data-access-in-rust: r2d2; deadpool; PoolConfig"],
        ["Rust: migrations", "pattern data-access-in-rust: embedded migrations"],
      ],
    },
    {
      title: "Microservices",
      items: [
        ["API gateway", "pattern api-gateway: one entrance"],
        ["Gateway: authentication", "pattern api-gateway: Verify tokens at the entrance", "pattern token-authentication"],
        ["Gateway: rate limits", "pattern api-gateway: limits", "pattern rate-limiting"],
        ["Gateway: routing", "pattern api-gateway: table of routes"],
        ["Gateway: aggregation", "pattern backend-for-frontend: Call the services in parallel"],
        ["Gateway: load balancing", "pattern load-balancing: fewest requests in flight"],
        ["Circuit breaker and its states", "pattern circuit-breaker: HalfOpen; failures above the threshold; a probe fails"],
        ["Saga with compensation", "pattern saga: compensation; Releasing"],
      ],
    },
    {
      title: "Resilience",
      items: [
        ["Retry: backoff", "pattern retry: exponential backoff"],
        ["Retry: jitter", "pattern retry: full jitter"],
        ["Retry: limit", "pattern retry: bounded number of times"],
        ["Retry: time limit", "pattern retry: deadline", "pattern timeout"],
        ["Bulkhead", "pattern bulkhead: pools of threads; permits"],
        ["Timeout: connection, reading, whole", "pattern timeout: connecting; between bytes; the whole call"],
      ],
    },
    {
      title: "Caching",
      items: [
        ["Cache-aside", "pattern cache-aside: on a miss read the source"],
        ["Write-through", "pattern write-through: Cache, then database, then answer; Database, then cache, then answer"],
        ["Invalidation by time", "pattern cache-invalidation: end of life"],
        ["Invalidation by events", "pattern cache-invalidation: delete by event"],
        ["Eviction of what is unused", "pattern cache-invalidation: LRU"],
        ["Explicit invalidation", "pattern cache-invalidation: explicit deletion"],
      ],
    },
    {
      title: "Security",
      items: [
        ["Login and tokens", "pattern token-authentication: authorization code; JWT"],
        ["Validation of tokens", "pattern token-authentication: public keys; 401"],
        ["Roles and permissions", "pattern role-based-access-control: Role; holds; refused"],
        ["Secrets from a store, audited", "pattern secret-management: authenticate with it; audit record; policy"],
      ],
    },
    {
      title: "Deployment",
      items: [
        ["Blue-green", "pattern blue-green-deployment: switch back"],
        ["Canary", "pattern canary-deployment: 5, 10, 25, 50 and 100 %; setWeight: 5"],
        ["Rolling", "pattern rolling-deployment: maxSurge; next instance"],
      ],
    },
    {
      title: "Observability",
      items: [
        ["Metrics: counters, gauges, histograms, summaries", "pattern metrics: counters; gauges; histograms; summaries; Prometheus"],
        ["Dashboards and alerting rules", "pattern metrics: Grafana; Alerts", "pattern alerting-on-service-levels: alert:"],
        ["Collection and storage of logs", "pattern structured-logging: Fluentd; Filebeat; Elasticsearch"],
        ["Analysis of logs and alerts", "pattern structured-logging: Kibana; Alerts"],
        ["Distributed tracing", "pattern distributed-tracing: Jaeger; OpenTelemetry; Trace collector"],
      ],
    },
    {
      title: "Infrastructure",
      items: [
        ["Layers of infrastructure as code", "pattern infrastructure-as-code: foundation; platform; applications"],
        ["Provisioning", 'pattern infrastructure-as-code: provider "aws"; aws_vpc; aws_eks_cluster'],
        ["Packages for the cluster", "pattern infrastructure-as-code: Helm; helm upgrade --install; ingress-nginx"],
        ["GitOps", "pattern gitops: Argo CD; selfHeal; all the time"],
      ],
    },
    {
      title: "Cost",
      items: [
        ["Requests and limits", "pattern resource-requests-and-limits: 100m; 128Mi; 500m; 512Mi"],
        ["Horizontal scaling by load", "pattern autoscaling: 80 %; 2 to 10 instances; HorizontalPodAutoscaler"],
        ["Vertical sizing", "pattern autoscaling: VerticalPodAutoscaler", "pattern resource-requests-and-limits"],
        ["Spot and preemptible machines", "pattern spot-capacity: 80 % cheaper; about 70 %"],
        ["Reserved capacity", "pattern spot-capacity: 30 to 50 %"],
      ],
    },
  ],
} satisfies Source;
