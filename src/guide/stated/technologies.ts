import type { Remark, Said, StatedTechnology } from "./types.ts";

/** Well-known products by the layer of a stack that they belong to, as documents write them. */
const BY_LAYER: Readonly<Record<string, string>> = {
  Language: "TypeScript|JavaScript|Python|Java|Kotlin|Golang|Rust|Ruby|PHP|Scala|Elixir|C#",
  Framework:
    "FastAPI|Django|Flask|Spring Boot|Spring|Quarkus|Camel|Express|NestJS|Next\\.js|Rails|Laravel|Click|Typer|Cobra|Rich|Jinja2?|Handlebars|Pydantic|Hibernate Validator|Hibernate|SQLAlchemy|SQLModel|Alembic|Prisma|zod|Zod|OpenTelemetry|gRPC|GraphQL|WebSockets?|Goreleaser|GoReleaser|Drools|Jackson|Bean Validation|React|TanStack Router|TanStack Query|Tailwind|shadcn/ui|Storybook|Commander|oclif",
  Data: "PostgreSQL|Postgres|MySQL|MariaDB|SQLite3?|MongoDB|DynamoDB|Cassandra|DuckDB|TigerBeetle|Elasticsearch|OpenSearch|Redis|Memcached|ClickHouse|Parquet|Iceberg|BigQuery|Snowflake",
  "Background work": "Celery|Sidekiq|BullMQ|Quartz",
  Messaging: "Kafka|RabbitMQ|NATS|SQS|SNS|Pub/Sub|SEDA",
  Storage: "(?:Amazon |AWS )S3|S3(?= (?:bucket|storage|object|compatible|API))|MinIO|Google Cloud Storage|Azure Blob Storage",
  Operations:
    "Docker|Kubernetes|Helm|Terraform|GitHub Actions|GitHub Releases|Homebrew|Scoop|Prometheus|Grafana|Tempo|Loki|Flink|NixOS|Nix|Vault|AWS KMS|Google Cloud KMS|PagerDuty|Slack",
  Authentication: "OAuth2?|OpenID Connect|Keycloak|Auth0|WorkOS|Okta|JWT",
  Payment: "Stripe|PayPal|Adyen",
  Mail: "SendGrid|Mailgun|Amazon SES|SMTP",
};
const PATTERNS = Object.entries(BY_LAYER).map(([layer, names]) => ({
  layer,
  pattern: new RegExp(`(?<![\\w./-])(?:${names})(?![\\w/-]|\\.\\w)`, "g"),
}));
/** What somebody else runs: to reach it is an integration. */
const OUTSIDE =
  /^(?:S3|AWS|Google Cloud|Azure|AWS|PagerDuty|Slack|WorkOS|Okta|Auth0|Stripe|PayPal|Adyen|SendGrid|Mailgun|Amazon|GitHub|Homebrew|Scoop|Kafka|BigQuery|Snowflake)/;
/** What is set against the choice, or compared with it, is not chosen. */
const AGAINST = /\b(?:not|no|without|instead of|rather than|unlike|over|vs\.?|like|such as|e\.g\.|similar to)\s(?:[\w-]{1,20}\s)?$/i;

/** @returns the products that statements and remarks name as used */
export function technologiesIn(told: readonly (Said | Remark)[]): StatedTechnology[] {
  const found = new Map<string, StatedTechnology>();
  for (const { text, source, ...rest } of told)
    for (const line of [text, ...("parts" in rest ? rest.parts : [])])
      for (const { layer, pattern } of PATTERNS)
        for (const { 0: name, index } of line.matchAll(pattern)) {
          if (AGAINST.test(line.slice(Math.max(0, index - 40), index))) continue;
          const known = found.get(name.toLowerCase());
          if (known) known.sources.push(source);
          else found.set(name.toLowerCase(), { name, layer, sources: [source] });
        }
  return [...found.values()];
}

/** @returns whether somebody else runs it */
export function isOutside(name: string): boolean {
  return OUTSIDE.test(name);
}
