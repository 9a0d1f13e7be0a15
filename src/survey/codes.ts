import type { Project } from "./project.ts";
import { dotted, endOf, walk } from "./syntax/tree.ts";

const EXIT =
  /^(?:process\.exit|os\.Exit|sys\.exit|System\.exit|Environment\.Exit|exit|std\.process\.exit|process\.exit|ctx\.exit|typer\.Exit)$/;
const ERROR = /(?:^|_)E(?:RR(?:OR)?)?_[A-Z]|^[A-Z]{2,20}(?:_[A-Z0-9]{2,30}){1,6}$|^[A-Z]{2,6}-?\d{3,5}$/;

/** Codes of errors, by the types and constants that name them, and the statuses that a program ends with. */
export function collectCodes(project: Project): void {
  for (const source of project.sources.values())
    walk(source.tree, (e) => {
      const at = { file: source.path };
      if (
        e.t === "class" &&
        /Error(?:s|Codes?|Types?|Kinds?)?$|ErrCode|ErrorCode|Exception(?:Code|Type)s?$/.test(e.name) &&
        (e.sort === "enum" || e.fields.every(({ fixed }) => fixed))
      )
        for (const { name, value, line } of e.fields)
          project.codes.push({ code: value?.t === "str" ? value.v : name, kind: "error", name: `${e.name}.${name}`, ...at, line });
      else if (e.t === "call" && EXIT.test(dotted(e.fn)) && e.args[0]?.t === "name" && /^\d{1,3}$/.test(e.args[0].v))
        project.codes.push({ code: e.args[0].v, kind: "exit", ...at, line: e.line });
      else if (e.t === "assign" && e.to.t === "name" && /^(?:ERR|Err|E_|ERROR_|EXIT_|Exit)/.test(e.to.v)) {
        if (e.value.t === "str" && ERROR.test(e.value.v))
          project.codes.push({ code: e.value.v, kind: "error", name: e.to.v, ...at, line: e.line });
        else if (e.value.t === "name" && /^\d{1,3}$/.test(e.value.v) && /^(?:EXIT_|Exit)/.test(e.to.v))
          project.codes.push({ code: e.value.v, kind: "exit", name: e.to.v, ...at, line: e.line });
      } else if (e.t === "map")
        for (const { key, value } of e.entries)
          if (["code", "errorCode", "error_code"].includes(endOf(key)) && value.t === "str" && ERROR.test(value.v))
            project.codes.push({ code: value.v, kind: "error", ...at, line: value.line });
    });
}
