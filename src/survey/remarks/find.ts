import { surveyedFiles, textOf } from "../files.ts";
import { TEST } from "../languages.ts";
import { marksOf } from "./marks.ts";
import { type Remark, remarksIn } from "./scan.ts";

/** What people have written into one file of the code, where any of it is asked for. */
export interface Remarked {
  file: string;
  isTest: boolean;
  remarks: Remark[];
}

/**
 * @param apart folders, relative to the root, that hold no code of the application
 * @param isWanted a look at a whole text that says whether anything in it may be asked for
 * @returns comments and names of tests, by file; what git ignores, what is generated and what may hold secrets is not read
 */
export function findRemarks(root: string, apart: readonly string[], isWanted: (text: string) => boolean): Remarked[] {
  return surveyedFiles(root).flatMap((listed): Remarked[] => {
    const { path } = listed;
    if (!marksOf(path) || apart.some((folder) => path.startsWith(`${folder}/`))) return [];
    const text = textOf(root, listed);
    if (text === undefined || !isWanted(text)) return [];
    const isTest = TEST.test(path) || path.endsWith(".feature");
    return [{ file: path, isTest, remarks: remarksIn(path, text, isTest) }];
  });
}
