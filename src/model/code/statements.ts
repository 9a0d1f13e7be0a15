import { rulesOf } from "./rules.ts";

/** Statements that no prose resembles, wherever they stand. */
export const STATEMENTS = [
  ...rulesOf("", {
    assignment:
      /\b(?:const|let|var|val) (?:mut )?[\w$]{1,60}(?:[ \t]{0,3}:[^=\n]{1,60})?[ \t]{0,3}=[ \t]{0,3}[^\n;]{1,200};|\b(?:const|let|var) [{[][\w$, :.]{1,120}[}\]] = |\b(?:const|let|var|val) (?:mut )?[a-z_$][\w$]{0,60} = (?:await |new )?[\w$.]{1,80}\(/,
    loop: /\bfor \((?:let|int|var|const|auto|size_t) [^)\n]{1,160}\)|\b(?:while|foreach) \([^)\n]{1,160}\) ?\{/,
    condition:
      /\bif \([^\n{}]{1,160}\) ?(?:\{|(?:return|throw)(?: (?:new )?[\w$.]{1,60}(?:\([^\n)]{0,80}\))?)? ?;|throw new [A-Z]\w|return (?:true|false|null|nil|None|undefined)\b)|\bif err != nil\b|\} (?:else|catch|finally)\b[^\n{.]{0,80}\{/,
    import: [
      /\bimport (?:type )?(?:\{[^}\n]{1,160}\}|\* as \w{1,40}) from ["'][^"'\n]{1,120}["']|#include [<"]\w/,
      // "We import orders from "Old Shop"": a module has a path, or the line is the statement and nothing else.
      /\bimport \w{1,40} from ["'](?:[@.~][^"'\s]{1,120}|[^"'\s]{1,60}\/[^"'\s]{1,60})["']|^[ \t]*import \w{1,40} from ["'][^"'\s]{1,120}["'];?$/,
    ],
    exception:
      /\bthrow new [A-Z]\w{0,60}\(["'`f\w)]|\braise [A-Z]\w{0,60}\((?:["'`]|f["'])|\braise [A-Z]\w{0,60}(?:Error|Exception)\(|\btry \{ /,
    sequence: /\w\.\w{1,60}\([^()\n]{0,120}\); \w{1,60}(?:\.\w{1,60}){0,4}\([^()\n]{0,120}\);|\bawait \w{1,60}\.[\w.]{1,80}\(/,
    lambda: /[\w)\]]\.\w{1,40}\((?:async )?(?:[a-z_]\w{0,30}|\([\w, {}:]{0,60}\)) ?[=-]> ?[^\s>]/,
    call: /\b(?:System\.out\.print(?:ln)?|console\.(?:log|error|warn)|fmt\.(?:Print|Sprint|Error)(?:f|ln)?|println!|printf|logger\.(?:info|warn|error|debug))\(["'`]/,
  }),
  ...rulesOf("Python", {
    import: /(?:^|`)[ \t]*from [\w.]{1,80} import (?:\w{1,60}(?:, \w{1,60}){0,9}|\*|\()[ \t]*(?:`|$)/,
    condition: /\bif __name__ == ["']__main__["']/,
  }),
  ...rulesOf("Go", { assignment: /(?:^|[ \t`])[a-z_]\w{0,40}(?:, [a-z_]\w{0,40}){1,3} := [\w&*.[(]/ }),
  ...rulesOf("JavaScript", { function: /(?:^|[\s(`,=])(?:async )?\([\w$, {}:?]{0,80}\) => (?:\(?\{|[\w$.]{1,60}[(.[])/ }),
];

/** Inline code that is a statement rather than a name: the whole of it has to look so. */
export const INLINE_STATEMENTS = rulesOf("", {
  assignment: [
    /^[\w$.[\]'"]{1,60} :?= (?:\{\}|\[\]|&?[\w.[\]*]{1,60}\{[^}\n]{0,120}\}|lambda\b|function\b|func\()/,
    /^[\w$.]{1,60}\[[^\]\n]{1,60}\] :?= \S/,
    /^[\w.]{1,60}: [\w[\], .|]{1,60} = \S/,
    /^[\w.]{1,60} <- (?:c\(|function\b|\w{1,40}\(|["'\d])/,
    /^(?:export )?(?:const|let|var|val|final) (?:mut )?[\w$]{1,60}(?:: ?[\w<>[\], |]{1,60})? ?= ?\S/,
    /^[\w$.[\]]{1,60}(?: :=| \+=| -=) \S/,
    /^[\w$.[\]]{1,60} = (?:await |new )?[\w$.]{1,60}\([^\n]{0,200}\);?$/,
    /^[\w$.[\]]{1,60} = [^=;\n]{1,120};$/,
    /^(?:this|self|module)\.[\w.]{1,60} = [^=\s]/,
    /^(?:[\w<>[\],.?]{1,60} ){1,5}[\w$]{1,60} = [^=;\n]{1,160};$/,
  ],
  signature:
    /^(?:(?:public|private|protected|internal|static|final|abstract|override|async) ){1,4}[\w<>[\],.?]{1,60} \w{1,60}\([^)\n]{0,200}\)(?: throws [\w, ]{1,80})?$/,
  macro: /^#(?:define|include|ifn?def|pragma) \S/,
  exception: /^(?:raise|throw(?: new)?) [A-Z]\w{1,60}(?:\(|;?$)/,
  lambda: /(?:^|[(,=] ?)lambda [\w, ]{0,40}: ?\S|[(,] ?\w{1,30} ?(?:->|=>) ?!?\w{1,60}[.(]|\{ ?\|[\w, ]{1,40}\| \S/,
  return: [
    /^return [^\n;]{1,120};$|^return (?:new |await )?[\w$.]{1,60}\([^\n]{0,120}\);?$/,
    /^return [^\n]{0,80}(?:\w\.\w|\w\[|\w\(| [+*/<>=!&|-]{1,3} )[^\n]{0,120}$/,
    /^return (?:null|None|nil|undefined|true|false|True|False|this|self)$/,
  ],
  loop: [
    /^for [\w, ]{1,40} in [^\n:]{1,80}:|^for (?:\w{1,40}, ?)?\w{1,40} := range /,
    /^(?:while|for|foreach) ?\([^\n]{1,120}\) ?(?:\{|[\w$.]{1,60}\()|^do \{ /,
    /^[[({][^\n]{1,80} for \w[\w, ]{0,40} in [^\n]{1,100}[\])}]$/,
  ],
  condition: [
    /^(?:while|for|if|elif|else|try|except|finally|with)\b[^\n:]{0,100}: ?(?:[\w$.]{1,60}\(|return\b|pass\b|raise\b|break\b|continue\b)/,
    /^[^\n?]{1,80}[\w)\]] \? [^\n?:]{1,80} : [^\n]{0,60}[([.][^\n]{0,60}$/,
    /\w\?\.\w[\w.?]{0,60}|[\w)\]] \?\? \S/,
    /^if \([^\n]{1,120}\) [\w$.]{1,60}\([^\n]{0,120}\);$|^if [^\n]{1,120}(?::|\{)(?: [^\n]{1,120})?$|^elif [^\n]{1,120}:$/,
    /^(?:switch|catch|synchronized) ?\([^\n]{1,120}\) ?\{|^match [\w.]{1,60} \{|^with [\w.]{1,60}\([^\n]{0,100}\)(?: as \w{1,40})?:/,
  ],
  sequence: /^(?:(?:[\w$.[\]]{1,60} = [^=;\n]{1,120}|[\w$.]{1,80}\([^;\n]{0,160}\)); ?){2,9}$/,
  call: [
    /^[\w$.]{1,80}\([^\n]{0,160}\);$|^await [\w$.]{1,80}\(|^(?:defer|go) [\w.]{1,60}\(/,
    /^new [A-Z][\w.]{0,60}(?:<[^>\n]{0,60}>)?\(/,
    // What ends a statement, after what no header or sentence holds.
    /^[\w$][\w$ .!?]{0,80}(?:\(|\[|->|::)[^\n]{1,160};$/,
  ],
  check: /^assert [\w.()]{1,80} (?:[<>=!]=?|is|in) \S|^del [\w.]{1,60}\[|^yield from \w/,
  import: [
    /^import (?:os|sys|re|json|time|math|random|logging|typing|asyncio|datetime|decimal|uuid|pathlib|[a-z]\w{0,30}(?:\.[a-z]\w{0,30}){1,6}|[a-z][\w.]{0,60} as \w{1,40})$/,
    /^using [A-Z]\w{0,40}(?:\.\w{1,40}){0,6};$|^using [A-Z]\w{0,40}(?:\.[A-Z]\w{0,40}){1,6}$/,
    /^import [\w.]{1,80}(?: as \w{1,40})?;$|^import (?:"|\{|\* as)|^use [\w:]{1,80}::[\w:{}, *]{1,80};$|^require\(["']/,
  ],
  pipe: /[\w)\]] \|> ?[\w.]{1,60}/,
  expression: [
    /^\((?:defn?-?|defun|define|lambda|let\*?|fn|setq|cond) [^\n]{1,200}\)$/,
    // The marks of an instruction: registers, and what they are given.
    /^(?:mov|lea|xor|cmp|ldr|jmp)[lqwb]? [%$\w[]{1,20}, ?[%$\w[#]/,
    /^=[A-Z]{2,12}\([^\n]{1,160}\)$/,
  ],
});
