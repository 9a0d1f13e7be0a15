import { isFlowchart, type Propose, type Repair } from "./types.ts";

/** Words with which the statements of a sequence diagram begin; Mermaid reads them in any case. */
const SEQUENCE =
  "participant actor create destroy box loop rect opt alt else par par_over and critical option break over note links link properties details title autonumber activate deactivate as off".split(
    " ",
  );
/** The same of a flowchart, in these letters alone. */
const FLOWCHART = "call class click classDef default direction graph flowchart href interpolate linkStyle style subgraph".split(" ");

/** `participant Link`, `Create->>API: ask`, `call --> api`: a name that is a word of Mermaid's own. */
export const reservedWord: Propose = ({ lines, type }) => {
  if (type === "sequenceDiagram") return participants(lines);
  return isFlowchart(type) ? nodes(lines) : [];
};

function participants(lines: readonly string[]): Repair[] {
  return SEQUENCE.flatMap((word): Repair[] => {
    const declared = new RegExp(`^(\\s*(?:create\\s+)?(?:participant|actor)\\s+)(${word})(\\s*$|\\s+as\\b)`, "i");
    const sender = new RegExp(`^(\\s*)(${word})(?=\\s*(?:<<)?--?(?:>|x|\\)))`, "i");
    const receiver = new RegExp(`((?:>>?|-x|-\\)|[,+-]|\\bover|\\bof|\\bdestroy|\\b(?:de)?activate)\\s*)(${word})(?=\\s*(?::|,|$))`, "i");
    const tell = lines.findIndex((line) => declared.test(line) || sender.test(line) || receiver.test(line));
    if (tell === -1) return [];
    const name = [declared, sender, receiver].map((use) => use.exec(lines[tell] ?? "")?.[2]).find(Boolean) ?? word;
    const alias = `${name}_`;
    const isDeclared = lines.some((line) => declared.test(line));
    const renamed = lines.map((line) =>
      line
        .replace(declared, (_, before: string, __, behind: string) => `${before}${alias}${/as/i.test(behind) ? behind : ` as ${name}`}`)
        .replace(sender, `$1${alias}`)
        .replace(receiver, `$1${alias}`),
    );
    const first = lines.findIndex((line) => /^\s*sequenceDiagram\b/.test(line)) + 1;
    const all = isDeclared ? renamed : renamed.toSpliced(first, 0, `  participant ${alias} as ${name}`);
    const instead = `participant ${alias} as ${name}`;
    return [{ mistake: "reserved-word", at: 0, removes: lines.length, tell, found: name, instead, lines: all, certain: true }];
  });
}

function nodes(lines: readonly string[]): Repair[] {
  return FLOWCHART.flatMap((word): Repair[] => {
    // At the beginning of a line the word begins a statement, unless an arrow or a shape follows it.
    const use = new RegExp(`(^\\s*|[>ox|&-]\\s+)${word}(?=\\s*(?:[-=<~&]|[[({]|$))`, "g");
    const tell = lines.findIndex((line, at) => at > 0 && use.test(line) && !new RegExp(`^\\s*${word}\\s*$`).test(line));
    if (tell === -1) return [];
    let labelled = false;
    const renamed = lines.map((line, at) =>
      at === 0
        ? line
        : line.replace(use, (whole, before: string, offset: number) => {
            const shaped = /^[[({]/.test(line.slice(offset + whole.length));
            if (shaped || labelled) return `${before}${word}_`;
            labelled = true;
            return `${before}${word}_["${word}"]`;
          }),
    );
    return [
      {
        mistake: "reserved-word",
        at: 0,
        removes: lines.length,
        tell,
        found: word,
        instead: `${word}_["${word}"]`,
        lines: renamed,
        certain: true,
      },
    ];
  });
}
