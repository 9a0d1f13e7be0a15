import { cpus } from "node:os";

const ms = (value) => (value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${Math.round(value)} ms`);
const mib = (value) => (value > 0 ? `${Math.round(value)} MiB` : "");

/** @returns the page that tells what was measured. */
export function page({ one, sizes, start, installs, bars }) {
  return `# Benchmarks

Written by \`npm run bench\` on Node ${process.versions.node}, ${cpus().length} cores. Whole processes; medians. Times differ from machine to machine, the
ratios much less. The features are made from the worked examples, five documents each, every text and every diagram its own.
What the MCP server takes for each call: [benchmarks of the MCP server](benchmarks-mcp.md).

## Bars

| Ratio | Measured | Bar | |
| --- | ---: | ---: | --- |
${bars.map(({ name, figure, bar, held }) => `| ${name} | ${figure.toFixed(figure < 10 ? 2 : 0)} | ${bar} | ${held ? "held" : "missed"} |`).join("\n")}

## One feature

Of ${one[0].runs} runs, each in a new process. rumdl is started as npm installs it.

| | Wall | CPU | Peak memory |
| --- | ---: | ---: | ---: |
${one.map(({ name, wall, cpu, memory }) => `| ${name} | ${ms(wall)} | ${ms(cpu)} | ${name === "rumdl" ? "" : mib(memory)} |`).join("\n")}
${sizes.map(({ documents, watch }) => `| check --watch, from the save of one among ${documents.toLocaleString("en")} documents to its report | ${ms(watch)} | | |`).join("\n")}
${sizes.map(({ documents, notice }) => `| MCP server, from the save of one among ${documents.toLocaleString("en")} documents to its notice | ${ms(notice)} | | |`).join("\n")}
| MCP server, first answer | ${ms(start.own)} | | |
| a bare MCP server, first answer | ${ms(start.bare)} | | |

## Many features

Parsing alone reads each file and makes its tree, in one thread. The memory of rumdl is not measured.

| Features | Documents | | Wall | CPU | Peak memory | Documents a second |
| ---: | ---: | --- | ---: | ---: | ---: | ---: |
${sizes.flatMap(rowsOf).join("\n")}

## Installed

| | Packages | Size |
| --- | ---: | ---: |
${installs.map(({ name, packages, bytes }) => `| ${name} | ${packages} | ${(bytes / 1e6).toFixed(1)} MB |`).join("\n")}
`;
}

function rowsOf({ features, documents, rows }) {
  return rows.map(
    ({ name, wall, cpu, memory }) =>
      `| ${features} | ${documents} | ${name} | ${ms(wall)} | ${ms(cpu)} | ${name.startsWith("rumdl") ? "" : mib(memory)} | ${Math.round(documents / (wall / 1000))} |`,
  );
}
