import type { Survey } from "../../survey/types.ts";
import type { CodePlace } from "./things.ts";

/** Products that an application names among its packages, or as the image of a container, by the words that do so. */
const LIBRARIES: Readonly<Record<string, string>> = {
  Celery: "celery",
  Dramatiq: "dramatiq",
  RQ: "rq",
  Huey: "huey",
  Sidekiq: "sidekiq",
  Resque: "resque",
  BullMQ: "bullmq|@nestjs/bullmq",
  Hangfire: "hangfire",
  FastAPI: "fastapi",
  Flask: "flask",
  Django: "django",
  SQLAlchemy: "sqlalchemy|sqlmodel|flask-sqlalchemy",
  SQLModel: "sqlmodel",
  Alembic: "alembic|flask-migrate",
  Pydantic: "pydantic|fastapi",
  Typer: "typer",
  Express: "express|@nestjs/platform-express",
  NestJS: "@nestjs/core",
  Fastify: "fastify|@nestjs/platform-fastify",
  Koa: "koa",
  Hono: "hono",
  Prisma: "prisma|@prisma/client",
  TypeORM: "typeorm",
  Sequelize: "sequelize",
  Drizzle: "drizzle-orm",
  Mongoose: "mongoose",
  Cobra: "spf13/cobra",
  Viper: "spf13/viper",
  GORM: "gorm.io/gorm",
  Gin: "gin-gonic/gin",
  Echo: "labstack/echo",
  Fiber: "gofiber/fiber",
  "Spring Boot": "spring-boot",
  Hibernate: "hibernate|spring-boot-starter-data-jpa|quarkus-hibernate",
  Quarkus: "quarkus",
  Micronaut: "micronaut",
  Laravel: "laravel/framework",
  Symfony: "symfony/",
  Doctrine: "doctrine/",
  Passport: "passport|@nestjs/passport|laravel/passport",
  Devise: "devise",
  "Entity Framework": "entityframework",
  MassTransit: "masstransit",
  Axum: "axum",
  Actix: "actix",
  Diesel: "diesel",
};
const SERVERS: Readonly<Record<string, string>> = {
  Redis: "redis|valkey|bullmq|sidekiq",
  RabbitMQ: "rabbit|amqp|pika|bunny|kombu|celery|lapin",
  Kafka: "kafka|sarama|rdkafka|redpanda",
  NATS: "nats",
  MongoDB: "mongo",
  Elasticsearch: "elastic|opensearch",
  Memcached: "memcache|dalli",
  Temporal: "temporal",
};

/** How a text names a product that the code has, or has not. */
export interface Product {
  name: string;
  /** Where the code has it. */
  found?: CodePlace;
  /** It may run elsewhere and be reached by other means: its absence is not certain. */
  server: boolean;
}

/** @returns a function that gives the products which a text names */
export function productsIn({ dependencies, settings }: Survey): (text: string) => Product[] {
  const parts = [...dependencies, ...settings.filter(({ kind }) => kind === "container" || kind === "compose")];
  return (text) =>
    [...Object.entries(LIBRARIES), ...Object.entries(SERVERS)].flatMap(([name, words]) => {
      if (!named(text, name)) return [];
      const pattern = new RegExp(`(?:^|[/:@.-])(?:${words})`, "i");
      const found = parts.find((part) => pattern.test(part.name));
      return [{ name, server: Object.hasOwn(SERVERS, name), ...(found && { found: { file: found.file, line: found.line } }) }];
    });
}

/** Letter by letter: "express", "echo" and "prisma" are words as well. */
function named(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1))
    if (!/[\w-]/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(at + name.length))) return true;
  return false;
}
