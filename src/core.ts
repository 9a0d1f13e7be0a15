export { type Approver, approveFeature } from "./actions/approve-feature.ts";
export { copyCitedPatterns } from "./actions/copy-patterns.ts";
export { createDecision, type NewDecision } from "./actions/create-decision.ts";
export { type Derived, deriveParts, staleParts } from "./actions/derive-parts.ts";
export {
  type DraftedSection,
  type DraftOrigins,
  type ExplainedRow,
  explainOrigins,
  keepOrigins,
  keptOrigins,
} from "./actions/draft-origins.ts";
export * from "./actions/finish-feature.ts";
export { type Initialised, initWorkspace } from "./actions/init-workspace.ts";
export { type MendedInput, mendInput } from "./actions/mend-input.ts";
export { openWorkspace } from "./actions/open-workspace.ts";
export { archivePattern } from "./actions/patterns/archive.ts";
export { createPattern, type NewPattern } from "./actions/patterns/create.ts";
export { deprecatePattern } from "./actions/patterns/deprecate.ts";
export { evolvePattern } from "./actions/patterns/evolve.ts";
export { reviewPatterns } from "./actions/patterns/review.ts";
export {
  inputsOf,
  type Origin,
  originsOf,
  recordOrigins,
  type SectionState,
  sectionStates,
  sectionTextOf,
} from "./actions/provenance.ts";
export { recordRewritten } from "./actions/record-answers.ts";
export { replacePassage } from "./actions/replace-passage.ts";
export { saveBaseline } from "./actions/save-baseline.ts";
export { type Overview, renderOverview, saveOverview, showOverview } from "./actions/save-overview.ts";
export * from "./actions/start-feature.ts";
export { type DocumentText, writeDocument } from "./actions/write-document.ts";
export { composeResearch, writeResearch } from "./actions/write-research.ts";
export { type SectionText, type WritableKind, type Written, writeSection } from "./actions/write-section.ts";
export { ASSISTANTS } from "./assistants/index.ts";
export { applySetUp, detectAssistants, planSetUp, type SetUp } from "./assistants/set-up.ts";
export type { Assistant, Merged, ServerCommand } from "./assistants/types.ts";
export { CATALOGUE_CHECKS } from "./checks/catalogue.ts";
export type { ChecklistItem } from "./checks/checklist.ts";
export { DECISION_CHECKS } from "./checks/decisions.ts";
export { EVERY_CHECK } from "./checks/every.ts";
export { CHECKS } from "./checks/index.ts";
export { SYSTEM_CHECKS } from "./checks/system.ts";
export * from "./config/config.ts";
export { hasConfig } from "./config/find.ts";
export { settingsFor } from "./config/settings.ts";
export { checkPage, checkPageIds } from "./context/check-pages.ts";
export { DECISION_STATUSES, type Decision, type DecisionLog, decisionName } from "./context/decisions.ts";
export { loadContext } from "./context/load.ts";
export { packageRoot } from "./context/package-root.ts";
export { contextPaths } from "./context/paths.ts";
export { PATTERN_CATEGORIES } from "./context/patterns/metadata.ts";
export { type PatternHit, searchPatterns } from "./context/patterns/search.ts";
export { strikeSecrets } from "./context/secrets.ts";
export { wordFor } from "./context/standard-words.ts";
export type * from "./context/types.ts";
export { changesBetween } from "./contracts/changes/interfaces.ts";
export { reportChangesMarkdown, wordChange } from "./contracts/changes/report.ts";
export type { InterfaceChange } from "./contracts/changes/types.ts";
export { EXPORT_LANGUAGES, type Exported, type ExportLanguage, exportContracts, isUntouched } from "./contracts/export/export.ts";
export { readContracts } from "./contracts/read/read.ts";
export { askGit } from "./disk/git.ts";
export { readRegular } from "./disk/read-regular.ts";
export { userSecret } from "./disk/user-secret.ts";
export { asOf } from "./feature/as-of.ts";
export { isShippedPattern, type LoadedCatalogue, loadCatalogue, patternText, saveCatalogueIndex } from "./feature/catalogue-files.ts";
export { loadDecisions } from "./feature/decision-files.ts";
export { authoredText } from "./feature/derived.ts";
export { openRepository, type Repository } from "./feature/explore.ts";
export { findRoot } from "./feature/find-root.ts";
export { type IdleGlob, idleGlobs } from "./feature/idle-globs.ts";
export { featureKey, formatKey, isKey, refuseTwinInCapitals } from "./feature/key.ts";
export { linkFrom } from "./feature/links/from.ts";
export { linksToPattern } from "./feature/links/patterns.ts";
export {
  documentsOf,
  folderOf,
  type LeftOutFolder,
  leftOutFolders,
  listFeatures,
} from "./feature/list-features.ts";
export { featuresOf, keyToBegin, meantFeature, sameFeature } from "./feature/meant.ts";
export { readFeature, withText } from "./feature/read-feature.ts";
export { readText } from "./feature/read-file.ts";
export { readLoosePrd } from "./feature/read-loose.ts";
export { selectFeatures } from "./feature/select.ts";
export { sourcesOf } from "./feature/sources.ts";
export type * from "./feature/types.ts";
export { watchPlan } from "./feature/watch.ts";
export { confine, openFolder, type Workspace } from "./feature/workspace.ts";
export { whenFree } from "./feature/writing/lock.ts";
export { isRunning } from "./feature/writing/running.ts";
export { exists } from "./feature/writing/write-document.ts";
export { GENERATED, ignoreGenerated, writeGenerated } from "./feature/writing/write-generated.ts";
export { KnownError, messageOf } from "./findings/errors.ts";
export * from "./findings/finding.ts";
export { fingerprints } from "./findings/fingerprint.ts";
export { changedDocuments, type WrittenFile, writeFixes } from "./fix/apply.ts";
export { unifiedDiff } from "./fix/diff.ts";
export { applyEdits, type Edit } from "./fix/edits.ts";
export { type FixedFeature, fixFeature } from "./fix/fix-feature.ts";
export { numberRequirements } from "./fix/number-requirements.ts";
export { proposeFixes } from "./fix/propose.ts";
export { type Brief, nextStep } from "./guide/brief.ts";
export { type SectionBudget, shareBudget } from "./guide/budget.ts";
export { type Caution, cautionsOf } from "./guide/cautions.ts";

export { isFolderOfCode } from "./guide/code/research-sections.ts";
export { byConsequence } from "./guide/consequence.ts";
export { inRanges } from "./guide/derived/ranges.ts";
export { relatedDocuments } from "./guide/derived/related.ts";
export { isOpenDrift } from "./guide/drift/compare.ts";
export type * from "./guide/drift/types.ts";
export { type Hazard, hazardsOf } from "./guide/hazards/index.ts";
export { type OpenDecision, openDecisions } from "./guide/open-decisions.ts";
export { sectionHolding, wantedSections } from "./guide/open-sections.ts";
export { type OpenProposal, openProposals, type Proposal, proposePatterns } from "./guide/pattern-proposals.ts";
export { byTime } from "./guide/pending.ts";
export { countReading, type ReadingCount, readingsOf } from "./guide/reading.ts";
export type { DocumentBrief } from "./guide/research.ts";
export { briefFor, type SectionBrief } from "./guide/section-brief.ts";
export { type StaleSection, staleSections } from "./guide/stale.ts";
export { isDecision, SECURITY_TOPICS, securityTopics } from "./guide/stated/concerns.ts";
export { type Decider, deciderOf, decidersIn } from "./guide/stated/deciders.ts";
export { layerOf } from "./guide/stated/layers.ts";
export { openingOf, sentencesOf } from "./guide/stated/opening.ts";
export { type Stated as StatedFacts, statedIn } from "./guide/stated/read.ts";
export { wholeOf } from "./guide/stated/said.ts";
export { speaksOf } from "./guide/stated/systems.ts";
export { featureTitle } from "./guide/stated/title.ts";
export type * from "./guide/stated/types.ts";
export { EMPTY_FIELD } from "./guide/stated/types.ts";
export { currentStep, describeSteps, progressOf, type Step, stepsOf } from "./guide/steps.ts";
export { type AnswerPlace, type Excluded, type Refinement, type Trace, traceExcluded, traceRequirements } from "./guide/trace.ts";
export { type TracedFeature, traceFeature, tracePoints } from "./guide/trace-points.ts";
export type { Astray, CodeMention, CodeTrace } from "./guide/traced-code/types.ts";
export { type MarkdownDocument, readMarkdown, readTree } from "./markdown/index.ts";
export { type Approval, approvalsOf, lackingApprovals } from "./model/fingerprints/approvals.ts";
export { countedLines, recordedIn } from "./model/fingerprints/record.ts";
export { codeConflicts } from "./model/survey/conflicts.ts";
export type * from "./model/types.ts";
export { type Drawn, drawDiagrams, type Proof, proveDiagrams } from "./render/draw.ts";
export { type Drawings, openDrawings } from "./render/pictures/drawings.ts";
export { PICTURE_FORMATS, type PictureFormat, THEMES, type Theme } from "./render/renderer.ts";
export { reportChecklist } from "./report/checklist.ts";
export { reportHazardsMarkdown } from "./report/hazards.ts";
export { languagesOf, reportReading, reportReadingMarkdown, shownBlocks } from "./report/reading.ts";
export { reportSurveyMarkdown, surveyParts } from "./report/survey.ts";
export { reportTraceMarkdown } from "./report/trace.ts";
export { reviewCatalogue } from "./review/catalogue.ts";
export { reviewDecisions } from "./review/decisions.ts";
export { type Review, review } from "./review/feature.ts";
export { findingsIn } from "./review/section-findings.ts";
export { reviewSystem, type SystemReview } from "./review/system.ts";
export { cacheFolder } from "./survey/cache-folder.ts";
export { codeAt, codeOf } from "./survey/code-of.ts";
export { type CodeMemory, rememberCode } from "./survey/memory.ts";
export { surveyRepository } from "./survey/survey.ts";
export type { Survey, Surveyed } from "./survey/types.ts";
export { buildSystem } from "./system/build.ts";
export { type FeatureFacts, readFeatureFacts } from "./system/feature-facts.ts";
export type * from "./system/types.ts";
export { isDay } from "./text/days.ts";
export { groupBy } from "./text/group.ts";
export { shortHash, textHash } from "./text/hash.ts";
export { closest, interfaceKey, nameKey, titleKey } from "./text/names.ts";
export { once } from "./text/once.ts";
export { cutAtWord, fileName, shorten } from "./text/shorten.ts";
export { isSkeleton } from "./text/skeleton.ts";
export { decodedUri } from "./text/uri.ts";
export { visible, visibleLine } from "./text/visible.ts";
export { verdictOf } from "./verdict/check-feature.ts";
export { type CheckedFeatures, checkFeatures } from "./verdict/check-features.ts";
export { contextFor } from "./verdict/checker.ts";
export { type Drifted, driftsOf, driftTeller, type Past } from "./verdict/drift/drifts.ts";
export { DRIFT_KINDS, driftSeverity, driftVerdict } from "./verdict/drift/verdict.ts";
export { type Remembered, remember } from "./verdict/remembered.ts";
export { residentChecker } from "./verdict/resident-checker.ts";
export { type TracedCode, tracedCode } from "./verdict/traced-code/traces.ts";
export type { AcrossVerdict, Verdict } from "./verdict/types.ts";
