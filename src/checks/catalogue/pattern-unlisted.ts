import { fileName } from "../../text/shorten.ts";
import { defineCatalogueCheck } from "../define.ts";

export default defineCatalogueCheck({
  id: "pattern-unlisted",
  category: "catalogue",
  severity: "error",
  messages: {
    "no-index": { text: "Expected a README.md that lists the patterns.", advice: "Write it with `groundplan patterns index`." },
    unlisted: {
      text: 'Expected the pattern "{title}" in the catalogue\'s README.md.',
      advice: "Write the page anew with `groundplan patterns index`.",
    },
    gone: {
      text: "Unexpected link to {url} in the catalogue's README.md: there is no such pattern.",
      advice: "Write the page anew with `groundplan patterns index`.",
    },
  },
  *inspect({ files, index }) {
    const [first] = files;
    if (!first) return;
    if (!index) {
      yield { message: "no-index", place: { file: first.file.replace(/(?<![^/])[^/]*$/, "README.md"), line: 1, column: 1 } };
      return;
    }
    const urls = new Set(files.flatMap(({ file, entries }) => entries.map(({ pattern }) => `${fileName(file)}#${pattern.slug}`)));
    const documents = new Set(files.flatMap(({ file, form }) => (form === "document" ? [fileName(file)] : [])));
    const isDocument = (url: string) => documents.has(url.slice(0, url.indexOf("#")));
    // A document is one pattern, so that a link to its file lists it.
    const listed = new Set(index.links.flatMap((url) => [url, url.split("#")[0] ?? ""]));
    for (const { file, entries } of files)
      for (const { pattern } of entries)
        if (!listed.has(pattern.form === "document" ? fileName(file) : `${fileName(file)}#${pattern.slug}`))
          yield { message: "unlisted", place: pattern.place, arguments: { title: pattern.title } };
    for (const url of index.links)
      if (/^[\w.-]+\.md#/.test(url) && !urls.has(url) && !isDocument(url))
        yield { message: "gone", place: { file: index.file, line: 1, column: 1 }, arguments: { url } };
  },
});
