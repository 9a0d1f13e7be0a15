import * as z from "zod";
import type { Survey } from "../../src/survey/types.ts";

const place = { file: z.string(), line: z.int().nonnegative() };
const fact = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...shape, ...place });
const text = z.string();
const maybe = z.string().optional();

/** What `groundplan survey --format json` writes. The shape only grows: keys are never renamed or taken away. */
export const SurveySchema: z.ZodType<Survey> = z
  .strictObject({
    version: z.literal(1),
    commit: text.optional().describe("the commit that is checked out"),
    languages: z.array(z.strictObject({ name: text, files: z.int(), bytes: z.int(), share: z.number(), read: z.boolean() })),
    dependencies: z.array(fact({ name: text, version: maybe, locked: maybe, ecosystem: text, dev: z.boolean().optional() })),
    frameworks: z.array(fact({ name: text, version: maybe })),
    settings: z.array(fact({ kind: text, name: text, detail: maybe })),
    routes: z.array(
      fact({ method: text, path: text, handler: maybe, framework: text, query: z.array(fact({ name: text, type: maybe })).optional() }),
    ),
    commands: z.array(
      fact({
        name: text.describe("all words, from the program on"),
        flags: z.array(
          fact({
            name: text,
            short: maybe,
            type: maybe,
            required: z.boolean().optional(),
            default: maybe,
            inherited: z.boolean().optional().describe("holds for the commands below as well"),
          }),
        ),
        arguments: z.array(text),
        registered: z.boolean().describe("some code adds it to the program, or it is the program"),
        framework: text,
      }),
    ),
    types: z.array(
      fact({
        name: text,
        kind: text,
        language: text,
        bases: z.array(text).optional(),
        fields: z.array(z.strictObject({ name: text, type: maybe, optional: z.boolean().optional(), line: z.int() })),
      }),
    ),
    tables: z.array(
      fact({
        name: text,
        columns: z.array(fact({ name: text, type: maybe, nullable: z.boolean().optional() })),
        source: text,
        model: maybe,
      }),
    ),
    events: z.array(fact({ name: text, direction: z.enum(["produced", "consumed"]), system: text })),
    codes: z.array(fact({ code: text, kind: z.enum(["error", "exit", "status"]), name: maybe })),
    mail: z.array(fact({ name: text, deferred: z.boolean() })),
    names: z.array(text).describe("what classes, functions and methods are called"),
    naming: z.array(z.strictObject({ kind: text, style: text, count: z.int(), all: z.int(), exceptions: z.array(fact({ name: text })) })),
    modules: z.array(fact({ name: text, files: z.int(), imports: z.array(text) })),
    sources: z.array(text).describe("paths of the files of code that were read, at most 5,000"),
    tests: z.array(text).describe("paths of the files of tests, at most 2,000"),
    services: z.array(
      fact({ name: text, root: text, routes: z.int(), commands: z.int(), tables: z.int(), types: z.int(), events: z.int() }),
    ),
    unread: z.array(fact({ what: text, why: text })).describe("what could not be read with certainty"),
  })
  .meta({ title: "The facts of a repository's code" });
