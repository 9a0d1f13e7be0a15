import { copyFileSync, existsSync, mkdirSync, mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { DEFAULTS, type DocumentKind, type FeatureKey, featureKey, isOutput, KnownError, packageRoot } from "../../core.ts";

const EXAMPLE = "E00-examples/E00-F01-order-refunds";

/** A fresh workspace that holds the inputs of one feature, and nothing else. */
export interface DemoWorkspace {
  root: string;
  key: FeatureKey;
  /** The path of the PRD. */
  prd: string;
  /** The inputs that were copied. */
  inputs: string[];
}

/**
 * Copies a feature's inputs into a fresh temporary workspace. The feature's own folder is only read.
 *
 * @param folder a feature folder of the user's own; the worked example when there is none
 * @throws KnownError (`no-prd`) where the folder holds no PRD
 */
export function prepareWorkspace(folder: string | undefined, cwd: string): DemoWorkspace {
  const source = folder === undefined ? join(packageRoot(), DEFAULTS.plan, EXAMPLE) : resolve(cwd, folder);
  if (!statSync(join(source, DEFAULTS.files.prd), { throwIfNoEntry: false })?.isFile()) {
    throw new KnownError(
      "no-prd",
      `no ${DEFAULTS.files.prd} in ${folder ?? source}`,
      "Name a feature's folder that holds its PRD, for example docs/plan/E01-shop/E01-F01-order-refunds.",
    );
  }
  const key = featureKey(basename(dirname(source)), basename(source));
  const root = mkdtempSync(join(tmpdir(), "groundplan-demo-"));
  const target = join(root, DEFAULTS.plan, key.epic, key.feature);
  mkdirSync(target, { recursive: true });
  const kinds = (Object.keys(DEFAULTS.files) as DocumentKind[]).filter(
    (kind) => !isOutput(kind) && existsSync(join(source, DEFAULTS.files[kind])),
  );
  for (const kind of kinds) copyFileSync(join(source, DEFAULTS.files[kind]), join(target, DEFAULTS.files[kind]));
  return { root, key, prd: join(target, DEFAULTS.files.prd), inputs: kinds.map((kind) => DEFAULTS.files[kind]) };
}
