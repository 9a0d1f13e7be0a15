import type { Catalogue } from "../context/types.ts";

/** The page that lists a catalogue: its figures, and every pattern by category. */
export function catalogueIndex({ files }: Catalogue): string {
  const entries = files.flatMap((file) =>
    file.entries.map((entry) => ({ ...entry, file, category: String(file.frontMatter.category ?? "") })),
  );
  const categories = [...new Set(entries.map(({ category }) => category))].sort();
  const active = entries.filter(({ pattern }) => pattern.status === "current").length;
  const latest =
    files
      .map(({ frontMatter }) => String(frontMatter.last_updated ?? ""))
      .sort()
      .at(-1) ?? "";
  const name = (path: string) => path.slice(path.lastIndexOf("/") + 1);
  const parts = categories.map((category) => {
    const rows = entries
      .filter((entry) => entry.category === category)
      .map(({ pattern, file }) => {
        const fits = pattern.status === "deprecated" ? `deprecated; ${pattern.fits}` : pattern.fits;
        return `| [${pattern.title}](${name(file.file)}#${pattern.slug}) | ${fits} |`;
      });
    return `## ${category}\n\n| Pattern | Fits |\n| --- | --- |\n${rows.join("\n")}`;
  });
  const figures = `| Patterns | Active | Deprecated | Categories | Last major update |\n| --- | --- | --- | --- | --- |\n| ${entries.length} | ${active} | ${entries.length - active} | ${categories.length} | ${latest} |`;
  return `# Patterns\n\nThe catalogue that designs link to. Written by \`groundplan patterns index\`: edit the patterns, not this page.\n\n${figures}\n\n${parts.join("\n\n")}\n`;
}
