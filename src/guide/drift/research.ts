import { routeMeant } from "../../model/survey/code-index.ts";
import { ENDPOINT } from "./routes.ts";
import type { Compared, Found } from "./types.ts";

/** Routes that a research report links to a line of the code, and that the code no longer has. */
export function researchDrifts({ model, survey }: Compared): Found[] {
  return model.research.existingInterfaces.flatMap(({ cells, place }): Found[] => {
    const all = Object.values(cells);
    const [, method, path] = ENDPOINT.exec(all.map(({ text }) => text).join(" ")) ?? [];
    // Routes of other systems stand in a report as well: what is linked to a line of this code is of this code.
    const isLinked = all.some(({ source }) => /#L\d/.test(source ?? ""));
    if (!method || !path || !isLinked || routeMeant(survey.routes, method, path)) return [];
    return [
      {
        kind: "input-without-code",
        subject: `${method} ${path}`,
        text: `${method} ${path} stands in the research report, and the code has no such route`,
        design: { file: place.file, line: place.line },
        certain: false,
        names: [`${method} ${path}`, path],
      },
    ];
  });
}
