import { rulesOf } from "./rules.ts";

const MODIFIERS = String.raw`(?:(?:public|private|protected|internal|abstract|final|export|default|data|sealed|static|partial|open|pub|pub\(crate\)|declare|async|override|virtual|inline|extern|unsafe|const|readonly|synchronized) ){0,4}`;
const with_ = (pattern: RegExp) => new RegExp(pattern.source.replaceAll("MODIFIERS", MODIFIERS), pattern.flags);

/** What follows a definition's name: a body, and not a remark in braces. */
const withBody = (pattern: RegExp) => with_(new RegExp(String.raw`${pattern.source}(?=[ \t]*(?:$|\}|[^}\n]{0,200}[;:(=,]))`));

/** Definitions that no prose resembles: each needs the punctuation that prose does not have. */
export const DEFINITIONS = [
  ...rulesOf("", {
    class: withBody(
      /\bMODIFIERSclass [A-Z]\w{0,80}(?:<[^>\n]{1,60}>)?(?:\([^)\n]{0,120}\))?(?: (?:extends|implements|with) [\w<>., ]{1,80}| : [\w<>,.() ]{1,80})?[ \t]{0,9}\{/,
    ),
    interface: withBody(/\bMODIFIERSinterface [A-Z]\w{0,80}(?:<[^>\n]{1,60}>)?(?: (?:extends|:) [\w<>,. ]{1,80})?[ \t]{0,9}\{/),
    struct: withBody(/\bMODIFIERS(?:struct|enum|trait|record|object|protocol|union) [A-Z]\w{0,80}(?:<[^>\n]{1,60}>)?[^\n{}.;|]{0,80}\{/),
    function: [
      with_(/\bMODIFIERSfunction\*? [A-Za-z_$]\w{0,80}\s{0,9}\([^)\n]{0,200}\)\s{0,9}(?::[^{\n]{1,60})?\{/),
      /\b(?:public|private|protected)(?: static)?(?: async)?(?: final)? [\w<>[\], ?]{1,60} \w{1,60}\([^)\n]{0,200}\)[ \t]{0,9}(?:throws [\w, ]{1,60})?[{;]/,
      /\b(?:void|int|long|bool|boolean|string|String|double|float) \w{1,60}\([^)\n]{0,200}\) ?\{/,
    ],
  }),
  ...rulesOf("Python", {
    class:
      /(?:^|`)[ \t]*class [A-Za-z_]\w{0,80}(?:\([^)\n]{0,120}\))?:[ \t]*(?:$|pass\b|\.{3}|"""|#)|\bclass [A-Z]\w{0,80}\([A-Z][\w.]{0,60}(?:, ?[\w.=]{1,60}){0,6}\):/,
    function: /\b(?:async )?def [A-Za-z_]\w{0,80}\s{0,9}\([^)\n]{0,200}\)\s{0,9}(?:->\s{0,9}[^:\n]{1,60})?:/,
  }),
  ...rulesOf("Go", {
    type: /\btype [A-Za-z]\w{0,80}(?:\[[^\]\n]{1,60}\])? (?:struct|interface)\s{0,9}\{/,
    function: [
      /\bfunc \(\w{0,40} ?\*?\w[^)\n]{0,60}\) \w{1,60}\(/,
      /\bfunc [A-Za-z]\w{0,80}(?:\[[^\]\n]{1,60}\])?\([^)\n]{0,200}\)[^{\n|]{0,60}\{/,
    ],
  }),
  ...rulesOf("Rust", {
    function: /\b(?:pub(?:\([a-z]{1,9}\))? )?(?:async |const |unsafe ){0,3}fn [a-z_]\w{0,80}(?:<[^(\n]{1,80}>)?\([^)\n]{0,200}\)/,
    implementation: /\bimpl(?:<[^\n{]{1,80}>)? [A-Z&*][\w<>:,'&*?+() -]{0,160}\{/,
    macro: /\bmacro_rules! \w/,
  }),
  ...rulesOf("TypeScript", {
    type: with_(
      /\bMODIFIERStype [A-Z]\w{0,80}(?:<[^>\n]{1,60}>)?[ \t]{0,9}=[ \t]{0,9}(?:[{["'|(`&]|[\w.]{1,60}(?:[<[]|[ \t]*(?:[|&;`]|$)))/,
    ),
    function:
      /\b(?:const|let|var) [A-Za-z_$][\w$]{0,80}[ \t]{0,9}(?::[^=\n]{1,60})?=[ \t]{0,9}(?:async )?(?:\([^)\n]{0,120}\)(?::[^=\n]{1,60})?|\w{1,60})[ \t]{0,9}=>/,
  }),
  ...rulesOf("Kotlin", {
    function:
      /\b(?:override |suspend |private |internal |inline ){0,3}fun (?:<[^>\n]{1,40}> )?(?:\w{1,60}\.)?\w{1,80}\([^)\n]{0,200}\)\s{0,9}(?::|=|\{)/,
  }),
];

const LINE_MODIFIERS = String.raw`^[ \t]*(?:(?:public|private|protected|internal|abstract|final|export|default|data|sealed|static|partial|open|pub|declare|async|override|inline|extern|unsafe|readonly|case|strict) ){0,4}`;
const line = (pattern: RegExp) => new RegExp(LINE_MODIFIERS + pattern.source, pattern.flags);

/** Definitions at the beginning of a line of a block, or of inline code: the words may be prose elsewhere. */
export const DEFINITION_LINES = [
  ...rulesOf("", {
    class: line(
      /class [A-Za-z_]\w{0,80}(?:[<(][^\n]{0,120}[>)])?(?: (?:extends|implements|with) [^\n{]{1,120}|[ \t]*:[^\n{]{1,120}| < [A-Z][\w:.]{0,60})?[ \t]*[{:;]?[ \t]*(?:\/\/[^\n]*|#[^\n]*)?$/,
    ),
    struct: line(
      /(?:struct|enum(?: class)?|trait|record|union|protocol|interface|module|namespace|actor|mod|model|contract) [A-Za-z_]\w{0,80}(?:<[^\n{]{1,120}>)?(?:\([^)\n]{0,200}\))?(?:[ \t]*:[^\n{]{1,120}| (?:where|extends|implements) [^\n{]{1,120})?[ \t]*(?:\{|;)/,
    ),
    function: [
      line(
        /(?:func|fun|fn|function\*?|def|sub|proc|procedure|method|algorithm)[ \t]+[A-Za-z_$][\w$.:?!]{0,80}[ \t]{0,3}(?:[<[][^\n(]{1,100}[>\]])?[ \t]{0,3}\(/,
      ),
      /^[ \t]*(?:static |const |inline |extern |virtual |unsigned |template<[^>\n]{0,60}> ?){0,3}(?:int|void|char|bool|boolean|string|String|double|float|long|size_t|auto|u?int\d{1,2}_t|(?!(?:SELECT|CALL|VALUES|EXECUTE|FROM|WHERE|AND|OR|IF)\b)[A-Z]\w{0,60}(?:<[^>\n]{1,60}>)?)[ \t*&]{1,5}[a-zA-Z_]\w{0,80}\((?:[^)\n]{0,200}\))?[ \t]*(?:const|noexcept|throws [\w, ]{1,60})?[ \t]*(?:[{;]|=>|$)/,
      line(/(?:get|set|[a-z]\w{0,60})\([^)\n]{0,200}\)[ \t]*(?::[ \t]*[\w<>[\]|, ]{1,80})?[ \t]*\{[ \t]*$/),
      line(/\w{1,60}\([^()\n]{0,200}\)[ \t]*:[ \t]*(?:Promise|void|string|number|boolean|Observable|Map|Array)\b/),
    ],
    type: line(
      /(?:type|typedef|newtype|typealias) [A-Za-z_][\w$]{0,80}(?:<[^\n=]{1,100}>)?[ \t]*(?:=|struct\b|interface\b|func\b|\{|:|;|\w[\w ]{0,40};|(?:string|int\d{0,2}|map\[|\[\]|\*))/,
    ),
    field: [
      /^[ \t]*(?:public|private|protected)[ \t]+(?:(?:static|readonly|override|val|var|lateinit)[ \t]+){1,3}\w{1,60}\??[ \t]*:[ \t]*[\w<[{(][^\n]{0,120}$/,
      /^[ \t]*(?:public|private|protected|internal)[ \t]+(?:(?:static|final|readonly|const|volatile|override|required)[ \t]+){0,3}[\w<>[\],.?]{1,80}[ \t]+[\w$]{1,60}[ \t]*(?:[;={]|$)/,
      /^[ \t]*(?:readonly )?[a-zA-Z_$][\w$]{0,60}\??[ \t]*:[ \t]*(?:string|number|boolean|Date|unknown|any|int|float|bool|str|bytes|datetime|uuid|String|Int|Boolean|Float|ID|i32|i64|u8|u32|u64|usize|Vec|Option|List|Optional|Promise|Array|Record|Map)(?:<[^\n]{1,80}>|\[[^\n]{0,60}\]|!|\?)?(?:[ \t]*\|[^\n]{1,80})?[ \t]*(?:[;,]|\/\/[^\n]*|=[^\n]*)(?=\s|$)/,
      /^[ \t]*(?:pub )?[a-z_]\w{0,60}:[ \t]*(?:&|Option<|Vec<|Box<|Arc<|HashMap<|String,|u\d{1,2},|i\d{1,2},|bool,|usize,)/,
    ],
  }),
  ...rulesOf("Rust", {
    implementation: /^[ \t]*(?:unsafe )?impl\b(?:<[^\n{]{1,160}>)?[ \t]+[^\n]{1,200}(?:\{|$)/,
    struct: /^[ \t]*(?:pub(?:\([a-z]{1,9}\))? )(?:fn|struct|enum|trait|type|mod|const|static|use|unsafe|async|union|extern)\b/,
    attribute: /^[ \t]*#!?\[[a-z_]{2,40}(?:::\w{1,40})?(?:\([^\n]{0,200}\)?| ?=[^\n]{1,200})?\]?/,
  }),
  ...rulesOf("Go", {
    field: /^[ \t]*[A-Z]\w{0,60}[ \t]+[\w.*[\]]{1,60}[ \t]+`[a-z]{1,20}:"/,
    type: /^[ \t]*\w{1,60}[ \t]+(?:interface|struct)[ \t]*\{/,
  }),
  ...rulesOf("Protocol Buffers", {
    message: /^[ \t]*(?:message|service|oneof|extend|enum)[ \t]+[A-Za-z_][\w.]{0,80}[ \t]*\{/,
    procedure: /^[ \t]*rpc[ \t]+\w{1,60}[ \t]*\(/,
    field:
      /^[ \t]*(?:optional |repeated |required )?(?:map<[^>\n]{1,60}>|[\w.]{1,60})[ \t]+[a-z_]\w{0,60}[ \t]*=[ \t]*\d{1,5}[ \t]*(?:\[[^\]\n]{0,120}\])?;/,
    syntax: /^[ \t]*syntax[ \t]*=[ \t]*"proto/,
  }),
  ...rulesOf("GraphQL", {
    query: /^[ \t]*(?:query|mutation|subscription)(?: [A-Za-z]\w{0,60})?(?:\([^)\n]{0,160}\))?[ \t]*\{[ \t]*[a-z]\w{0,60}[ \t]*[({]/,
    type: /^[ \t]*(?:extend )?(?:type|input|interface|union|scalar|directive|schema|fragment|query|mutation|subscription)(?: @?[A-Za-z]\w{0,60})?(?: (?:implements|on) [\w &]{1,60})?[ \t]*(?:\([^\n]{0,160}\))?[ \t]*\{[ \t]*$/,
    field: /^[ \t]+[a-z]\w{0,60}(?:\([^\n]{1,120}\))?:[ \t]*\[?[A-Z]\w{0,60}!?\]?!(?=\s|$)/,
  }),
  ...rulesOf("Haskell", {
    signature: /^[ \t]*[a-z]\w{0,60}[ \t]+::[ \t]+[^\n]{0,100}->/,
    data: /^[ \t]*data [A-Z]\w{0,60}[^\n=]{0,40}=[ \t]/,
  }),
  ...rulesOf("Rust", { trait: /^[ \t]*(?:pub )?trait [A-Z]\w{0,60}(?:<[^>\n]{1,60}>)?: [A-Z][\w<>:+' ]{0,120}$/ }),
  ...rulesOf("Java", {
    record: /^[ \t]*(?:(?:public|private|protected|static|final|sealed) ){0,3}record [A-Z]\w{0,60}(?:<[^>\n]{1,60}>)?\([^)\n]{0,200}$/,
  }),
  ...rulesOf("Visual Basic", {
    function: /^[ \t]*(?:(?:Public|Private|Friend|Shared|Async) ){0,3}(?:Function|Sub|Property)[ \t]+\w{1,60}\(/,
    class: /^[ \t]*End (?:Sub|Function|Class|Property|Module)$/,
  }),
  ...rulesOf("Objective-C", {
    class: /^[ \t]*@(?:interface|implementation|protocol)[ \t]+[A-Z]\w{1,60}/,
    method: /^[ \t]*[-+] ?\(\w{1,40}[ \t]*\*{0,2}\)[ \t]*\w/,
  }),
  ...rulesOf("Lisp", { function: /^[ \t]*\((?:def[a-z-]{0,20}|define(?:-[a-z]{1,20})?|lambda|fn|ns)[ \t]+[^\s)]/ }),
  ...rulesOf("Erlang", {
    attribute: /^-(?:module|export|import|record|spec|define|behaviou?r|include)\(/,
    function: /^[a-z]\w{0,60}\([^)\n]{0,120}\)(?: when [^\n]{1,80})?[ \t]*->/,
  }),
  ...rulesOf("COBOL", {
    division: /^[ \t]*[A-Z-]{4,20} DIVISION\./,
    statement: /^[ \t]*(?:MOVE|ADD|SUBTRACT)[ \t]+\S{1,60}[ \t]+TO[ \t]+[\w-]{1,60}\.?$|^[ \t]*END-(?:EVALUATE|IF|PERFORM|READ|CALL)\b/,
  }),
  ...rulesOf("C", {
    macro: /^[ \t]*#[ \t]*(?:include[ \t]*[<"]|define[ \t]+\w|ifn?def[ \t]+\w|endif\b|pragma[ \t]+\w)/,
    type: /^[ \t]*typedef[ \t]+(?:struct|enum|union|unsigned|\w{1,40}[ \t*])/,
  }),
];

/** The head of a definition as inline code: it is annotated, visible to others, or names what it extends. A kind and a name are a name. */
export const INLINE_HEADERS = rulesOf("", {
  class: [
    with_(
      /^(?:public|private|protected|internal|export|sealed|partial|pub) MODIFIERS(?:class|interface|struct|enum|record|trait|object) [A-Z]\w{0,80}/,
    ),
    with_(
      /^MODIFIERS(?:class|interface|struct|enum|record|trait|object|protocol) [A-Z]\w{2,80}(?:<[^>\n]{1,60}>)?(?:\([^)\n]{0,120}\))?(?: (?:extends|implements) | ?: )[A-Z][\w<>.,() ]{0,120}$/,
    ),
  ],
  struct:
    /^(?:message|type|input|interface|enum(?: class)?|struct|record|model|service|union|oneof) [A-Z]\w{0,80}(?:\([^)\n]{0,160}\))?(?: implements \w{1,60})? \{[^\n]{0,300}\}$/,
  type: /^\{ ?(?:readonly )?\w{1,40}\??: (?:string|number|boolean|Date|unknown|any|int|float|bool|str)(?:\[\]| \| \w{1,20})?[;,] ?(?:readonly )?\w{1,40}\??: ?\w/,
  constructor: /^(?:constructor|init|__init__)\([^)\n]{0,160}\) ?\{/,
  annotation:
    /^@[A-Za-z][\w.]{0,60}(?:\([^)\n]{0,120}\))? (?:class|interface|def|async|public|private|protected|export|fun|val|var|static|final) \w/,
});
