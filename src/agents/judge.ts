import * as z from "zod";
import { OUTPUT_KINDS, type OutputKind, type Review, readMarkdown, titleKey, wantedSections } from "../core.ts";
import { type FeatureRun, isOurs, reviewNow } from "./feature-run.ts";
import { mendSections } from "./mend.ts";
import type { Work } from "./open-work.ts";
import { inputDocuments, systemFor } from "./prompt.ts";
import { schemaOf } from "./tools.ts";
import { asDocument } from "./untrusted.ts";
import { readRole, words } from "./words.ts";

const Answer = z.strictObject({
  question: z.string(),
  answer: z.enum(["yes", "no"]),
  document: z.enum([...OUTPUT_KINDS, "none"]),
  section: z.string(),
  /** Quoted letter for letter; empty for a yes. */
  evidence: z.string(),
  /** What has to change; empty for a yes. */
  change: z.string(),
});

const Answers = z.strictObject({ answers: z.array(Answer) });

type Answer = z.output<typeof Answer>;

/** What the review came to. */
export interface Judgement {
  /** Sections that the reviewer wants changed, each with a quote that stands in the document. */
  objections: Work[];
  /** Noes whose quote is not in the document, or that name no section: they are not followed. */
  unsupported: number;
  /** Why there is no judgement. */
  failed?: string;
}

/** Has both documents judged once, has changed what the reviewer could show, and returns what is still open. */
export async function judgeDocuments(run: FeatureRun, inputs: string): Promise<string[]> {
  const { objections, unsupported, failed } = await judge(run, inputs);
  if (failed) return [failed];
  run.notify({ event: "review", feature: run.name, objections: objections.length, unsupported });
  const review = reviewNow(run);
  const [mine, theirs] = [true, false].map((ours) =>
    objections.filter(({ document, section }) => isOurs(run, review, document, section) === ours),
  );
  const outcomes = await mendSections(run, mine ?? [], `review ${inputs}`);
  const open = (mine ?? []).filter((work) => outcomes.get(work)?.state !== "written");
  return [...open, ...(theirs ?? [])].map(({ document, section, problems }) => `${document}: ${section}: ${problems.join(" ")}`);
}

async function judge(run: FeatureRun, inputs: string): Promise<Judgement> {
  const step = `${run.name} review of ${inputs}`;
  const known = run.journal.recall<Judgement>(`done ${step}`);
  if (known) return known;
  const role = readRole("reviewer");
  const review = reviewNow(run);
  const opening = run.journal.decide(`opening ${step}`, () => questionsOn(review));
  const message = await run.ask(
    {
      model: run.model.id,
      max_tokens: Math.min(16_000, run.model.maxOutput),
      system: systemFor(role, inputDocuments(review.model)),
      messages: [{ role: "user", content: opening }],
      output_config: {
        format: { type: "json_schema", schema: { ...schemaOf(Answers) } },
        ...(run.model.effort && { effort: role.effort }),
      },
    },
    step,
  );
  const text = message.content.flatMap((block) => (block.type === "text" ? [block.text] : [])).join("");
  return run.journal.decide(`done ${step}`, () => readJudgement(text, message.stop_reason, review));
}

function questionsOn(review: Review): string {
  const [list] = readMarkdown(words("questions")).allSections.flatMap(({ lists }) => lists);
  const documents = OUTPUT_KINDS.flatMap((kind) => review.model.documents[kind] ?? []).map(({ kind, markdown }) =>
    asDocument(kind, markdown.text.slice(markdown.frontMatter.span?.end ?? 0)),
  );
  return words("review", { questions: (list?.items ?? []).map(({ text }) => `- ${text}`).join("\n"), documents: documents.join("\n\n") });
}

/** Reads the answers; a no counts where its quote stands in the document that it names. */
export function readJudgement(text: string, stopped: string | null, review: Review): Judgement {
  const parsed = Answers.safeParse(parseJson(text));
  if (!parsed.success)
    return { objections: [], unsupported: 0, failed: `the review gave no answers that can be read (${stopped ?? "no reason"})` };
  const noes = parsed.data.answers.filter(({ answer }) => answer === "no");
  const supported = noes.flatMap((no) => locate(review, no) ?? []);
  const objections: Work[] = [];
  for (const { document, section, problems } of supported) {
    const present = objections.find((work) => work.document === document && work.section === section);
    if (present) present.problems.push(...problems);
    else objections.push({ document, section, problems });
  }
  return { objections, unsupported: noes.length - supported.length };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function locate(review: Review, { question, document, section, evidence, change }: Answer): Work | undefined {
  if (document === "none" || change.trim() === "") return undefined;
  const kind: OutputKind = document;
  const title = wantedSections(review, kind).find((candidate) => titleKey(candidate) === titleKey(section));
  const quoted = flat(evidence);
  if (title === undefined || quoted === "" || !flat(review.model.documents[kind]?.markdown.text ?? "").includes(quoted)) return undefined;
  return { document: kind, section: title, problems: [`${change} It says now: "${evidence}" (review: ${question})`] };
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
