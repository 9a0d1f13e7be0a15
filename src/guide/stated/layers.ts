/** Layers of a stack by what libraries and products are called; the first that fits counts. */
const LAYERS: readonly (readonly [layer: string, pattern: RegExp])[] = [
  [
    "API",
    /^(?:gin|echo|fiber|chi|gorilla|express|fastify|koa|hapi|nest|next|fastapi|flask|django|starlette|uvicorn|spring-boot-starter-web|spring boot|quarkus|micronaut|rails|sinatra|laravel|symfony|slim|axum|actix|rocket|warp|asp\.net|microsoft\.aspnetcore|phoenix|ktor|grpc|graphql)\b/i,
  ],
  [
    "Data",
    /(?:sqlite|postgres|mysql|mariadb|mongo|redis|memcached|elastic|cassandra|dynamo|duckdb|clickhouse|sqlalchemy|sqlmodel|alembic|gorm|sqlx|diesel|prisma|typeorm|sequelize|mongoose|drizzle|knex|hibernate|jpa|mybatis|flyway|liquibase|entityframework|activerecord|eloquent|psycopg|asyncpg|\bpg\b|\bpq\b|pgx)/i,
  ],
  ["Messaging", /(?:kafka|rabbit|amqp|nats|\bsqs\b|pubsub|mqtt|zeromq)/i],
  ["Background work", /(?:celery|sidekiq|bull|resque|quartz|cron|\brq\b|hangfire|apscheduler)/i],
  ["Security", /(?:jwt|jose|oauth|bcrypt|argon|passlib|passport|spring-security|keycloak|cryptography)/i],
  ["Observability", /(?:opentelemetry|prometheus|sentry|zap|logrus|loguru|winston|pino|log4j|logback|micrometer)/i],
  ["Tests", /(?:pytest|jest|vitest|mocha|junit|testify|rspec|phpunit|cypress|playwright|mockito)/i],
];

/** @returns the layer of a stack that a library or product belongs to by its name; undefined where the name says nothing */
export function layerOf(technology: string): string | undefined {
  return LAYERS.find(([, pattern]) => pattern.test(technology.trim()))?.[0];
}
