/** What a run does where neither the command line nor the configuration says otherwise. */
export const DEFAULT_MODEL = "claude-opus-5-5";
export const DEFAULT_CONCURRENCY = 3;
