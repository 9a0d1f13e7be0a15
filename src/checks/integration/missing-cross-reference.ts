import { allAlignments, outputs, topOf } from "../../model/query.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "missing-cross-reference",
  category: "integration",
  severity: "error",
  messages: {
    missing: {
      text: "Expected a link to {target}.",
      advice: 'Add it to the section "Related Documents", for example `- [{name}]({target})`.',
    },
  },
  *run(model) {
    for (const document of outputs(model)) {
      const linked = new Set(model.links.filter((link) => link.document === document.kind).map(({ path }) => path));
      const related = allAlignments(document).find(({ template }) => template.facts === "related-documents")?.sections[0];
      for (const other of Object.values(model.documents)) {
        if (other.kind === document.kind || linked.has(other.file)) continue;
        const target = other.file.slice(model.feature.folder.length + 1);
        yield {
          message: "missing",
          place: related ? document.place(related.heading) : topOf(document.file),
          arguments: { target, name: other.template.title },
        };
      }
    }
  },
});
