// Whether what a PRD states stands in the draft, and in a section where a reader looks for it.

const ANSWERING = [
  "Component Details",
  "Data Flow",
  "Integration Points",
  "DTO / Data Structures",
  "Interface Specifications",
  "Error Handling",
  "Pagination",
  "Rate Limiting",
  "Versioning",
  "Cross-Domain Alignment",
  "Architecture Overview",
];
/** Where a reader looks for each kind of statement; a coverage table only lists. */
const RIGHT = {
  functional: ANSWERING,
  story: ANSWERING,
  criterion: ANSWERING,
  "non-functional": [...ANSWERING, "Technical Risks & Mitigations"],
  question: ["Departures and Open Questions"],
};
const CALL = /\b(?:GET|POST|PUT|PATCH|DELETE) \/\S/;
const OF_CALLS = ["Interface Specifications", "DTO / Data Structures", "Error Handling", "Data Flow"];
/** So much of a statement's words makes it stand: sentences are cut at their ends. */
const SHARE = 0.55;
const LEAST_WORDS = 5;
const COMMON = new Set(
  "that this with from when then must shall should will have been each every only their they them into over after before within without other than given user users system".split(
    " ",
  ),
);

/**
 * @param label a labelled statement: `line`, `kind`, `note`
 * @returns whether one place of a right section holds most of its words
 */
export function stands(label, prd, sections) {
  const text = textOf(label, prd);
  const words = wordsOf(text);
  if (words.size === 0) return true;
  const right = CALL.test(text) ? OF_CALLS : (RIGHT[label.kind] ?? ANSWERING);
  return sections.some(
    ({ section, body }) => right.includes(section) && placesIn(section, body).some((place) => share(words, place) >= SHARE),
  );
}

function share(words, place) {
  const there = wordsOf(place);
  return [...words].filter((word) => there.has(word)).length / words.size;
}

/** A flow is read as a whole, anything else line by line, an item with what stands below it. */
function placesIn(section, body) {
  if (section === "Data Flow") return body.split(/^### /m);
  return body.split(/\n(?=\S)/);
}

/** The line of a statement and those that its note names; a title or an opening is read on. */
function textOf({ line, note = "" }, prd) {
  const lines = prd.split(/\r?\n/);
  const named = Array.from(note.matchAll(/\b(?:line|lines|at|on)\s(?:line\s)?(\d{1,5})/gi), ([, each]) => Number(each));
  let text = [line, ...named].map((each) => lines[each - 1] ?? "").join(" ");
  for (let at = line; at < line + 4 && wordsOf(text).size < LEAST_WORDS; at++) text += ` ${lines[at] ?? ""}`;
  return text;
}

function wordsOf(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]{3,}/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)).map((word) => word.replace(/(?:es|s|ed|ing)$/, "")));
}
