import type { Dependency, Survey } from "../types.ts";

/** Names of packages that make a framework, by ecosystem. */
const NAMES: readonly [string, RegExp, string][] = [
  [
    "npm",
    /^(express|fastify|koa|hono|next|commander|yargs|kafkajs|bullmq|prisma|typeorm|drizzle-orm|sequelize|mongoose|zod|graphql|vitest|jest|mocha)$/,
    "$1",
  ],
  ["npm", /^@nestjs\/core$/, "nest"],
  ["npm", /^@prisma\/client$/, "prisma"],
  ["npm", /^@oclif\/core$/, "oclif"],
  ["pypi", /^(fastapi|flask|django|djangorestframework|sqlalchemy|sqlmodel|alembic|celery|pydantic|click|typer|pytest|temporalio)$/i, "$1"],
  [
    "go",
    /^github\.com\/(gin-gonic\/gin|labstack\/echo|gofiber\/fiber|go-chi\/chi|gorilla\/mux|spf13\/cobra|urfave\/cli|segmentio\/kafka-go|nats-io\/nats\.go)/,
    "$1",
  ],
  ["go", /^gorm\.io\/gorm$/, "gorm"],
  [
    "maven",
    /^(org\.springframework\.boot:spring-boot[\w-]{0,60}|io\.micronaut[\w.]{0,40}:[\w-]{1,60}|io\.quarkus:[\w-]{1,60}|info\.picocli:picocli)$/,
    "$1",
  ],
  ["nuget", /^(Microsoft\.EntityFrameworkCore|MassTransit|System\.CommandLine|Dapper|MediatR|xunit)$/, "$1"],
  ["rubygems", /^(rails|sidekiq|sinatra|rspec-rails|pg|mysql2)$/, "$1"],
  ["composer", /^(laravel\/framework|symfony\/framework-bundle|doctrine\/orm|phpunit\/phpunit)$/, "$1"],
  ["crates", /^(axum|actix-web|clap|sqlx|diesel|sea-orm|tokio|serde)$/, "$1"],
];

/** @returns the frameworks and libraries that shape a design, each with its version. */
export function frameworksOf(dependencies: readonly Dependency[]): Survey["frameworks"] {
  const found = new Map<string, Survey["frameworks"][number]>();
  for (const { name, version, locked, ecosystem, file, line } of dependencies)
    for (const [of, pattern, shown] of NAMES)
      if (of === ecosystem && pattern.test(name)) {
        const key = name.replace(pattern, shown).replace(/^.{0,60}[/:](?=[^/:]{1,60}$)/, "");
        const own = locked ?? version;
        if (!found.has(key)) found.set(key, { name: key, ...(own ? { version: own } : {}), file, line });
      }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
