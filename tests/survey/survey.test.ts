import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { SurveySchema } from "../../scripts/generate/survey-schema.ts";
import { PLAIN } from "../../src/report/style.ts";
import { reportSurvey, reportSurveyMarkdown, surveyParts } from "../../src/report/survey.ts";
import { surveyProject } from "../../src/survey/make.ts";
import { surveyRepository } from "../../src/survey/survey.ts";
import { FIXTURES } from "./fixtures.ts";

const folders: string[] = [];

function repository(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "survey-"));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe("each framework is read, with what misleads in it", () => {
  for (const [name, { files, routes, commands, tables }] of Object.entries(FIXTURES))
    it(name, async () => {
      const project = await surveyProject(repository(files));
      expect(project.routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([...(routes ?? [])].sort());
      expect(
        project.commands
          .map((one) => `${one.registered ? "" : "(not registered) "}${one.name} [${one.flags.map((flag) => flag.name).join(" ")}]`)
          .sort(),
      ).toEqual([...(commands ?? [])].sort());
      expect(project.tables.map((one) => `${one.name}: ${one.columns.map((column) => column.name).join(", ")}`)).toEqual(tables ?? []);
    });
});

describe("a survey", () => {
  it("names nothing of a file that nests deeper than a reader can follow, and reads the others", async () => {
    const root = repository({
      "package.json": `{"dependencies": {"express": ${"[".repeat(20_000)}${"]".repeat(20_000)}}}`,
      "api/composer.json": `{"require": {"slim/slim": "4.0", "x/y": ${"[".repeat(20_000)}${"]".repeat(20_000)}}}`,
      "web/package.json": `{"dependencies": {"hono": "4.0.0"}}`,
      "Cargo.toml": `[dependencies]\naxum = ${"[".repeat(20_000)}${"]".repeat(20_000)}\n`,
      "config/routes.yaml": `deep: ${"[".repeat(20_000)}`,
      "config/routes/dashes.yaml": "- ".repeat(20_000),
      "config/routes/orders.yaml": "orders:\n  path: /orders\n  methods: GET\n",
    });
    const survey = await surveyRepository(root);
    expect(survey.dependencies.map(({ name }) => name)).toEqual(["hono"]);
    expect(survey.routes.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /orders"]);
  });

  it("lists what a library routes, and tells a type that only takes its fields from above", async () => {
    const survey = await surveyRepository(
      repository({
        "config/routes.rb": "Rails.application.routes.draw do\n  devise_for :users\n  resources :tags, only: [:index]\nend\n",
        "src/Named.java":
          "class Named { private String name; }\nclass Specialty extends Named {}\nclass Store { void save() {} }\nclass Sql extends Store {}\n",
      }),
    );
    expect(survey.routes.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /tags"]);
    expect(survey.unread).toEqual([
      { file: "config/routes.rb", line: 2, what: "routes of devise_for users", why: "they stand in a library" },
    ]);
    expect(survey.types.map(({ name, bases }) => [name, ...(bases ?? [])].join(" < "))).toEqual(["Named", "Specialty < Named"]);
  });

  it("tells what a view of a library answers only where that is known, and lists what a library routes", async () => {
    const survey = await surveyRepository(
      repository({
        "config/urls.py": `from django.contrib import admin
from django.urls import include, path
from other.views import Odd
from rest_framework_simplejwt.views import TokenVerifyView

urlpatterns = [
    path("admin/", admin.site.urls),
    path("accounts/", include("django.contrib.auth.urls")),
    path("token/", TokenVerifyView.as_view()),
    path("odd/", Odd.as_view()),
]
`,
      }),
    );
    expect(survey.routes.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /token/", "ANY /odd/"]);
    expect(survey.unread.map(({ line, what }) => `${line} ${what}`)).toEqual([
      "7 routes of admin.site.urls",
      "8 routes of django.contrib.auth.urls",
    ]);
  });

  it("has among the stack what a design rests on, each once and by the name that people say", async () => {
    const survey = await surveyRepository(
      repository({
        "package.json": `{ "dependencies": { "pg": "8.13.1", "ioredis": "5.4.1", "pino": "9.5.0", "@aws-sdk/client-sqs": "3.7.0", "chalk": "5.0.0" }, "devDependencies": { "typescript": "5.6.0" } }`,
        "go.mod": "module shop\n\nrequire (\n\tgithub.com/urfave/cli/v2 v2.25.0\n\tgithub.com/jackc/pgx/v5 v5.5.4\n)\n",
        "requirements.txt": "PyJWT==2.8.0\nblack==24.1.0\n",
        "api/requirements.txt": "pyjwt==2.8.0\n",
      }),
    );
    expect(survey.frameworks.map(({ name, version }) => `${name} ${version}`)).toEqual([
      "client-sqs 3.7.0",
      "ioredis 5.4.1",
      "pg 8.13.1",
      "pgx v5.5.4",
      "pino 9.5.0",
      "pyjwt 2.8.0",
      "urfave/cli v2.25.0",
    ]);
  });

  it("counts the facts of a repository with several services by service, and none where there is one", async () => {
    const root = repository({
      "package.json": `{ "private": true }`,
      "services/orders/package.json": `{ "dependencies": { "express": "4.21.2" } }`,
      "services/orders/src/app.ts": `import express from "express";\nconst app = express();\napp.get("/orders", h);\napp.get("/orders/:id", h);\n`,
      "services/mail/requirements.txt": "fastapi==0.115.0\n",
      "services/mail/main.py": `from fastapi import FastAPI\napp = FastAPI()\n@app.post("/letters")\ndef send(): ...\n`,
    });
    const { services } = await surveyRepository(root);
    expect(services.map(({ name, routes }) => `${name} ${routes}`)).toEqual(["services/mail 1", "services/orders 2"]);
    expect((await surveyRepository(join(root, "services/orders"))).services).toEqual([]);
  });

  it("lists submodules, and files of code that are longer than anybody writes", async () => {
    const root = repository({
      ".gitmodules": `[submodule "lib"]\n\tpath = lib\n\turl = https://example.com/lib.git\n`,
      "src/app.js": `const app = require("express")();\napp.get("/ok", h);\n`,
      "src/data.js": "export const a = 1;\n".repeat(90_000),
    });
    const survey = await surveyRepository(root);
    expect(survey.routes).toHaveLength(1);
    expect(survey.unread.map(({ what, file }) => `${what}: ${file}`)).toEqual([
      "all facts of lib: .gitmodules",
      "all of the file: src/data.js",
    ]);
  });

  it("is data as its schema says", async () => {
    const files = Object.values(FIXTURES).map((fixture, index) =>
      Object.fromEntries(Object.entries(fixture.files).map(([path, text]) => [`part${index}/${path}`, text])),
    );
    const survey = await surveyRepository(repository(Object.assign({}, ...files)));
    expect(survey.services.length).toBeGreaterThan(5);
    expect(SurveySchema.parse(JSON.parse(JSON.stringify(survey)))).toEqual(JSON.parse(JSON.stringify(survey)));
  });

  it("has each fact with its place, the stack with its versions, and names by kind", async () => {
    const root = repository({
      "package.json": `{\n  "dependencies": {\n    "express": "^4.0.0"\n  }\n}`,
      "package-lock.json": `{"packages": {"node_modules/express": {\n "version": "4.21.2"}}}`,
      "src/app.ts": `import express from "express";\nconst app = express();\nexport interface OrderView { orderId: string; total?: number }\napp.get("/orders/:id", show);`,
      Dockerfile: "FROM node:20\n",
    });
    const survey = await surveyRepository(root);
    expect(survey.frameworks).toEqual([{ name: "express", version: "4.21.2", file: "package.json", line: 3 }]);
    expect(survey.routes).toMatchObject([{ method: "GET", path: "/orders/:id", file: "src/app.ts", line: 4 }]);
    expect(survey.types).toMatchObject([
      { name: "OrderView", kind: "interface", line: 3, fields: [{ name: "orderId" }, { name: "total", optional: true }] },
    ]);
    expect(survey.settings).toMatchObject([{ kind: "container", name: "node:20" }]);
    expect(survey.naming).toContainEqual(expect.objectContaining({ kind: "type", style: "PascalCase", count: 1, all: 1 }));
    expect(reportSurvey(survey, PLAIN)).toContain("GET  /orders/:id");
    expect(reportSurveyMarkdown(survey)).toContain("| GET | /orders/:id |");
    expect(surveyParts(survey)).toContain("routes");
    expect(reportSurveyMarkdown(survey, "Routes")).toMatch(/^# Survey of the code\n\n## Routes\n[^#]*$/);
    expect(reportSurveyMarkdown(survey, "ghosts")).toBeUndefined();
  });

  it.each([
    [
      "yarn.lock",
      'express@^4.0.0:\n  version "4.0.1"\n  resolved "x"\n\n"express@^4.17.1", express@^4.19.0:\n  version "4.21.2"\n  resolved "x"\n',
    ],
    [
      "package-lock.json",
      `{\n  "lockfileVersion": 1,\n  "dependencies": {\n    "old-router": {\n      "version": "1.0.0",\n      "dependencies": {\n        "express": {\n          "version": "4.0.1"\n        }\n      }\n    },\n    "express": {\n      "version": "4.21.2"\n    }\n  }\n}\n`,
    ],
  ])("a version is the one that the repository asks for, not what another package brings: %s", async (file, text) => {
    const root = repository({ "package.json": `{\n  "dependencies": {\n    "express": "^4.19.0"\n  }\n}`, [file]: text });
    expect((await surveyRepository(root)).frameworks).toMatchObject([{ name: "express", version: "4.21.2" }]);
  });

  it("guesses nothing: a computed path is told as not read", async () => {
    const root = repository({ "app.js": `const app = require("express")();\napp.get(process.env.BASE + "/x", handler);` });
    const survey = await surveyRepository(root);
    expect(survey.routes).toEqual([]);
    expect(survey.unread).toMatchObject([{ what: "route GET", why: "its path is computed", line: 2 }]);
  });

  it.each([
    ["with git", true],
    ["without git", false],
  ])("leaves out what the ignore files name, secrets, tests, build output, and what a link leads to, %s", async (_about, hasGit) => {
    const outside = repository({ "app.js": `require("express")().get("/outside", h);` });
    const root = repository({
      ".gitignore": "private/\n",
      "private/app.js": `require("express")().get("/ignored", h);`,
      "dist/app.js": `require("express")().get("/built", h);`,
      "tests/app.js": `require("express")().get("/test", h);`,
      ".env": "TOKEN=s3cret",
      "docker-compose.yml": "services:\n  db:\n    image: postgres:16\n    environment:\n      PASSWORD: hunter2\n",
      "app.js": `const app = require("express")();\napp.get("/ours", h);`,
    });
    symlinkSync(outside, join(root, "linked"));
    if (hasGit) execFileSync("git", ["init", "-q"], { cwd: root });
    const survey = await surveyRepository(root);
    expect(survey.routes.map(({ path }) => path)).toEqual(["/ours"]);
    expect(JSON.stringify(survey)).not.toMatch(/s3cret|hunter2/);
  });

  it("leaves a folder out that became a link since it was read last", async () => {
    const outside = repository({ "app.js": `require("express")().get("/outside", h);` });
    const root = repository({ "api/app.js": `require("express")().get("/ours", h);` });
    execFileSync("git", ["init", "-q"], { cwd: root });
    execFileSync("git", ["add", "api/app.js"], { cwd: root });
    expect((await surveyRepository(root)).routes.map(({ path }) => path)).toEqual(["/ours"]);
    rmSync(join(root, "api"), { recursive: true });
    symlinkSync(outside, join(root, "api"));
    expect((await surveyRepository(root)).routes).toEqual([]);
  });

  it("settings are those of the repository that is read", async () => {
    const controller = `import org.springframework.web.bind.annotation.*;\n@RestController\npublic class Orders {\n  @GetMapping("\${api.path}/orders")\n  public String all() { return ""; }\n}`;
    const first = repository({ "src/main/resources/application.properties": "api.path=/v1\n", "src/main/java/Orders.java": controller });
    expect((await surveyRepository(first)).routes.map(({ path }) => path)).toEqual(["/v1/orders"]);
    const second = await surveyRepository(repository({ "src/main/java/Orders.java": controller }));
    expect(second.routes).toEqual([]);
    expect(second.unread.map(({ why }) => why)).toEqual(["a setting stands in its path"]);
  });

  it("is kept while no file changes, and made again when one does", async () => {
    const root = repository({ "app.js": `const app = require("express")();\napp.get("/one", h);` });
    const cacheFolder = repository({});
    const first = await surveyRepository(root, { cacheFolder, build: "1" });
    let read = 0;
    expect(await surveyRepository(root, { cacheFolder, build: "1", progress: () => read++ })).toEqual(first);
    expect(read).toBe(0);
    writeFileSync(join(root, "app.js"), `const app = require("express")();\napp.get("/other", h);`);
    expect((await surveyRepository(root, { cacheFolder, build: "1" })).routes.map(({ path }) => path)).toEqual(["/other"]);
  });

  it("reads on past what does not parse, what is minified and what is no text", async () => {
    const root = repository({
      "broken.py": "def (((\n",
      "min.js": `const app=require("express")();app.get("/min",h);${"x=1;".repeat(5_000)}`,
      "data.go": "package a\0\0",
      "deep.js": `const x = ${"[".repeat(3_000)}${"]".repeat(3_000)};`,
      "Main.kt": "fun main() {}",
      "app.js": `require("express")().get("/x", h);`,
    });
    const survey = await surveyRepository(root);
    expect(survey.routes.map(({ path }) => path)).toEqual(["/x"]);
    expect(survey.unread.map(({ file }) => file)).toEqual(expect.arrayContaining(["broken.py", "Main.kt"]));
  });
});
