import type { Context } from "../context/types.ts";
import { formatKey } from "../feature/key.ts";
import { folderOf } from "../feature/list-features.ts";
import { readFeature } from "../feature/read-feature.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { setFrontMatter } from "../feature/writing/edit.ts";
import { writeText } from "../feature/writing/write-document.ts";
import { KnownError } from "../findings/errors.ts";
import { mergeResearch } from "../guide/code/merge-research.ts";
import { researchSections } from "../guide/code/research-sections.ts";
import { featureTitle } from "../guide/stated/title.ts";
import { readMarkdown } from "../markdown/index.ts";
import { review } from "../review/feature.ts";
import type { Survey } from "../survey/types.ts";

/** A research report as it would be, beside the one that stands there. */
interface Research {
  file: string;
  text: string;
  /** Empty for none. */
  present: string;
  revision: string | null;
}

/**
 * Composes the research report of a feature from the code, limited to what its PRD touches; nothing is written.
 *
 * @throws KnownError `no-prd`
 */
export function composeResearch(workspace: Workspace, context: Context, key: FeatureKey, survey: Survey, today: string): Research {
  const { model } = review(readFeature(workspace, key), context);
  const { prd, research } = model.documents;
  if (!prd)
    throw new KnownError(
      "no-prd",
      `${formatKey(key)} has no PRD that can be read`,
      `Write ${model.feature.folder}/${workspace.config.files.prd} first.`,
    );
  const folder = folderOf(workspace, key);
  const title = featureTitle(model);
  const head = setFrontMatter(readMarkdown(`# ${title}: Research Report\n`), {
    epic: key.epic,
    feature: key.feature,
    title: `${title}, research report`,
    status: "draft",
    last_updated: today,
  });
  const present = research?.markdown.text.replaceAll("\r\n", "\n") ?? "";
  const text = mergeResearch(present, researchSections(survey, prd.markdown.text, folder), head);
  return { file: `${folder}/${workspace.config.files.research}`, text, present, revision: research?.revision ?? null };
}

/**
 * Writes the research report of a feature from the code, limited to what its PRD touches. What a person has written stays.
 *
 * @returns the path of the report, and its text
 * @throws KnownError `no-prd`, `cannot-write`
 */
export function writeResearch(
  workspace: Workspace,
  context: Context,
  key: FeatureKey,
  survey: Survey,
  today: string,
): { file: string; text: string } {
  const { file, text, present, revision } = composeResearch(workspace, context, key, survey, today);
  if (text !== present) writeText(workspace, file, text, revision);
  return { file, text };
}
