import type { InterfaceKind } from "../../config/config.ts";
import type { Model } from "../../model/types.ts";
import { actorsIn } from "./actors.ts";
import { componentsIn } from "./components.ts";
import { riskKind } from "./concerns.ts";
import { errorsIn } from "./errors.ts";
import { flowsIn } from "./flows.ts";
import { interfacesIn } from "./interfaces.ts";
import { remarksBelow, remarksOf, saidIn } from "./said.ts";
import { stackIn } from "./stack.ts";
import { steppedFlows } from "./steps.ts";
import { structuresIn } from "./structures.ts";
import { systemsIn } from "./systems.ts";
import { technologiesIn } from "./technologies.ts";
import { toldFlows } from "./told-flows.ts";
import type {
  Remark,
  Said,
  StatedComponent,
  StatedError,
  StatedFlow,
  StatedInterface,
  StatedRisk,
  StatedStructure,
  StatedSystem,
  StatedTechnology,
} from "./types.ts";

/** What the inputs state for the sections of both documents, each row with its source. */
export interface Stated {
  said: Said[];
  interfaces: StatedInterface[];
  structures: StatedStructure[];
  errors: StatedError[];
  actors: string[];
  components: StatedComponent[];
  flows: StatedFlow[];
  systems: StatedSystem[];
  technologies: StatedTechnology[];
  /** The layers that the PRD lists itself, in its words. */
  stack: StatedTechnology[];
  risks: StatedRisk[];
  assumptions: Remark[];
  /** The kinds of interface that what is stated makes out; empty where it is open. */
  kinds: InterfaceKind[];
}

const KNOWN = new WeakMap<Model, Stated>();

/** @returns what the inputs of a feature state for each section of its outputs; read once for a model */
export function statedIn(model: Model): Stated {
  const known = KNOWN.get(model) ?? gather(model);
  KNOWN.set(model, known);
  return known;
}

function gather(model: Model): Stated {
  const said = saidIn(model);
  const interfaces = interfacesIn(model, said);
  const actors = actorsIn(model, said);
  const components = componentsIn(model, said, interfaces);
  const assumptions = remarksBelow(model, /\bassum/i);
  const built = remarksBelow(
    model,
    /\b(?:solution|architecture|implementation|technical|approach|design|constraints?|depends on|dependenc|unit description|scope)\b/i,
  );
  const technologies = technologiesIn([...said, ...assumptions, ...built]);
  const systems = systemsIn(model, said, technologies);
  const stepped = steppedFlows(toldFlows(model), [...systems, ...tabled(model)], components, actors);
  return {
    said,
    interfaces,
    structures: structuresIn(model, said, interfaces),
    errors: errorsIn(said),
    actors,
    components,
    flows: [...stepped, ...flowsIn(said, actors, components, interfaces, systems)],
    systems,
    technologies,
    stack: stackIn(model),
    risks: risksIn(model, said),
    assumptions,
    kinds: kindsOf(model, interfaces),
  };
}

/** The systems of the PRD's table of integrations, by its first column. */
function tabled({ integrations }: Model): StatedSystem[] {
  return integrations.flatMap(({ cells, place }) => {
    const name = Object.values(cells)[0]?.text ?? "";
    return name === "" ? [] : [{ name, internal: false, purpose: "", fallback: "", sources: [{ file: place.file, line: place.line }] }];
  });
}

/** A row of names in code, side by side, asks for nothing. */
const asks = (text: string) => (text.replace(/`[^`]{1,200}`/g, " ").match(/[\p{L}\p{N}]{2,}/gu) ?? []).length > 2 || !text.includes("`");

/** The risks that the PRD lists; where it lists none, what is asked of how well it works is what may go wrong. */
function risksIn(model: Model, said: readonly Said[]): StatedRisk[] {
  const listed = remarksOf(model, ["risk"]).map(
    (one): StatedRisk => ({ text: one.text, kind: riskKind(one), source: one.source, listed: true }),
  );
  if (listed.length > 0) return listed;
  return said
    .filter((one) => one.kind === "non-functional" && !/^ADR[- ]\d/.test(one.text) && asks(one.text))
    .map((one) => ({ text: one.text, kind: riskKind(one), source: one.source }));
}

/** What is agreed in the contracts is offered as much as what the PRD names. */
function kindsOf({ interfaceKinds, contracts }: Model, interfaces: readonly StatedInterface[]): InterfaceKind[] {
  if (interfaceKinds.length > 0) return [...interfaceKinds];
  const kinds = new Set([...contracts.interfaces, ...interfaces].map(({ kind }) => kind));
  const called = (["api", "cli", "service"] as const).filter((kind) => kinds.has(kind));
  // Functions are told of in most features; they are what it offers only where it offers nothing else.
  return called.length > 0 ? called : kinds.has("library") ? ["library"] : [];
}
