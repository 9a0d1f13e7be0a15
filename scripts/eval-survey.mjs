// Reads the fixtures of every framework; with a folder and a list of routes, an extractor's own fixtures as well:
//   npm run eval:survey -- <folder of a repository> <list of expectations as JSON> [only these]
//   npm run eval:survey -- --applications <folder of files of JSON, one for each application that a person has counted> [only these]
import { withModule } from "./run-typescript.mjs";

await withModule("tests/survey/eval/main.ts", async ({ main }) => {
  const isGood = await main(process.argv.slice(2), (line) => console.log(line));
  if (!isGood) process.exitCode = 1;
});
