import type { TemplateSection } from "../../context/types.ts";
import { family } from "../../model/documents/families.ts";
import { readSecurityNotes, type SecurityNote } from "../../model/security-notes.ts";
import { shorten } from "../../text/shorten.ts";
import { defineCheck } from "../define.ts";

/** What a security review asks of every design: how it is called, how a label names it, what speaks of it in running text. */
const TOPICS = [
  {
    topic: "authentication",
    label: /authentic|authentifi|autentic|autenti[fc]|\bauthn\b|sign[- ]?in|log[- ]?in|\bidentit|аутентиф|认证|身份|認証/i,
    words:
      /authentic|\bauthn\b|\bsign(?:s|ed)?[- ]in\b|\blog(?:s|ged)?[- ]?in\b|\btokens?\b|oauth|oidc|\bsaml\b|\bmtls\b|mutual tls|api keys?\b|\bjwt\b|kerberos|credential|password/i,
  },
  {
    topic: "authorization",
    label: /authori[sz]|autoris|autoriz|\bauthz\b|permission|access control|access rights|\broles?\b|berechtig|авториз|授权|認可/i,
    words:
      /authori[sz]|\bauthz\b|permission|\broles?\b|\brbac\b|\babac\b|access control|\bmay\b|\bonly\b|\bprivileges?\b|\bscopes?\b|allowed/i,
  },
  {
    topic: "data protection",
    label:
      /data (?:protection|privacy|security)|privacy|encrypt|confidential|datenschutz|protection des donn|protecci[oó]n de datos|protezione dei dati|prote[cç][aã]o de dados|защит|数据保护|データ保護/i,
    words:
      /data protection|encrypt|privacy|personal|\bpii\b|\bgdpr\b|\bmask|\btls\b|at rest|in transit|redact|sensitive|secret|confidential|hashed/i,
  },
  {
    topic: "input validation",
    label: /input|validat|validier|eingabe|entr[ée]e|entrada|convalida|sanitis|sanitiz|валидац|输入|入力/i,
    words: /\binputs?\b|validat|sanitis|sanitiz|\bschemas?\b|escape|malformed|unknown fields|injection|at most \d|\bpatterns?\b/i,
  },
] as const;

/** What is left of "Standard security practices apply." without these says nothing to a reviewer. */
const EMPTY = new Set(
  `a all an and any apply applied applies approach appropriate appropriately are as at authenticate authenticated authenticates
  authentication authorisation authorised authorization authorize authorized be been being best by call callers checked common company
  concern concerns consider consideration considerations considered correctly current data default define defined done e each ensure
  ensured every existing expected follow followed follows for g given guidelines handle handled here i important in industry input inputs is issue issues
  it its known later like measure measures mechanism mechanisms moment must n na necessary need needed needs no none normal not note
  notes nothing now of ok okay on our particular policies policy practice practices procedure procedures proper properly protect
  protected protection provided regular relevant require required requirement requirements review rule rules s same secure secured
  securely security see seriously shall should special specific specified standard standards state such sufficient sufficiently take taken tba tbd that the
  there these they this time to todo typical use used user users usual validate validated validates validation way we well when where
  will with yes yet adequate adequately additional extra further etc other applicable always`
    .split(/\s+/)
    .filter(Boolean),
);
const NONE = /^\W*(?:none|no|nothing|not|n\/a|keine?|nichts|aucune?|ninguna?|nessuna?)\b/i;

export default defineCheck({
  id: "unstated-security",
  category: "completeness",
  severity: "error",
  messages: {
    unstated: {
      text: "Expected {topic} in the security notes.",
      advice: "State the requirement for the security review, or write `{label}: none`, with the reason why there is nothing to review.",
    },
    filler: {
      text: 'Unexpected filler in the security notes: "{found}".',
      advice: "State what has to hold: who proves what to whom, who may do what, which data is protected how, which input is refused.",
    },
    unreasoned: {
      text: 'Expected the reason behind "{found}" in the security notes.',
      advice: "Say why there is nothing to review, as in `none: the library opens no connection`.",
    },
  },
  *run({ documents }) {
    const document = documents["backend-design"];
    const notes = readSecurityNotes(document);
    if (!document || notes.length === 0) return;
    const asked = family(document, "security");
    for (const { label, text, place } of notes) {
      if (!saysNothingNew(text)) continue;
      const found = shorten([label, text].filter(Boolean).join(": "), 60);
      yield { message: NONE.test(text) && label !== "" ? "unreasoned" : "filler", place, arguments: { found } };
    }
    for (const { template, sections } of asked) {
      const [section] = sections;
      if (!section) continue;
      for (const { topic, label, words } of topicsOf(template))
        if (!notes.some((note) => isOn(note, label, words)))
          yield {
            message: "unstated",
            place: document.place(section.heading),
            arguments: { topic, label: topic.charAt(0).toUpperCase() + topic.slice(1) },
          };
    }
  },
});

/** A team whose template asks for less has decided so. */
function topicsOf({ parts, guidance }: TemplateSection) {
  const asked = [guidance, ...parts.flatMap((part) => ("hint" in part ? [part.hint] : "hints" in part ? part.hints : []))].join(" ");
  return TOPICS.filter(({ label }) => label.test(asked));
}

/** A label says what a note is on; a note without one may be on several topics. */
function isOn({ label, text }: SecurityNote, labels: RegExp, words: RegExp): boolean {
  const isTopic = TOPICS.some((topic) => topic.label.test(label));
  return isTopic ? labels.test(label) : words.test(text);
}

function saysNothingNew(text: string): boolean {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => EMPTY.has(word));
}
