/** Small applications, one a framework, each with what misleads: prefixes in other files, groups, what is commented out. */
export interface Fixture {
  files: Record<string, string>;
  routes?: string[];
  commands?: string[];
  tables?: string[];
}

export const FIXTURES: Record<string, Fixture> = {
  express: {
    files: {
      "src/app.js": `const express = require("express");
const orders = require("./orders");
const app = express();
app.get("/health", (req, res) => res.send("ok"));
app.use("/api/v1", orders);
// app.get("/gone", handler);
module.exports = app;`,
      "src/orders.js": `const { Router } = require("express");
const router = Router();
const client = require("axios");
router.route("/orders").get(list).post(create);
router.get("/orders/:id", (req, res) => client.get("/not-ours", {}));
module.exports = router;`,
    },
    routes: ["GET /health", "GET /api/v1/orders", "POST /api/v1/orders", "GET /api/v1/orders/:id"],
  },
  fastify: {
    files: {
      "server.ts": `import Fastify from "fastify";
import { orderRoutes } from "./orders.js";
const app = Fastify();
app.register(orderRoutes, { prefix: "/orders" });
app.route({ method: ["GET", "HEAD"], url: "/status", handler: status });`,
      "orders.ts": `import type { FastifyInstance } from "fastify";
export async function orderRoutes(app: FastifyInstance) {
  app.post("/", async () => {});
  app.delete("/:id", { schema: {} }, remove);
}`,
    },
    routes: ["POST /orders", "DELETE /orders/:id", "GET /status", "HEAD /status"],
  },
  hono: {
    files: {
      "index.ts": `import { Hono } from "hono";
import books from "./books";
const app = new Hono().basePath("/api");
app.route("/books", books).get("/ping", (c) => c.text("pong"));
export default app;`,
      "books.ts": `import { Hono } from "hono";
const books = new Hono();
books.get("/", list).post("/:id", save);
export default books;`,
    },
    routes: ["GET /api/books", "POST /api/books/:id", "GET /api/ping"],
  },
  koa: {
    files: {
      "app.js": `const Koa = require("koa");
const Router = require("@koa/router");
const app = new Koa();
const users = new Router({ prefix: "/users" });
users.get("show", "/:id", show).put("/:id", update);
const api = new Router();
api.use("/api", users.routes());
app.use(api.routes());`,
    },
    routes: ["GET /api/users/:id", "PUT /api/users/:id"],
  },
  nest: {
    files: {
      "src/main.ts": `import { NestFactory } from "@nestjs/core";
import { VersioningType } from "@nestjs/common";
async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix("api");
  app.enableVersioning({ type: VersioningType.URI });
}
bootstrap();`,
      "src/cats.controller.ts": `import { Controller, Get, Post } from "@nestjs/common";
@Controller({ path: "cats", version: "1" })
export class CatsController {
  @Get(":id") find() {}
  @Post() create() {}
}`,
    },
    routes: ["GET /api/v1/cats/:id", "POST /api/v1/cats"],
  },
  next: {
    files: {
      "package.json": `{ "name": "site", "dependencies": { "next": "15.1.0" } }`,
      "app/(shop)/api/orders/[id]/route.ts": `export async function GET() {}\nexport const DELETE = async () => {};`,
      "pages/api/hello.ts": `export default function handler(req, res) {\n  if (req.method === "POST") return res.end();\n}`,
    },
    routes: ["GET /api/orders/{id}", "DELETE /api/orders/{id}", "POST /api/hello"],
  },
  fastapi: {
    files: {
      "app/main.py": `from fastapi import FastAPI
from app.routers import orders
from app.settings import settings

app = FastAPI()
app.include_router(orders.router, prefix=settings.API)

@app.get("/health")
def health(): ...
`,
      "app/settings.py": `class Settings:\n    API: str = "/api"\n\nsettings = Settings()\n`,
      "app/routers/__init__.py": "",
      "app/routers/orders.py": `from fastapi import APIRouter

router = APIRouter(prefix="/orders")

@router.post("/{order_id}/refund")
async def refund(order_id: int): ...
# @router.get("/gone")
`,
    },
    routes: ["GET /health", "POST /api/orders/{order_id}/refund"],
  },
  flask: {
    files: {
      "app/__init__.py": `from flask import Flask
from .orders import bp

def create_app():
    app = Flask(__name__)
    app.register_blueprint(bp, url_prefix="/v2/orders")
    return app
`,
      "app/orders.py": `from flask import Blueprint

bp = Blueprint("orders", __name__, url_prefix="/orders")

@bp.route("/<int:order_id>", methods=["GET", "DELETE"])
def one(order_id): ...
`,
    },
    routes: ["GET /v2/orders/<int:order_id>", "DELETE /v2/orders/<int:order_id>"],
  },
  django: {
    files: {
      "site/urls.py": `from django.urls import include, path\nurlpatterns = [path("api/", include("shop.urls"))]\n`,
      "shop/__init__.py": "",
      "shop/urls.py": `from django.urls import path, include
from rest_framework.routers import DefaultRouter
from . import views

router = DefaultRouter()
router.register("orders", views.OrderViewSet)
urlpatterns = [path("ping/", views.ping), path("", include(router.urls))]
`,
      "shop/views.py": `from rest_framework import viewsets
from rest_framework.decorators import action, api_view

@api_view(["GET"])
def ping(request): ...

class OrderViewSet(viewsets.ReadOnlyModelViewSet):
    @action(detail=True, methods=["post"])
    def refund(self, request, pk=None): ...
`,
      "shop/models.py": `from django.db import models

class Order(models.Model):
    total = models.DecimalField(max_digits=9, decimal_places=2)
    customer = models.ForeignKey("auth.User", on_delete=models.CASCADE)
`,
    },
    routes: ["GET /api/ping/", "GET /api/orders/", "GET /api/orders/{pk}/", "POST /api/orders/{pk}/refund/"],
    tables: ["shop_order: id, total, customer_id"],
  },
  spring: {
    files: {
      "src/main/resources/application.properties": "server.servlet.context-path=/shop\n",
      "src/main/java/OrderController.java": `import org.springframework.web.bind.annotation.*;
@RestController
@RequestMapping("/orders")
class OrderController {
  private static final String ONE = "/{id}";
  @GetMapping(ONE) Order one(@PathVariable long id) { return null; }
  @RequestMapping(value = "/search", method = {RequestMethod.GET, RequestMethod.POST}) void search() {}
}`,
      "src/main/java/Order.java": `import jakarta.persistence.*;
@Entity
class Order extends Base {
  @Column(name = "total_cents") private long total;
  @ManyToOne private Customer buyer;
  @OneToMany(mappedBy = "order") private List<Line> lines;
}`,
      "src/main/java/Base.java": `import jakarta.persistence.*;\n@MappedSuperclass\nclass Base { @Id private Long id; }`,
    },
    routes: ["GET /shop/orders/{id}", "GET /shop/orders/search", "POST /shop/orders/search"],
    tables: ["order: id, total_cents, buyer_id"],
  },
  "jax-rs": {
    files: {
      "src/App.java": `import jakarta.ws.rs.*;\n@ApplicationPath("/rest")\nclass App extends Application {}`,
      "src/Orders.java": `import jakarta.ws.rs.*;
@Path("/orders")
class Orders {
  @GET @Path("{id}") public Order one() { return null; }
  @POST public void add() {}
}`,
    },
    routes: ["GET /rest/orders/{id}", "POST /rest/orders"],
  },
  micronaut: {
    files: {
      "src/Books.java": `import io.micronaut.http.annotation.*;
@Controller("/books")
class Books {
  @Get("/{id}") Book one() { return null; }
  @Post void add() {}
}`,
    },
    routes: ["GET /books/{id}", "POST /books"],
  },
  aspnet: {
    files: {
      "Program.cs": `var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
var orders = app.MapGroup("/orders");
orders.MapGet("/{id:int}", (int id) => id);
app.MapUserEndpoints();
app.Run();`,
      "Users.cs": `public static class Users {
  public static void MapUserEndpoints(this IEndpointRouteBuilder routes) {
    routes.MapGroup("/users").MapPost("/", () => 1);
  }
}`,
      "ItemsController.cs": `[ApiController]
[Route("api/[controller]")]
public class ItemsController : ControllerBase {
  [HttpGet("{id}")] public IActionResult Get(int id) => Ok();
  [HttpDelete] public IActionResult Clear() => Ok();
}`,
    },
    routes: ["GET /orders/{id:int}", "POST /users", "GET /api/Items/{id}", "DELETE /api/Items"],
  },
  "go servers": {
    files: {
      "go.mod": "module shop\n",
      "cmd/main.go": `package main
import (
	"net/http"
	"github.com/gin-gonic/gin"
	"shop/orders"
)
func main() {
	r := gin.Default()
	orders.Register(r.Group("/api"))
	mux := http.NewServeMux()
	mux.HandleFunc("POST /hooks/{name}", hook)
}`,
      "orders/routes.go": `package orders
import "github.com/gin-gonic/gin"
const base = "/orders"
func Register(g *gin.RouterGroup) {
	o := g.Group(base)
	o.GET("/:id", show)
	// o.POST("/:id", gone)
}`,
      "web/chi.go": `package web
import "github.com/go-chi/chi/v5"
type Server struct { router chi.Router }
func (s *Server) routes() {
	s.router.Route("/v1", func(r chi.Router) {
		r.Get("/things", s.list)
		r.Mount("/admin", adminRouter())
	})
}
func adminRouter() chi.Router {
	r := chi.NewRouter()
	r.Delete("/{id}", drop)
	return r
}`,
      "web/echo.go": `package web
import "github.com/labstack/echo/v4"
func start() {
	e := echo.New()
	g := e.Group("/echo")
	g.PUT("/:id", put)
}`,
      "web/fiber.go": `package web
import "github.com/gofiber/fiber/v2"
func run() {
	app := fiber.New()
	app.Group("/fiber").Get("/x", x)
}`,
    },
    routes: ["GET /api/orders/:id", "POST /hooks/{name}", "GET /v1/things", "DELETE /v1/admin/{id}", "PUT /echo/:id", "GET /fiber/x"],
  },
  rails: {
    files: {
      "config/routes.rb": `Rails.application.routes.draw do
  root "home#index"
  namespace :api do
    resources :orders, only: %i[index show] do
      post :refund, on: :member
      resources :lines, only: [:create]
    end
  end
  # resources :gone
end`,
      "db/schema.rb": `ActiveRecord::Schema[7.1].define(version: 1) do
  create_table "orders", force: :cascade do |t|
    t.decimal "total", null: false
    t.references :customer
    t.timestamps
    t.index ["total"], name: "i"
  end
end`,
    },
    routes: ["GET /", "GET /api/orders", "GET /api/orders/:id", "POST /api/orders/:id/refund", "POST /api/orders/:order_id/lines"],
    tables: ["orders: id, total, customer_id, created_at, updated_at"],
  },
  laravel: {
    files: {
      "routes/api.php": `<?php
use Illuminate\\Support\\Facades\\Route;
Route::prefix('v1')->group(function () {
    Route::get('/orders/{order}', [OrderController::class, 'show']);
    Route::apiResource('photos', PhotoController::class)->only(['index', 'store']);
});`,
      "database/migrations/2024_01_01_create_orders.php": `<?php
return new class extends Migration {
    public function up(): void {
        Schema::create('orders', function (Blueprint $table) {
            $table->id();
            $table->foreignId('user_id')->constrained();
            $table->string('note')->nullable();
            $table->timestamps();
        });
    }
    public function down(): void { Schema::dropIfExists('orders'); }
};`,
      "database/migrations/2024_02_01_change_orders.php": `<?php
return new class extends Migration {
    public function up(): void {
        Schema::table('orders', function (Blueprint $table) { $table->dropColumn('note'); });
    }
    public function down(): void {
        Schema::table('orders', function (Blueprint $table) { $table->string('note'); });
    }
};`,
    },
    routes: ["GET /api/v1/orders/{order}", "GET /api/v1/photos", "POST /api/v1/photos"],
    tables: ["orders: id, user_id, created_at, updated_at"],
  },
  symfony: {
    files: {
      "src/Controller/BlogController.php": `<?php
namespace App\\Controller;
use Symfony\\Component\\Routing\\Attribute\\Route;
#[Route('/blog')]
class BlogController {
    #[Route('/{slug}', methods: ['GET', 'POST'])]
    public function show() {}
}`,
    },
    routes: ["GET /blog/{slug}", "POST /blog/{slug}"],
  },
  axum: {
    files: {
      "src/main.rs": `use axum::{routing::get, Router};
mod users;
fn app() -> Router {
    let api = Router::new().nest("/users", users::router());
    Router::new().route("/health", get(health)).nest("/api", api)
}`,
      "src/users.rs": `use axum::{routing::{get, post}, Router};
pub fn router() -> Router { Router::new().route("/:id", get(show).delete(remove)).route("/", post(create)) }`,
    },
    routes: ["GET /health", "GET /api/users/:id", "DELETE /api/users/:id", "POST /api/users/"],
  },
  actix: {
    files: {
      "src/main.rs": `use actix_web::{get, web, App, HttpServer};
#[get("/{id}")]
async fn show() -> &'static str { "x" }
#[get("/unregistered")]
async fn nowhere() -> &'static str { "x" }
fn config(cfg: &mut web::ServiceConfig) {
    cfg.service(web::scope("/orders").service(show).route("", web::post().to(create)));
}
async fn run() { HttpServer::new(|| App::new().configure(config)); }`,
    },
    routes: ["GET /orders/{id}", "POST /orders"],
  },
  cobra: {
    files: {
      "cmd/root.go": `package cmd
import "github.com/spf13/cobra"
var rootCmd = &cobra.Command{Use: "shop"}
func Execute() { rootCmd.Execute() }
func init() { rootCmd.PersistentFlags().BoolP("verbose", "v", false, "") }`,
      "cmd/add.go": `package cmd
import "github.com/spf13/cobra"
var addCmd = &cobra.Command{Use: "add <name>", RunE: run}
var goneCmd = &cobra.Command{Use: "gone"}
func init() {
	addCmd.Flags().StringVar(&file, "file", "", "")
	rootCmd.AddCommand(addCmd)
	// rootCmd.AddCommand(goneCmd)
}`,
    },
    commands: ["shop [--verbose]", "shop add [--file]", "(not registered) gone []"],
  },
  commander: {
    files: {
      "cli.ts": `import { Command } from "commander";
const program = new Command("shop");
program.command("add <name>").option("-f, --force", "x").requiredOption("--to <where>", "x").action(run);
program.parse();`,
    },
    commands: ["shop []", "shop add [--force --to]"],
  },
  click: {
    files: {
      "cli.py": `import click

@click.group()
def cli(): ...

@cli.command("add")
@click.argument("name")
@click.option("-f", "--force", is_flag=True)
def add_thing(name, force): ...
`,
    },
    commands: ["cli []", "cli add [--force]"],
  },
  argparse: {
    files: {
      "tool.py": `import argparse

def main():
    parser = argparse.ArgumentParser(prog="tool")
    sub = parser.add_subparsers()
    add = sub.add_parser("add")
    add.add_argument("--to", required=True)
    add.add_argument("name")
    parser.parse_args()
`,
    },
    commands: ["tool []", "tool add [--to]"],
  },
  clap: {
    files: {
      "Cargo.toml": `[package]\nname = "shop"\n`,
      "src/main.rs": `use clap::{Parser, Subcommand};
#[derive(Parser)]
struct Cli { #[arg(short, long)] verbose: bool, #[command(subcommand)] command: Commands }
#[derive(Subcommand)]
enum Commands { Add { name: String, #[arg(long = "to")] target: Option<String> }, #[command(name = "rm")] Remove(RemoveArgs) }
#[derive(clap::Args)]
struct RemoveArgs { #[arg(long)] all: bool }`,
    },
    commands: ["shop [--verbose]", "shop add [--to]", "shop rm [--all]"],
  },
  picocli: {
    files: {
      "App.java": `import picocli.CommandLine.*;
@Command(name = "shop", subcommands = {Add.class})
class App { @Option(names = {"-v", "--verbose"}) boolean verbose; }`,
      "Add.java": `import picocli.CommandLine.*;\n@Command(name = "add")\nclass Add { @Option(names = "--to", required = true) String to; }`,
    },
    commands: ["shop [--verbose]", "shop add [--to]"],
  },
  "sql migrations": {
    files: {
      "migrations/V1__init.sql": `-- CREATE TABLE gone (id int);
CREATE TABLE "shop"."order" (
  id bigserial PRIMARY KEY,
  note varchar(20) DEFAULT 'a,b',
  total numeric(9, 2) NOT NULL,
  CONSTRAINT positive CHECK (total > 0)
);
CREATE TABLE old_name (id int);`,
      "migrations/V2__change.sql": `ALTER TABLE shop."order" ADD COLUMN paid_at timestamptz, DROP COLUMN note;
ALTER TABLE "order" RENAME COLUMN total TO total_cents;
ALTER TABLE old_name RENAME TO new_name;`,
      "migrations/V10__drop.sql": `DROP TABLE IF EXISTS new_name;\nCREATE TABLE event (id uuid, "key" text);`,
      "migrations/V1__init.down.sql": 'DROP TABLE "order";',
    },
    tables: ["event: id, key", "order: id, total_cents, paid_at"],
  },
  prisma: {
    files: {
      "prisma/schema.prisma": `model Order {
  id    Int    @id
  total Int    @map("total_cents")
  lines Line[]
  @@map("orders")
}
model Line { 
  id Int @id
  order Order @relation(fields: [orderId], references: [id])
  orderId Int
}`,
    },
    tables: ["Line: id, orderId", "orders: id, total_cents"],
  },
};
