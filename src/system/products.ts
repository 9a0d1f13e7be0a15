/** Products that could take each other's place, by what they are for. */
const ROLES: Readonly<Record<string, string>> = {
  "relational database": "PostgreSQL, Postgres, MySQL, MariaDB, Oracle Database, SQL Server, SQLite, CockroachDB, Db2, Aurora, YugabyteDB",
  "message broker":
    "RabbitMQ, Kafka, Redpanda, ActiveMQ, Artemis, NATS, NATS JetStream, Pulsar, SQS, Service Bus, Pub/Sub, IBM MQ, EventBridge, Kinesis",
  cache: "Redis, Valkey, Memcached, Hazelcast, Dragonfly, KeyDB, Ignite",
  "search engine": "Elasticsearch, OpenSearch, Solr, Meilisearch, Typesense, Algolia",
  "document database": "MongoDB, CouchDB, Couchbase, DocumentDB, Firestore, RavenDB, Cosmos DB",
  "secret store": "Vault, OpenBao, Secrets Manager, Key Vault, Secret Manager",
};

const SAME: Readonly<Record<string, string>> = { postgres: "postgresql" };

// Who makes a product does not tell which one it is.
const MAKERS = /^(?:apache|amazon|aws|azure|google(?: cloud)?|hashicorp|microsoft|eclipse|confluent)\s+/i;

const BY_PRODUCT = new Map(Object.entries(ROLES).flatMap(([role, products]) => products.split(", ").map((name) => [keyOf(name), role])));

/** @returns the form in which products are compared: without their makers and other spellings. */
export function productKey(product: string): string {
  const key = keyOf(product);
  return SAME[key] ?? key;
}

/** @returns what a product is for, where products of that kind are known. */
export function roleOf(product: string): string | undefined {
  return BY_PRODUCT.get(keyOf(product));
}

/** @returns the name as people say it: Kafka, not Apache Kafka. */
export function withoutMaker(product: string): string {
  return product.replace(MAKERS, "");
}

function keyOf(product: string): string {
  return withoutMaker(product)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@/]+/gu, "");
}
