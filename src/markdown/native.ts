/** The native parser; it throws where there is no binary for this machine. */
export { markdownToMdast } from "satteri";
