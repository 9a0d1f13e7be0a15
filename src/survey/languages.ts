/** Languages by the ends of names; those with a grammar are read. */
export const LANGUAGES: Readonly<Record<string, { name: string; grammar?: string }>> = {
  js: { name: "javascript", grammar: "javascript" },
  mjs: { name: "javascript", grammar: "javascript" },
  cjs: { name: "javascript", grammar: "javascript" },
  jsx: { name: "javascript", grammar: "javascript" },
  ts: { name: "typescript", grammar: "typescript" },
  mts: { name: "typescript", grammar: "typescript" },
  cts: { name: "typescript", grammar: "typescript" },
  tsx: { name: "typescript", grammar: "tsx" },
  py: { name: "python", grammar: "python" },
  go: { name: "go", grammar: "go" },
  java: { name: "java", grammar: "java" },
  cs: { name: "csharp", grammar: "c-sharp" },
  rb: { name: "ruby", grammar: "ruby" },
  rake: { name: "ruby", grammar: "ruby" },
  php: { name: "php", grammar: "php" },
  rs: { name: "rust", grammar: "rust" },
  kt: { name: "kotlin" },
  kts: { name: "kotlin" },
  scala: { name: "scala" },
  swift: { name: "swift" },
  ex: { name: "elixir" },
  exs: { name: "elixir" },
  erl: { name: "erlang" },
  clj: { name: "clojure" },
  groovy: { name: "groovy" },
  c: { name: "c" },
  h: { name: "c" },
  cc: { name: "cpp" },
  cpp: { name: "cpp" },
  hpp: { name: "cpp" },
  dart: { name: "dart" },
  lua: { name: "lua" },
  pl: { name: "perl" },
  hs: { name: "haskell" },
  fs: { name: "fsharp" },
  vb: { name: "visual basic" },
  sh: { name: "shell" },
  ps1: { name: "powershell" },
  sql: { name: "sql" },
  vue: { name: "vue" },
  svelte: { name: "svelte" },
};

/** Tests: what they define is none of what the application has. */
export const TEST =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|specs?|e2e|testdata|test-fixtures|cypress|src\/(?:test|it|integrationTest))\/|(?:^|\/)(?:test_[^/]{1,99}|conftest|tests)\.py$|(?:_test\.go|_spec\.rb|_test\.rb|_test\.py|Tests?\.java|Tests?\.cs|Test\.php|\.(?:test|spec|e2e-spec|stories|d)\.[cm]?[jt]sx?)$|\.Tests?\//;

/** Text files beside the code that frameworks read. */
export const PLAIN =
  /(?:^|\/)(?:\.gitmodules|package\.json|package-lock\.json|pnpm-lock\.yaml|yarn\.lock|requirements[^/]{0,40}\.txt|pyproject\.toml|poetry\.lock|uv\.lock|Pipfile(?:\.lock)?|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|gradle\.lockfile|libs\.versions\.toml|Cargo\.(?:toml|lock)|[^/]{1,99}\.csproj|Directory\.Packages\.props|packages\.lock\.json|Gemfile(?:\.lock)?|composer\.(?:json|lock)|(?:[^/]{0,60}\.)?Dockerfile(?:\.[^/]{1,60})?|(?:docker-)?compose[^/]{0,60}\.ya?ml|\.gitlab-ci\.ya?ml|Jenkinsfile|azure-pipelines\.ya?ml|application[^/]{0,40}\.(?:properties|ya?ml)|routes\.ya?ml|[^/]{1,99}\.(?:sql|prisma|tf)|next\.config\.\w{2,3}|Chart\.yaml|openapi[^/]{0,40}\.(?:ya?ml|json)|swagger[^/]{0,40}\.(?:ya?ml|json)|asyncapi[^/]{0,40}\.(?:ya?ml|json))$|\.github\/workflows\/[^/]{1,99}\.ya?ml$|\.circleci\/config\.yml$|config\/routes\/.{1,99}\.ya?ml$|(?:^|\/)(?:k8s|kubernetes|manifests|helm|deploy)\/.{1,200}\.ya?ml$/;
