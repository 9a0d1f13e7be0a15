import type { Survey } from "../../survey/types.ts";
import type { CodePlace } from "./things.ts";

/** What packages do for an application, by parts of their names. */
const DO: readonly [of: string, packages: RegExp][] = [
  [
    "jobs",
    /^(?:celery|rq|dramatiq|huey|arq|apscheduler|django-q2?|bullmq|bull|agenda|bee-queue|pg-boss|graphile-worker|node-cron|sidekiq|resque|good_job|solid_queue|delayed_job|hangfire.{0,30}|quartz.{0,30}|temporalio|@temporalio\/worker)$|hibiken\/asynq|riverqueue\/river|robfig\/cron|go\.temporal\.io/i,
  ],
  [
    "mail",
    /^(?:emails|fastapi-mail|flask-mail|django-anymail|nodemailer|@sendgrid\/mail|sendgrid|mailgun.{0,20}|postmark|resend|mailersend|mailkit)$|spring-boot-starter-mail|gomail|go-mail/i,
  ],
  [
    "sign-in",
    /^(?:pyjwt|python-jose|authlib|passlib|pwdlib|fastapi-users|djangorestframework-simplejwt|jsonwebtoken|jose|passport.{0,20}|@nestjs\/(?:jwt|passport)|next-auth|express-session|bcrypt(?:js)?|argon2|devise|doorkeeper|omniauth.{0,30}|laravel\/(?:sanctum|passport))$|golang-jwt|spring-boot-starter-(?:security|oauth2).{0,30}|jwtbearer|keycloak/i,
  ],
  [
    "migrations",
    /^(?:alembic|flask-migrate|knex|db-migrate|umzug|prisma|typeorm|drizzle-kit|sequelize-cli)$|flyway|liquibase|golang-migrate|pressly\/goose/i,
  ],
  [
    "tests",
    /^(?:pytest|jest|vitest|mocha|rspec(?:-rails)?|phpunit\/phpunit|xunit|nunit|junit.{0,30})$|stretchr\/testify|spring-boot-starter-test/i,
  ],
];

/** How the code does one thing: the packages that do it. */
export interface Way {
  of: string;
  packages: (CodePlace & { name: string; version?: string })[];
}

/** @returns how jobs, mail, sign-in, migrations and tests are done, as far as packages tell; without packages nothing is told */
export function waysOf({ dependencies }: Survey): Way[] {
  if (dependencies.length === 0) return [];
  return DO.map(([of, pattern]) => ({
    of,
    packages: dependencies
      .filter(({ name }) => pattern.test(name))
      .map(
        ({ name, locked, version, file, line }) =>
          ({ name, ...((locked ?? version) && { version: locked ?? version }), file, line }) as Way["packages"][number],
      ),
  }));
}
