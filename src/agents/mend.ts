import type { OutputKind } from "../core.ts";
import { authorRequest, type Outcome, writeByModel } from "./author.ts";
import { type FeatureRun, isOurs, reviewNow } from "./feature-run.ts";
import { openWork, type Work } from "./open-work.ts";
import { mendingFor } from "./prompt.ts";
import { readRole } from "./words.ts";
import { settle, systemOf } from "./write-document.ts";

/** How often both documents are checked as a whole, and mended. */
const ROUNDS = 2;
/** How often a section may be mended again within a round. */
const REPAIRS = 2;

/**
 * Checks both documents as a whole and has mended what is found, in at most two rounds.
 *
 * @param name tells this mending from others in the journal
 * @param given sections that were mended in vain before, as `document: section`: they are not tried again
 */
export async function mendDocuments(run: FeatureRun, name: string, given: readonly string[] = []): Promise<void> {
  for (let round = 1; round <= ROUNDS; round++) {
    // Decided once: a run that goes on mends the same sections in the same words.
    const work = run.journal.decide(`${run.name} mending ${round} of ${name}`, () =>
      mendable(run, openWork(reviewNow(run))).filter((entry) => !given.includes(nameOf(entry))),
    );
    if (work.length === 0) return;
    await mendSections(run, work, `mend ${round} ${name}`);
  }
}

/** @returns the sections that something is found in now, as `document: section`. */
export function openSections(run: FeatureRun): string[] {
  return openWork(reviewNow(run)).map(nameOf);
}

function nameOf({ document, section }: Work): string {
  return `${document}: ${section}`;
}

/** @returns the sections among them that no person has changed */
function mendable(run: FeatureRun, work: readonly Work[]): Work[] {
  const review = reviewNow(run);
  return work.filter(({ document, section }) => isOurs(run, review, document, section));
}

/** Has sections changed, one after the other: what one of them says bears on the next. */
export async function mendSections(run: FeatureRun, work: readonly Work[], step: string): Promise<Map<Work, Outcome>> {
  const outcomes = new Map<Work, Outcome>();
  for (const entry of work) {
    const { document, section, problems } = entry;
    const outcome = await writeByModel(run, {
      ...{ document, section, step: `${document}: ${section} ${step}`, repairs: REPAIRS },
      request: authorRequest(run, systemOf(run, document), effortOf(document)),
      opening: () => mendingFor(run, reviewNow(run), document, section, problems),
    });
    outcomes.set(entry, outcome);
    settle(run, document, section, outcome);
  }
  return outcomes;
}

function effortOf(document: OutputKind): "low" | "medium" | "high" {
  return readRole(document === "architecture" ? "architect" : "interface-designer").effort;
}
