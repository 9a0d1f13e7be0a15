import { isValid } from "khroma";

/** The one question that Mermaid's parser asks of a browser: is the first word of a sequence diagram's `box` a colour? */
export const window = {
  CSS: { supports: (property: string, value: string): boolean => property === "color" && isValid(value) },
};
