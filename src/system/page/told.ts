import { hasWord, nameKey } from "../../text/names.ts";
import type { Benefits, SharedPattern, System } from "../types.ts";
import type { Answers } from "./asked.ts";
import { link, plain, sources, table } from "./markdown.ts";

/** The sections of the overview that join what documents state with what people answer. */

/** Each component with what it does, by what, where, as the documents state it; technology and place else from the answers. */
export function componentTable({ components, details }: System, overview: string, answers: Answers): string {
  const rows = components.map(({ name, key, described }) => {
    const own = details.filter((detail) => nameKey(detail.name) === key);
    const stated = (of: "technology" | "location" | "interfaces") => unique(own.map((detail) => plain(detail[of])));
    return [
      plain(name),
      unique(described.map(({ feature }) => plain(feature.owner))),
      unique(described.map(({ purpose }) => plain(purpose))),
      unique(own.flatMap(({ responsibilities }) => responsibilities.map(plain))),
      stated("technology") || answers(name, "Technology"),
      stated("interfaces"),
      stated("location") || answers(name, "Location"),
      sources(described, overview),
    ];
  });
  return table(["Component", "Owner", "Purpose", "Responsibilities", "Technology", "Interfaces", "Location", "Described in"], rows);
}

/** @returns the components of which no document names technology or place */
export function componentsToAsk({ components, details }: System): string[] {
  const isStated = (key: string) =>
    details.some(({ name, technology, location }) => nameKey(name) === key && technology !== "" && location !== "");
  return components.filter(({ key }) => !isStated(key)).map(({ name }) => name);
}

/** Each pattern that is applied: where, how, what it brings, and an example in the code. */
export function patternTable({ patterns, components }: System, overview: string, answers: Answers, benefits: Benefits): string {
  const rows = patterns.map((pattern) => {
    const applied = pattern.uses.filter(({ applied: isApplied }) => isApplied);
    const declined = pattern.uses.filter(({ applied: isApplied }) => !isApplied);
    return [
      pattern.link ? link(pattern.title, pattern.link, overview) : plain(pattern.title),
      unique([unique(users(applied, components)), sources(applied, overview)], ": "),
      unique(
        applied.map(({ reason }) => plain(reason)),
        "; ",
      ),
      answers(pattern.title, "Benefits") || (applied.length > 0 ? madeFor(benefits(slugOf(pattern))) : ""),
      answers(pattern.title, "Example"),
      sources(declined, overview),
    ];
  });
  return table(["Pattern", "Where used", "Implementation", "Benefits", "Example", "Declined in"], rows);
}

/** The components that apply a pattern, as the reasons name them. */
function users(applied: SharedPattern["uses"], components: System["components"]): string[] {
  return applied.flatMap(({ feature, reason }) =>
    components
      .filter(({ name, described }) => described.some((one) => one.feature.name === feature.name) && hasWord(reason, name))
      .map(({ name }) => plain(name)),
  );
}

function madeFor(fits: string): string {
  return fits === "" ? "" : `made for ${plain(fits)}`;
}

function slugOf({ link: path, title }: SharedPattern): string {
  return path?.split("#")[1] ?? title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

export function patternsToAsk({ patterns }: System): string[] {
  return patterns.filter(({ uses }) => uses.some(({ applied }) => applied)).map(({ title }) => title);
}

/** Each store with the kinds of data in it, why it was chosen, and how long they are kept. */
export function storeTable({ stores }: System, overview: string, answers: Answers): string {
  const rows = stores.map(({ name, owner, users, data, rationale, retention, told }) => [
    plain(data.join(", ")) || answers(name, "Data"),
    plain(name),
    plain(owner),
    users.map(plain).join(", "),
    plain(rationale) || answers(name, "Rationale"),
    plain(retention) || answers(name, "Retention"),
    sources(told, overview),
  ]);
  return table(["Data", "Storage", "Owner", "Used by", "Rationale", "Retention", "Described in"], rows);
}

export function storesToAsk({ stores }: System): string[] {
  return [
    ...new Set(stores.filter(({ data, rationale, retention }) => data.length === 0 || !rationale || !retention).map(({ name }) => name)),
  ];
}

/** Each external system, and whether the feature stands or falls with it. */
export function externalTable({ integrations, critical }: System, overview: string, answers: Answers): string {
  const rows = integrations
    .filter(({ boundary }) => boundary === "external")
    .map((row) => {
      const stated = critical.find(({ system, feature }) => system === row.system && feature.name === row.feature.name)?.text ?? "";
      return [
        plain(row.system),
        sources([row], overview),
        plain(row.mechanism),
        plain(row.purpose),
        plain(row.fallback),
        plain(stated) || answers(row.system, "Critical?"),
      ];
    });
  return table(["System", "Feature", "Interface", "Purpose", "Fallback", "Critical?"], rows);
}

export function systemsToAsk({ integrations, critical }: System): string[] {
  const external = integrations.filter(({ boundary }) => boundary === "external").map(({ system }) => system);
  return [...new Set(external)].filter((name) => !critical.some(({ system }) => system === name));
}

/** The records, then the key design decisions that no record holds: what was chosen, why, and what follows from it. */
export function decisionTable({ records, decisions }: System, overview: string, answers: Answers): string {
  const recorded = records.map((record) => [
    plain(record.title),
    plain(record.supersededBy === undefined ? record.status : `superseded by ${record.supersededBy}`),
    plain(record.outcome),
    plain(record.consequences) || answers(record.title, "Impact"),
    link(record.name || record.file, record.file, overview),
    sources(
      decisions.filter(({ records: linked }) => linked.includes(record.file)),
      overview,
    ),
  ]);
  const others = decisions
    .filter(({ records: linked }) => linked.length === 0)
    .map((decision) => [
      plain(decision.text),
      "no record",
      plain(decision.rationale),
      plain(decision.impact) || answers(decision.text, "Impact"),
      sources([decision], overview),
      "",
    ]);
  return table(["Decision", "Status", "Choice and rationale", "Impact", "Decided in", "Referenced by"], [...recorded, ...others]);
}

/** @returns the accepted records and the decisions without a record of which no document tells the impact */
export function decisionsToAsk({ records, decisions }: System): string[] {
  const recorded = records.filter(({ consequences, status }) => consequences === "" && status === "accepted");
  const others = decisions.filter(({ records: linked, impact }) => linked.length === 0 && impact === "");
  return [...recorded.map(({ title }) => title), ...others.map(({ text }) => text)];
}

/** Each flow with its messages as numbered steps. */
export function flowSteps({ steps }: System, overview: string): string {
  const told = steps.map(({ name, feature, place, steps: own }) => {
    const source = link(feature.name.slice(feature.name.indexOf("/") + 1), place.file, overview);
    const lines = own.map(
      ({ from, to, text }, index) => `${index + 1}. ${plain(from)} to ${plain(to)}${text === "" ? "" : `: ${plain(text)}`}`,
    );
    return [`**${plain(name)}** (${source})`, lines.length > 0 ? lines.join("\n") : "Its steps are not drawn."].join("\n\n");
  });
  return told.length > 0 ? told.join("\n\n") : "No feature states any.";
}

/** How entities relate, as the data designs draw them. */
export function relationTable({ relations }: System, overview: string): string {
  return table(
    ["Entity", "Related to", "How", "Drawn in"],
    relations.map((relation) => [`\`${relation.from}\``, `\`${relation.to}\``, plain(relation.text), sources([relation], overview)]),
  );
}

/** What the features state for the security review, topic by topic. */
export function securityTable({ security }: System, overview: string): string {
  return table(
    ["Topic", "Stated", "Feature"],
    security
      .toSorted((a, b) => (a.topic < b.topic ? -1 : Number(a.topic > b.topic)))
      .map((note) => [plain(note.topic), plain(note.text), sources([note], overview)]),
  );
}

function unique(texts: readonly string[], separator = ", "): string {
  return [...new Set(texts.filter(Boolean))].join(separator);
}
