/**
 * What shapes a design, by ecosystem: frameworks, stores and their drivers, queues, clients, logs and measures, validation, sign-in, retries,
 * tests. A star at the end stands for a family of packages. What only serves building, style or types is none.
 */
export const LIBRARIES: Readonly<Record<string, string>> = {
  npm: `express fastify koa hono next @nestjs/core @oclif/core commander yargs
    prisma @prisma/client typeorm drizzle-orm sequelize mongoose knex kysely objection @mikro-orm/core mongodb
    pg postgres mysql2 better-sqlite3 mssql oracledb ioredis redis memcached @elastic/elasticsearch @opensearch-project/opensearch
    kafkajs bullmq bull amqplib nats agenda node-cron bree pg-boss @temporalio/worker @temporalio/client cloudevents socket.io ws
    axios got undici ky node-fetch graphql @apollo/server @trpc/server @grpc/grpc-js @aws-sdk/client-* @google-cloud/* @azure/*
    pino winston bunyan morgan @opentelemetry/api @opentelemetry/sdk-node prom-client @sentry/node
    zod joi ajv yup class-validator valibot jsonwebtoken jose passport bcrypt argon2 express-rate-limit helmet
    opossum cockatiel p-retry nodemailer stripe sharp vitest jest mocha supertest testcontainers @playwright/test`,
  pypi: `fastapi flask django djangorestframework starlette litestar aiohttp tornado sanic click typer
    sqlalchemy sqlmodel alembic psycopg psycopg2 psycopg2-binary asyncpg pymysql mysqlclient aiomysql pymongo motor redis elasticsearch
    celery dramatiq rq huey apscheduler temporalio kafka-python aiokafka confluent-kafka pika aio-pika nats-py
    httpx requests aiohttp boto3 aioboto3 grpcio strawberry-graphql graphene
    pydantic pydantic-settings marshmallow structlog loguru sentry-sdk prometheus-client opentelemetry-sdk opentelemetry-api
    pyjwt python-jose passlib authlib tenacity stamina pybreaker uvicorn gunicorn stripe pytest hypothesis`,
  go: `github.com/gin-gonic/gin github.com/labstack/echo github.com/gofiber/fiber github.com/go-chi/chi github.com/gorilla/mux
    github.com/spf13/cobra github.com/spf13/viper github.com/urfave/cli gorm.io/gorm github.com/jinzhu/gorm entgo.io/ent
    github.com/jackc/pgx github.com/lib/pq github.com/go-sql-driver/mysql github.com/mattn/go-sqlite3 modernc.org/sqlite github.com/jmoiron/sqlx
    github.com/golang-migrate/migrate github.com/pressly/goose go.mongodb.org/mongo-driver github.com/redis/go-redis github.com/go-redis/redis
    github.com/gomodule/redigo github.com/segmentio/kafka-go github.com/IBM/sarama github.com/Shopify/sarama github.com/confluentinc/confluent-kafka-go
    github.com/nats-io/nats.go github.com/rabbitmq/amqp091-go github.com/streadway/amqp github.com/hibiken/asynq go.temporal.io/sdk
    google.golang.org/grpc github.com/99designs/gqlgen github.com/aws/aws-sdk-go-v2 github.com/go-resty/resty
    go.uber.org/zap github.com/rs/zerolog github.com/sirupsen/logrus go.opentelemetry.io/otel github.com/prometheus/client_golang github.com/getsentry/sentry-go
    github.com/golang-jwt/jwt github.com/dgrijalva/jwt-go github.com/go-playground/validator github.com/sony/gobreaker github.com/cenkalti/backoff
    github.com/stretchr/testify github.com/testcontainers/testcontainers-go go.uber.org/fx github.com/google/wire`,
  maven: `org.springframework.boot:spring-boot* io.micronaut* io.quarkus:* info.picocli:picocli org.hibernate* org.flywaydb:flyway-core org.liquibase:liquibase-core
    org.postgresql:postgresql com.mysql:mysql-connector-j mysql:mysql-connector-java com.h2database:h2 org.jooq:jooq org.mybatis*
    org.springframework.kafka:spring-kafka org.apache.kafka:kafka-clients com.rabbitmq:amqp-client org.springframework.amqp:* redis.clients:jedis io.lettuce:lettuce-core
    io.github.resilience4j:* io.micrometer:* org.mapstruct:mapstruct io.jsonwebtoken:jjwt* com.auth0:java-jwt
    org.springdoc:* org.quartz-scheduler:quartz io.grpc:* com.graphql-java:graphql-java software.amazon.awssdk:*
    org.junit.jupiter:* org.mockito:* org.testcontainers:*`,
  nuget: `Microsoft.EntityFrameworkCore Npgsql Npgsql.EntityFrameworkCore.PostgreSQL Microsoft.EntityFrameworkCore.SqlServer Microsoft.Data.SqlClient Dapper MongoDB.Driver
    StackExchange.Redis MassTransit RabbitMQ.Client Confluent.Kafka Azure.Messaging.ServiceBus Hangfire Hangfire.Core Quartz Temporalio
    MediatR FluentValidation AutoMapper Mapster Serilog Serilog.AspNetCore NLog OpenTelemetry prometheus-net Polly Microsoft.Extensions.Http.Resilience Refit Grpc.AspNetCore
    HotChocolate.AspNetCore Microsoft.AspNetCore.Authentication.JwtBearer Swashbuckle.AspNetCore System.CommandLine Spectre.Console.Cli xunit NUnit Moq Testcontainers`,
  rubygems: `rails sidekiq sinatra grape rspec-rails pg mysql2 sqlite3 mongoid redis resque delayed_job good_job solid_queue bunny ruby-kafka karafka
    puma devise doorkeeper pundit cancancan faraday httparty graphql rack-attack lograge sentry-ruby stripe factory_bot_rails`,
  composer: `laravel/framework laravel/sanctum laravel/passport laravel/horizon symfony/framework-bundle symfony/messenger doctrine/orm doctrine/dbal
    guzzlehttp/guzzle predis/predis php-amqplib/php-amqplib monolog/monolog lexik/jwt-authentication-bundle api-platform/core phpunit/phpunit pestphp/pest`,
  crates: `axum actix-web rocket warp clap sqlx diesel sea-orm rusqlite tokio-postgres mongodb redis deadpool-redis rdkafka lapin async-nats apalis
    tokio serde reqwest tonic async-graphql tracing opentelemetry metrics prometheus jsonwebtoken argon2 validator thiserror anyhow tower tower-http`,
};
