import { rulesOf } from "./rules.ts";

/** Statements at the beginning of a line of a block. */
export const STATEMENT_LINES = [
  ...rulesOf("", {
    assignment: [
      /^[ \t]*(?:export |pub |static |private |public ){0,3}(?:const|let|var|val|static|mut|final|local|my|our)[ \t]+(?:mut |ref |\w{1,40} )?[\w$[{(&*]['\w$ ,.:&*<>()[\]{}|?-]{0,160}[ \t]*(?::=|=|<-)(?![=>])[ \t]*\S?/,
      /^[ \t]*[A-Za-z_$*("'[][\w$.[\]"'*(), ]{0,80}(?::=|\+=|-=|\|\|=|\?\?=)[ \t]*[^\s-]/,
      /^[ \t]*[$@%][A-Za-z_][\w{}'"[\]$>-]{0,80}[ \t]*[.|]{0,2}=[ \t]*[^=~\s]/,
      /^[ \t]*[A-Za-z_$][\w$.[\]]{0,80}(?:[ \t]*:[ \t]*[\w<>[\]., "]{1,60})?[ \t]*=[ \t]*(?:await |new |yield |lambda |async |!|&)?[\w$.:]{1,80}(?:<[^>\n]{1,60}>)?\([^\n]{0,400}$/,
      /^[ \t]*[\w$.[\]]{1,80}[ \t]*=[ \t]*(?:new \w|await \w|lambda\b|&?[A-Za-z][\w.]{0,60}\{|\[\]$|\{\}$|\[\];|None$|nil$|null;|True$|False$)/,
      /^[ \t]*[\w$.[\]]{1,80}[ \t]*=[^=>][^\n]{0,200};[ \t]*(?:\/\/[^\n]*)?$/,
      /^[ \t]*(?:[\w:.]{1,60}(?:<[^\n=]{1,80}>)?(?:\[\])?[ \t*&]{1,3})[\w$]{1,60}[ \t]*=[ \t]*[^=\n][^\n]{0,200};/,
    ],
    import: [
      /^[ \t]*import[ \t]+(?:static[ \t]+)?[\w.$*]{1,120}(?:[ \t]+as[ \t]+\w{1,40})?(?:,[ \t]*[\w.]{1,60}){0,9};?[ \t]*(?:(?:\/\/|#)[^\n]*)?$/,
      /^[ \t]*(?:import|export)[ \t]+(?:type[ \t]+)?(?:["'(*{][^\n]{0,160}|\w{1,60},?[ \t]*(?:\{[^\n]{0,160}\}[ \t]*)?from[ \t]+["'][^\n]{1,120})$/,
      /^[ \t]*from[ \t]+[\w.]{1,80}[ \t]+import[ \t]+[\w(*]/,
      /^[ \t]*(?:pub )?use[ \t]+[\w:]{1,80}(?:::|;)/,
      /^[ \t]*(?:using|package|namespace|extern crate|mod)[ \t]+(?:static )?[A-Za-z][\w.:]{0,100};$|^package \w{1,40}$|^using [A-Z]\w{0,40}(?:\.[A-Z]\w{0,40}){0,6}$|^namespace [A-Z][\w.]{0,80}$/,
      /^[ \t]*(?:require|require_relative|load)[ \t(]+["'][^"'\n]{1,100}["']\)?;?$|^[ \t]*(?:alias|defmodule)[ \t]+[A-Z][\w.]{0,80}(?: do)?$/,
      /^[ \t]*export[ \t]+(?:default|const|function|async|class|type|interface|enum|\{|\*)/,
    ],
    condition: [
      /^[ \t]*(?:\}[ \t]*)?(?:else[ \t]+)?if[ \t]*\([^\n]{1,300}\)[ \t]*(?:\{|$|return\b|throw\b|[\w.]{1,60}\(|\/\/)/,
      /^[ \t]*(?:\}[ \t]*)?(?:else[ \t]+)?(?:if|unless|match|switch|guard|when|select|if let|while let)\b[ \t]*[^\n]{0,300}\{[ \t]*(?:(?:\/\/|#)[^\n]*|[^\n]{1,200}\})?$/,
      /^[ \t]*(?:if|elif|while)[ \t]+(?:not[ \t]+)?[^\n:]{0,60}(?:[=!<>]=|[<>]|[\w\])][.([][\w"']|\b(?:is|in|not|and|or)\b)[^\n]{0,200}:[ \t]*(?:#[^\n]*)?$/,
      /^[ \t]*(?:if|elif|while)[ \t]+(?:not[ \t]+)?\w{1,40}(?:\.\w{1,40}){0,5}:[ \t]*(?:#[^\n]*)?$/,
      /^[ \t]*(?:if|elsif|elseif|IF|ELSE IF|ELSIF)[ \t]+[^\n]{1,160}[ \t](?:then|THEN)[ \t]*:?$/,
      /^[ \t]*(?:else|try|finally|except)(?:[ \t]+[A-Z][\w.]{0,60}(?:[ \t]+as[ \t]+\w{1,40})?)?:[ \t]*(?:#[^\n]*)?$/,
      /^[ \t]*\}?[ \t]*(?:else|try|finally|do|loop|unsafe|catch[^\n{]{0,80}|default:?|case [^\n]{1,80}:|async move|async)[ \t]*\{[ \t]*$/,
      /^[ \t]*case[ \t]+[\w"'.,:-]{1,80}[ \t]*(?::|=>|->|in\b)[ \t]*(?:$|return\b)/,
      /^[ \t]*(?:IF|WHILE|FOR|FOR EACH|REPEAT|UNTIL|ENDIF|END IF|ENDFOR|END FOR|ELSE)(?:[ \t]+[\w(][^\n]{0,120}[=<>][^\n]{0,80}|[ \t]*:|[ \t]+[^\n]{1,160}[ \t](?:THEN|DO))?$|^[ \t]*RETURN[ \t]+\S{1,80}$/,
    ],
    loop: [
      /^[ \t]*(?:async[ \t]+)?for[ \t]+\(?[\w, &'_]{1,60}\)?[ \t]+in[ \t]+[^\n]{1,160}(?::|\{|do)[^\n]{0,160}$/,
      /^[ \t]*for(?:each|[ \t]+each|[ \t]+all)?[ \t]*\([^\n]{1,200}\)?[ \t]*\{?/,
      /^[ \t]*(?:for|while|until|loop)\b[^\n]{0,200}(?:\{|[ \t]do)[ \t]*(?:\/\/[^\n]*|#[^\n]*)?$/,
      /^[ \t]*for each[ \t][^\n]{1,100}:$/,
    ],
    return: [
      /^[ \t]*(?:return|yield|throw|raise|break|continue|panic!?|await|goto)\b[^\n]{0,200};[ \t]*(?:(?:\/\/|\/\*)[^\n]*)?$/,
      /^[ \t]+return[ \t]+(?:[\w.]{1,60}|[^\n]{0,80}[([{"'=<>+*/][^\n]{0,160}|&[^\n]{1,80}|\w{1,40}, \w{1,40})$/,
    ],
    exception: /^[ \t]*(?:throw[ \t]+new|raise)[ \t]+[A-Z][\w.]{0,60}\b|^[ \t]*(?:defer|go)[ \t]+[\w.]{1,80}\(/,
    call: [
      /^[ \t]*(?:await[ \t]+|new[ \t]+|yield[ \t]+)?[\w$.:!?<>[\]"'()&*-]{0,120}[\w$!?)>\]]\((?:[^\n]{0,400}\))?[^\n]{0,60};[ \t]*(?:(?:\/\/|\/\*)[^\n]*)?$/,
      /^[ \t]*["'][^"'\n]{0,120}["']\.\w{1,40}\([^\n]{0,160}\)[;,]?$/,
      /^[ \t]*[\w$.]{1,60}\([ \t]*\n[ \t]+\w{1,40}[ \t]*[=:][ \t]*[^\s=][^\n]{0,300},[ \t]*$/,
      /^[ \t]*\.[a-zA-Z_]\w{0,60}(?:::<[^\n>]{1,40}>)?\([^\n]{0,300}$/,
      /^[ \t]*(?:await[ \t]+)?[\w$"'{}]{1,60}(?:\.\w{1,60}){1,6}\([^\n]{0,200}["'=*[{][^\n]{0,200}\)?[ \t]*[;,]?$/,
      /^[ \t]*[a-z_]\w{0,40}!\s?[({[]/,
      /^[ \t]*(?:print|println|printf|puts|echo|assert|console\.\w{1,20}|log\.\w{1,20})\(?["'( ]["'\w$]?[^\n]{0,200}["')];?$/,
      /^[ \t]*\w{1,60}(?:\.\w{1,60}){0,4}\([ \t]*(?:\{|\[|function\b|async\b|\(\w{0,40}\)[ \t]*=>|\w{1,40}[ \t]*=>|func\()[^\n]{0,160}$/,
    ],
    lambda: [
      /(?:\)|\b\w{1,40})[ \t]*=>[ \t]*\{/,
      /(?<!\w)\([\w$, :{}]{0,100}\)[ \t]*(?::[ \t]*\w{1,40}[ \t]*)?=>[ \t]*\w/,
      /\bdo[ \t]+\|[\w, ]{1,40}\|/,
      /(?:[(=,]|\bmove)[ \t]*\|(?:[a-z_&][\w, &:]{0,40})?\|[ \t]*(?:\{|\w{1,40}[.(:!])/,
      /\blambda[ \t]+[\w, ]{0,40}:[ \t]*\S/,
    ],
    annotation:
      /^[ \t]*@(?:Override|Test|Autowired|Inject|Entity|Component|Service|Transactional|dataclass|property|staticmethod|pytest[\w.]{0,40}|app\.\w{1,20}|[\w.]{1,60}\([^\n]{1,160}\)?)[ \t]*$/,
    closing: /^[ \t]*end;?$|^[ \t]*\}\)+;?$|^[ \t]*\}\)?;$|^[ \t]*end[ \t]+(?:if|for|while|function|procedure|module|\w{1,20})$/,
  }),
  ...rulesOf("Go", { constants: /^[ \t]*(?:const|var|import)[ \t]*\([ \t]*$/ }),
  ...rulesOf("Python", {
    context: /^[ \t]*(?:async[ \t]+)?with[ \t]+[\w.]{1,60}\([^\n]{0,160}\)(?:[ \t]+as[ \t]+\w{1,40})?:[ \t]*(?:#[^\n]*)?$/,
  }),
  ...rulesOf("R", {
    pipe: /%>%[ \t]*(?:$|[\w.]{1,40}\()/,
    import: /^[ \t]*library\([\w.]{1,40}\)[ \t]*$/,
    assignment: /^[ \t]*[\w.]{1,60}[ \t]*<-[ \t]*(?:function\b|[\w.:]{1,60}\(|["']|-?\d)/,
  }),
  ...rulesOf("C++", {
    call: /\[[&=\w, ]{0,60}\]\([^)\n]{0,160}\)[ \t]*\{/,
    assignment: /^[ \t]*(?:std::)[\w:<>, *&]{1,100} \w{1,60}[{(;=]/,
  }),
  ...rulesOf("Groovy", { closure: /(?:=|\))[ \t]*\{[ \t]*(?:\w{1,30}(?:, ?\w{1,30}){0,4})[ \t]*->/ }),
  ...rulesOf("Lisp", { call: /^[ \t]*\((?:let\*?|loop|doseq|require|setq|cond|when-let|if-let|mapcar)[ \t]+[[(:']/ }),
  ...rulesOf("Visual Basic", { variable: /^[ \t]*Dim[ \t]+\w{1,60}[ \t]+As[ \t]+\w/ }),
  ...rulesOf("PowerShell", {
    pipe: /^[ \t]*(?:\$\w{1,40}[ \t]*=[ \t]*)?[A-Z][a-z]{2,12}-[A-Z]\w{2,40}\b[^\n|]{0,300}\|[ \t]*[A-Z][a-z]{1,12}-[A-Z]\w{2,40}/,
    call: /\{[ \t]*\$_\.\w/,
  }),
  ...rulesOf("Make", {
    target:
      /^[\w./%-]{1,60}:[^=\n]{0,200}\n\t[@-]?(?:\$\(|(?:go|npm|docker|cargo|python3?|mvn|gcc|cc|rm|mkdir|echo|cp|mv|kubectl|git|curl|tar)[ \t])|^\.PHONY:/,
  }),
  ...rulesOf("Rust", {
    match: /^[ \t]*(?:Some|None|Ok|Err|_|[A-Z]\w{0,40}::\w{1,40})(?:\([^\n]{0,80}\))?[ \t]*=>[ \t]*\S/,
    call: /^[ \t]*(?:\w{1,40}::){1,5}(?:<[^\n]{1,60}>::)?\w{1,40}\(|^[ \t]*<[^\n]{1,80} as [^\n]{1,80}>::\w{1,40}\(|[\w)]\.(?:unwrap|clone|iter|collect|await)\b(?:\(\))?|[\w)]\?;/,
  }),
  ...rulesOf("Drools", { rule: /^[ \t]*rule[ \t]+"[^"\n]{1,80}"/ }),
  ...rulesOf("assembly", {
    directive: /^[ \t]*\.(?:section|pushsection|popsection|globa?l|balign|p2align|align|quad|long|byte|asciz|text|data|bss)\b/,
    instruction: /^[ \t]*(?:mov|push|pop|call|jmp|j[nz]?e|lea|add|sub|xor|cmp|test|ldr|str|bl)[lqwb]?[ \t]+[%$\w[]{1,20},[ \t]*[%$\w[]/,
  }),
  ...rulesOf("Nix", {
    expression:
      /^[ \t]*\{[ \t]*[\w, ?."]{1,120}(?:\.\.\.[ \t]*)?\}:|^[ \t]*(?:inherit|with)[ \t]+(?:\(|\w{1,40}\.|import\b|pkgs\b|lib\b)[\w.()" /<>]{0,60};|^[ \t]*[\w.-]{1,60}[ \t]*=[ \t]*(?:\{|\[|pkgs\.|with |''|mk[A-Z])/,
  }),
  ...rulesOf("Elixir", { function: /^[ \t]*def(?:p|module|macro)?[ \t]+[\w.]{1,60}[^\n]{0,160}\bdo\b/, pipe: /^[ \t]*\|>[ \t]*\w/ }),
  ...rulesOf("Ruby", { block: /^[ \t]*def[ \t]+(?:self\.)?[a-z_]\w{0,60}[?!]?[ \t]*(?:\(|$)|^[ \t]*attr_(?:reader|writer|accessor)[ \t]/ }),
  ...rulesOf("PHP", { variable: /<\?php|^[ \t]*\$[a-z_]\w{0,60}(?:->\w{1,60})?[ \t]*=[ \t]*\S[^\n]{0,200};/ }),
  ...rulesOf("template", {
    directive: /\{%-?[ \t]*(?:if|for|end\w{0,20}|block|include|set|else)\b|\{\{-?[ \t]*(?:range|if|end|with|template|define|else)\b/,
  }),
];
