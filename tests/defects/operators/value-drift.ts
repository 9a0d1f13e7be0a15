import { isOutput } from "../../../src/config/config.ts";
import type { Model } from "../../../src/core.ts";
import { nearnessOf } from "../../../src/model/content/comparing/nearness.ts";
import { agree, type Said } from "../../../src/model/content/comparing/said.ts";
import { contentOf } from "../../../src/model/content/read.ts";
import { type Setting, settingsOf } from "../../../src/model/content/settings/settings.ts";
import { subjectStem } from "../../../src/model/content/stems.ts";
import type { Choice, Quantity } from "../../../src/model/content/types.ts";
import { outputs } from "../../../src/model/query.ts";
import type { AlignedDocument } from "../../../src/model/types.ts";
import { HERE, insert, mutant, replace } from "../edit.ts";
import { stretch } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** What an output says as another document does, so nearly in the same words that nobody would doubt it. */
function* saidTwice<T extends Said>(model: Model, all: readonly T[]): Generator<{ said: T; document: AlignedDocument; twin: T }> {
  const nearness = nearnessOf(contentOf(model));
  for (const document of outputs(model))
    for (const said of all) {
      if (said.passage.document !== document.kind || said.passage.aside) continue;
      // A field's rules are held against the contracts by another check.
      if (said.passage.keys.some((key) => /^row:.+\..+/.test(key))) continue;
      // What stands twice in one line is still said there.
      if (
        all.some(
          (other) =>
            other !== said &&
            other.place.line === said.place.line &&
            other.place.file === said.place.file &&
            other.dimension === said.dimension &&
            agree(other, said),
        )
      )
        continue;
      const twins = all.filter(
        (other) =>
          other.passage.document !== document.kind &&
          !other.passage.aside &&
          other.dimension === said.dimension &&
          agree(said, other) &&
          nearness.of(said, other) > 12,
      );
      const [twin] = twins;
      // Which of two outputs is wrong, nobody knows where no third place tells.
      if (twin && (twins.length > 1 || !isOutput(twin.passage.document))) yield { said, document, twin };
    }
}

function* change(model: Model, wanted: (quantity: Quantity) => boolean, other: (text: string) => string | undefined): Generator<Mutant> {
  const quantities = contentOf(model).quantities.filter((quantity) => wanted(quantity) && !["bare", "clock"].includes(quantity.dimension));
  for (const { said, document } of saidTwice(model, quantities)) {
    const span = stretch(document, said.place);
    const text = document.markdown.text.slice(span.start, span.end);
    const changed = other(text);
    if (changed !== undefined && changed !== text) yield mutant(`"${changed}" for "${text}"`, [document, replace(span, HERE + changed)]);
  }
}

const figure = (text: string, by: (value: number) => number) =>
  /\d[\d,]*/.test(text) ? text.replace(/\d[\d,]*/, (digits) => String(by(Number(digits.replaceAll(",", ""))))) : undefined;

const isMeasure = ({ dimension }: Quantity) => ["time", "size", "percent", "rate"].includes(dimension);

function* swapWord(model: Model, words: Readonly<Record<string, string>>): Generator<Mutant> {
  const choices: Choice[] = contentOf(model).choices;
  for (const { said, document } of saidTwice(model, choices)) {
    const instead = words[said.text.toLowerCase()];
    const span = stretch(document, said.place);
    if (instead) yield mutant(`"${instead}" for "${said.text}"`, [document, replace(span, HERE + instead)]);
  }
}

/** A sentence counts one more of what the backend design describes. */
function* miscount(model: Model): Generator<Mutant> {
  const design = model.documents["backend-design"];
  if (!design) return;
  for (const { passage, dimension, nouns, place } of contentOf(model).quantities) {
    const { start } = stretch(design, place);
    if (passage.document !== "backend-design" || dimension !== "count" || !COUNTED.includes(nouns[0] ?? "")) continue;
    if (!/\b[Aa]ll\s\S+\s[a-z]/.test(passage.text)) continue;
    const text = design.markdown.text.slice(start, start + 40);
    const changed = text.replace(/^[a-z]+/, "twenty");
    if (changed !== text) yield mutant(`"${changed}" for "${text}"`, [design, replace({ start, end: start + 40 }, HERE + changed)]);
  }
}

const COUNTED = ["structures", "endpoints", "commands", "events", "codes"].map(subjectStem);

/** An option gets another default or range in one of the places that give it. */
function* changeSetting(model: Model, aspect: Setting["aspect"]): Generator<Mutant> {
  const design = model.documents["backend-design"];
  if (!design) return;
  const all = (Object.values(model.documents) as AlignedDocument[]).flatMap(settingsOf);
  for (const setting of settingsOf(design)) {
    const others = all.filter((other) => other.key === setting.key && other.aspect === aspect && other.place.line !== setting.place.line);
    if (
      setting.aspect !== aspect ||
      !/^\d/.test(setting.value) ||
      !setting.name.startsWith("--") ||
      !others.some(({ value }) => value === setting.value)
    )
      continue;
    const { start } = stretch(design, setting.place);
    const at = design.markdown.text.indexOf(setting.value, start);
    const changed = String(Number(setting.value) * 3 + 1);
    yield mutant(`${setting.name} ${aspect} ${changed} for ${setting.value}`, [
      design,
      replace({ start: at, end: at + setting.value.length }, HERE + changed),
    ]);
  }
}

/** A statement bounds the text of a field, and the field has another upper end. */
function* otherEnd(model: Model): Generator<Mutant> {
  const { prd, "backend-design": design } = model.documents;
  const [requirement] = model.requirements;
  if (!prd || !design || !requirement) return;
  const { end } = stretch(prd, requirement.place);
  const dot = prd.markdown.text[end - 1] === "." ? end - 1 : end;
  for (const { fields, name } of model.backend.structures)
    for (const { name: field, place, validation } of fields) {
      if (!/^at most \d+ characters$/.test(validation)) continue;
      const at = design.markdown.text.indexOf(validation, stretch(design, place).start);
      yield mutant(
        `another upper end of ${name}.${field}`,
        [prd, insert(dot, `, with a ${field} of 17 to 900 characters`)],
        [design, replace({ start: at, end: at + validation.length }, `${HERE}17 to 350 characters`)],
      );
    }
}

/** A row says in bytes what it says otherwise in megabytes. */
function* otherBytes(model: Model): Generator<Mutant> {
  const design = model.documents["backend-design"];
  if (!design) return;
  for (const { fields, name } of model.backend.structures) {
    const [field] = fields;
    const start = field ? design.markdown.text.lastIndexOf("\n", stretch(design, field.place).start) + 1 : 0;
    if (!field || !design.markdown.text.startsWith(`| \`${name}\` | \`${field.name}\``, start)) continue;
    const row = `| \`${name}\` | \`scan_bytes\` | integer | no | 1 to 9437184 | At most 4 MB of the scan |\n`;
    yield mutant(`two sizes of ${name}.scan_bytes`, [design, insert(start, HERE + row)]);
  }
}

const PRODUCTS: Readonly<Record<string, string>> = { PostgreSQL: "MySQL", RabbitMQ: "Kafka", Kafka: "RabbitMQ" };

/** A sentence names another product than all other places. */
function* otherProduct(model: Model): Generator<Mutant> {
  const { choices } = contentOf(model);
  for (const { text, dimension, passage, place } of choices) {
    const document = model.documents[passage.document];
    const instead = PRODUCTS[text];
    const places = choices.filter((other) => other.dimension === dimension && other.passage !== passage && !other.passage.aside);
    if (places.length < 4 || places.some((other) => other.text !== text)) continue;
    if (!["database", "broker"].includes(dimension) || !document || !isOutput(passage.document) || passage.aside || !instead) continue;
    // Nodes, components and stacks have names of their own.
    if (
      /-->|participant|\bor\b|\bfrom\b/.test(passage.text) ||
      /^\W{0,3}\w+ \d/.test(document.markdown.text.slice(stretch(document, place).start))
    )
      continue;
    yield mutant(`${instead} for ${text} in ${passage.document}`, [document, replace(stretch(document, place), HERE + instead)]);
  }
}

export default defineOperators("value-drift", [
  // Of a document that no longer says what another one does, more may be doubted.
  {
    name: "raise-measure",
    alsoExpected: ["value-drift"],
    apply: (model) => change(model, isMeasure, (text) => figure(text, (value) => value + Math.ceil(value / 2))),
  },
  {
    name: "halve-measure",
    alsoExpected: ["value-drift"],
    apply: (model) => change(model, isMeasure, (text) => figure(text, (value) => Math.floor(value / 2) || 3)),
  },
  {
    name: "change-count",
    apply: (model) =>
      change(
        model,
        ({ dimension }) => dimension === "count",
        (text) => figure(text, (value) => value * 2 + 1),
      ),
  },
  {
    name: "change-unit",
    alsoExpected: ["value-drift"],
    apply: (model) =>
      change(
        model,
        ({ dimension }) => dimension === "time",
        (text) =>
          /\bhours?\b/.test(text)
            ? text.replace(/\bhours?\b/, "days")
            : text.replace(/\bminutes?\b/, "hours").replace(/\bseconds?\b/, "minutes"),
      ),
  },
  {
    name: "change-version",
    apply: (model) =>
      change(
        model,
        ({ dimension }) => dimension.startsWith("version:"),
        (text) => text.replace(/\d+(?=\D*$)/, (last) => String(Number(last) + 2)),
      ),
    alsoExpected: ["unknown-technology", "undeclared-component", "unreachable-node"],
  },
  {
    name: "swap-opposites",
    apply: (model) =>
      swapWord(model, {
        sliding: "fixed",
        "cursor-based": "offset-based",
        "newest first": "oldest first",
        "the newest": "the oldest",
        "insert-only": "updatable",
      }),
  },
  { name: "other-product", apply: otherProduct, alsoExpected: ["value-drift", "picture-mismatch"] },
  { name: "other-end", apply: otherEnd, alsoExpected: ["contract-mismatch", "entity-mismatch", "value-drift"] },
  {
    name: "other-bytes",
    apply: otherBytes,
    alsoExpected: ["contract-mismatch", "entity-mismatch", "naming-convention", "missing-literal", "line-count"],
  },
  { name: "miscount", apply: miscount, alsoExpected: ["value-drift"] },
  { name: "change-default", apply: (model) => changeSetting(model, "value"), alsoExpected: ["contract-mismatch", "value-drift"] },
  { name: "change-range", apply: (model) => changeSetting(model, "most"), alsoExpected: ["contract-mismatch", "value-drift"] },
]);
