import type { Survey } from "../../survey/types.ts";
import { pairNames } from "./members.ts";
import type { Compared, Found, LineOf } from "./types.ts";

type Code = Survey["codes"][number];

/** Holds the error codes of a design against those of the code, where the code has more than one of them: else they are not built yet. */
export function codeDrifts({ model, survey, past }: Compared): Found[] {
  const designed = model.backend.errors.map(({ code, place }) => ({ name: code.replaceAll("`", ""), place }));
  const codes = new Map(survey.codes.filter(({ kind }) => kind === "error").map((one) => [one.code, { ...one, name: one.code }]));
  const names = new Set(designed.map(({ name }) => name));
  const built = [...codes.values()].filter(({ code }) => names.has(code));
  if (built.length < 2) return [];
  // Codes of others may stand in the same file: only where most are of this design is one that it does not name a surprise.
  const files = new Set(built.map(({ file }) => file));
  const isOurs = ({ file }: Code) => files.has(file) && count(built, file) * 2 > count([...codes.values()], file);
  const isNew = ({ code }: Code) => !past?.codes.some((one) => one.code === code);
  const others = [...codes.values()].filter((one) => !names.has(one.code) && isOurs(one) && isNew(one));
  const { missing, extra, renamed } = pairNames(designed, [...built, ...others]);
  const line = ({ file, line: at }: LineOf): LineOf => ({ file, line: at });
  return [
    ...renamed.map(
      (pair): Found => ({
        kind: "built-otherwise",
        subject: pair.designed.name,
        text: `error code ${pair.designed.name} is designed, the code has ${pair.built.name}`,
        design: line(pair.designed.place),
        code: line(pair.built),
        certain: false,
        names: [pair.designed.name, pair.built.name],
      }),
    ),
    ...missing.map(({ name, place }): Found => {
      const was = past?.codes.some(({ code }) => code === name) ?? false;
      return {
        kind: was ? "removed" : "not-built",
        subject: name,
        text: `error code ${name} is designed, and the code ${was ? "has it no longer" : "has none like it"}`,
        design: line(place),
        certain: false,
        names: [name],
      };
    }),
    ...extra.map(
      (one): Found => ({
        kind: "not-designed",
        subject: one.name,
        text: `error code ${one.name} is in the code, and the design does not name it`,
        design: line(model.backend.errors[0]?.place ?? one),
        code: line(one),
        certain: false,
        names: [one.name],
      }),
    ),
  ];
}

function count(codes: readonly Code[], file: string): number {
  return codes.filter((one) => one.file === file).length;
}
