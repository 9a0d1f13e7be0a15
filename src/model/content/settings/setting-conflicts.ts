import { isOutput } from "../../../config/config.ts";
import { addTo } from "../../../text/group.ts";
import { nameKey } from "../../../text/names.ts";
import type { AlignedDocument, Model } from "../../types.ts";
import { type Unit, unitNamed } from "../quantities/units.ts";
import { type Setting, settingsOf } from "./settings.ts";

/** Two places that give one option different values. */
export interface SettingConflict {
  said: Setting;
  other: Setting;
}

/** Structures that hold what options set. */
const CONFIGURATION = /config|settings?$|options?$|environment/;

/** @returns the options of the outputs to which every other place that speaks of them gives another value */
export function settingConflicts(model: Model): SettingConflict[] {
  const documents = Object.values(model.documents) as AlignedDocument[];
  if (!documents.some(({ kind, markdown }) => isOutput(kind) && /(?:^|[\s`[(|])--[a-z]/.test(markdown.prose))) return [];
  const owners = new Set(
    [...model.backend.interfaces.map(({ name }) => name), ...model.backend.structures.map(({ name }) => name)].map(nameKey),
  );
  const groups = new Map<string, Setting[]>();
  for (const document of documents)
    for (const setting of settingsOf(document)) {
      if (!setting.name.startsWith("--") && !CONFIGURATION.test(setting.owner)) continue;
      addTo(groups, `${setting.key} ${setting.aspect}`, setting);
    }
  return [...groups.values()].flatMap((group) => (group.some(({ name }) => name.startsWith("--")) ? conflictsIn(group, owners) : []));
}

function conflictsIn(group: readonly Setting[], owners: ReadonlySet<string>): SettingConflict[] {
  const found: SettingConflict[] = [];
  for (const said of group) {
    if (!isOutput(said.document)) continue;
    const alike = group.filter((other) => other !== said && !isExample(other, said) && speakOfOne(said, other, group, owners));
    // What the inputs say, a design does not outvote by saying the other twice.
    const asked = alike.filter(({ document }) => !isOutput(document));
    const others = asked.length > 0 ? asked : alike;
    const [other] = others;
    if (!other || others.some((each) => isSameValue(each, said))) continue;
    if (!found.some((earlier) => earlier.said === other || (earlier.said.value === said.value && earlier.other === other)))
      found.push({ said, other });
  }
  return found;
}

const MEASURED = /^(-?[\d.]+)\s?([a-z]+)$/i;

/** "15 minutes" and "900 s" are one value, and so are "15 minutes" and a 15 of which the unit is not told. */
function isSameValue({ value: a }: Setting, { value: b }: Setting): boolean {
  if (a === b) return true;
  const [first, second] = [measureOf(a), measureOf(b)];
  if (first.unit && second.unit)
    return first.unit.dimension === second.unit.dimension && first.number * first.unit.factor === second.number * second.unit.factor;
  return first.unit !== second.unit && first.number === second.number;
}

function measureOf(value: string): { number: number; unit: Unit | undefined } {
  const [, figures = value, unit = ""] = MEASURED.exec(value) ?? [];
  return { number: Number(figures), unit: unitNamed(unit, !value.includes(" ")) };
}

/** Two commands may have options of one name that differ; what another document says of it is true of one of them. */
function speakOfOne(a: Setting, b: Setting, group: readonly Setting[], owners: ReadonlySet<string>): boolean {
  if (a.document === b.document && a.owner === b.owner) return true;
  const [first, second] = [ownerOf(a, owners), ownerOf(b, owners)];
  if (first !== undefined && second !== undefined && first !== second && a.document === b.document)
    return a.name.startsWith("--") !== b.name.startsWith("--");
  // Another command bears it out.
  return !group.some((each) => each.document === a.document && each.owner !== a.owner && each.value === b.value && each !== b);
}

function ownerOf({ owner }: Setting, owners: ReadonlySet<string>): string | undefined {
  return owners.has(owner) ? owner : undefined;
}

/** A call that an input shows sets an option for this once: that is no default. */
function isExample(other: Setting, said: Setting): boolean {
  return other.used && !said.used && !isOutput(other.document);
}
