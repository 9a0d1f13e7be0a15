/** What the tools do their work with. It is loaded with the first call, so that a server lists its tools as fast as one that does nothing. */
export {
  byConsequence,
  byTime,
  cautionsOf,
  countedLines,
  countReading,
  createInputs,
  deriveParts,
  featuresOf,
  findingsIn,
  finishFeature,
  folderOf,
  leftOutFolders,
  linkFrom,
  listFeatures,
  mendInput,
  nextStep,
  openProposals,
  replacePassage,
  review,
  searchPatterns,
  shareBudget,
  startOutputs,
  stepsOf,
  tracedCode,
  tracePoints,
  traceRequirements,
  watchPlan,
  writeDocument,
  writeSection,
} from "../core.ts";
export { featureStates } from "./feature-states.ts";
export { beginningKey, meantKey, promptedKey, tellMeant, whenWritable } from "./keys.ts";
export { openProject, openWithCode } from "./project.ts";
export { readPage } from "./resources/pages.ts";
export { explainingStale } from "./stale.ts";
