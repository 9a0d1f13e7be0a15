const LARGE = 1000;

/** Holds what was measured against the bars; those that need a size that was not measured are left out. */
export function judge({ one, sizes, start }) {
  const at = (features, name) => sizes.find((size) => size.features === features)?.rows.find((row) => row.name === name);
  const single = (name) => one.find((row) => row.name === name);
  const [first, second] = [at(LARGE, "groundplan, first run"), at(LARGE, "groundplan, second run")];
  const most = sizes.at(-1);
  const few = sizes.find(({ features }) => features === 100);
  const each = ({ rows, documents }) => rows[0].wall / documents;
  const bars = [
    [
      "cold check of one unchanged feature, to rumdl through npm",
      single("groundplan check, nothing changed").wall / single("rumdl").wall,
      1.3,
    ],
    ["first answer over MCP, to a bare server", start.own / start.bare, 1.2],
    [`a watch's report on one changed document among ${most.documents.toLocaleString("en")}, ms`, most.watch, 50],
    [`the MCP server's notice of one changed document among ${most.documents.toLocaleString("en")}, ms`, most.notice, 50],
    ...(first
      ? [
          ["first run on 1,000 features, to markdownlint-cli2", first.wall / at(LARGE, "markdownlint-cli2").wall, 0.1],
          ["first run on 1,000 features, to rumdl", first.wall / at(LARGE, "rumdl, first run").wall, 1],
          ["second run on 1,000 features, to rumdl", second.wall / at(LARGE, "rumdl, second run").wall, 0.5],
          ["second run on 1,000 features, to the first", second.wall / first.wall, 0.1],
          [`a document among ${most.documents.toLocaleString("en")}, to one among 500`, each(most) / each(few), 1.15],
          [`peak memory on ${most.features.toLocaleString("en")} features, MiB`, most.rows[0].memory, 256],
        ]
      : []),
  ];
  return bars.map(([name, figure, bar]) => ({ name, figure, bar, held: figure <= bar }));
}
