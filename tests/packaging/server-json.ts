import * as z from "zod";

const NO_RANGE = /^(?![\^~<>=])(?!.*(?:\.[x*](?:$|\.))).+$/;

const Argument = z
  .strictObject({ type: z.enum(["positional", "named"]), name: z.string().optional(), value: z.string().optional() })
  .refine(
    ({ type, name, value }) => (type === "named" ? name !== undefined : value !== undefined),
    "a named argument has a name, another a value",
  );

/** The rules of the registry's schema of 2025-12-11 for what groundplan uses of it; a key that we do not use is an error. */
export const ServerJson = z.strictObject({
  $schema: z.literal("https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json"),
  name: z
    .string()
    .min(3)
    .max(200)
    .regex(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/),
  title: z.string().min(1).max(100),
  description: z.string().min(1).max(100),
  version: z.string().max(255).regex(NO_RANGE),
  packages: z
    .array(
      z.strictObject({
        registryType: z.enum(["npm", "pypi", "oci", "nuget", "mcpb"]),
        identifier: z.string().min(1),
        version: z
          .string()
          .regex(NO_RANGE)
          .refine((version) => version !== "latest"),
        runtimeHint: z.string(),
        runtimeArguments: z.array(Argument),
        packageArguments: z.array(Argument),
        transport: z.strictObject({ type: z.literal("stdio") }),
      }),
    )
    .min(1),
});
