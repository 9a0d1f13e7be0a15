// Holds a design of what a public repository has against its history, and against seeded changes:
//   npm run eval:drift -- <repository> <expression for the paths of files in which interfaces stand>
import { withModule } from "./run-typescript.mjs";

await withModule("tests/drift/eval/main.ts", async ({ main }) => {
  const isGood = await main(process.argv.slice(2), (line) => console.log(line));
  if (!isGood) process.exitCode = 1;
});
