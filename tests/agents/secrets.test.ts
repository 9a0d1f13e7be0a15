import { execFileSync } from "node:child_process";
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explore } from "../../src/agents/explore/tools.ts";
import { beginJournal } from "../../src/agents/journal/journal.ts";
import { openWorkspace, strikeSecrets } from "../../src/core.ts";
import { makeWorkspace } from "../support/workspace.ts";

const BODY = "abcDEF123ghiJKL456mnoPQR789stuVWX012yz";
const body = (length: number) => BODY.repeat(4).slice(0, length);
const digits = (length: number) => "4839201756".repeat(4).slice(0, length);

/** Made up here, so that no scanner of this repository takes them for real ones. */
const VALUES: readonly (readonly [kind: string, line: string, secret: string])[] = (
  [
    ["Anthropic", "key ", `sk-ant-api03-${body(90)}AA`],
    ["Stripe", "STRIPE_KEY=", `sk_live_${body(24)}`],
    ["Google", "maps: ", `AIza${body(35)}`],
    ["GitLab", "token: ", `glpat-${body(20)}`],
    ["GitHub", "use ", `ghp_${body(36)}`],
    ["GitHub, fine-grained", "use ", `github_pat_${body(22)}_${body(59)}`],
    ["AWS access key", "id = ", `AKIA${"QWERTYUIOP234567"}`],
    ["AWS secret key", "aws_secret_access_key = ", `${body(36)}/+aB`],
    ["npm", "//npm.example.com/:_authToken=", `npm_${body(36)}`],
    ["Slack token", "bot ", `xoxb-${digits(12)}-${digits(12)}-${body(24)}`],
    ["Slack webhook", "post to ", `https://hooks.slack.com/services/T${"0ABCDEFGH"}/B${"0ABCDEFGH"}/${body(24)}`],
    ["SendGrid", "mail: ", `SG.${body(22)}.${body(43)}`],
    ["database", "DATABASE_URL=postgres://orders:", "hunter2hunter2"],
    ["JSON web token", "bearer ", `eyJ${body(30)}.eyJ${body(40)}.${body(43)}`],
    ["PyPI", "password = ", `pypi-${body(60)}`],
    ["Azure", "AccountKey=", `${body(80)}aBcDeF==`],
    ["password", "password: ", '"correct-horse-9"'],
    ["setting", "export MAIL_PASSWORD=", "opensesame42"],
    ["setting, in short", "REDIS_PASS=", "opensesame42"],
    ["setting in YAML", "  db_password: ", "opensesame42"],
    ["setting of a cluster", "stringData:\n  api-token: ", "b3BlbnNlc2FtZTQy"],
    ["connection", "Server=db;User Id=app;Password=", "opensesame42"],
    ["driver's address", "jdbc:mysql://db/orders?user=app&password=", "opensesame42"],
    ["command", "mysql -h db -uroot -p", "opensesame42"],
    ["shared access", "https://orders.blob.example.net/a?sv=2024&sig=", `${body(43)}%3D`],
    ["Discord", "post to ", `https://discord.com/api/webhooks/${digits(18)}/${body(68)}`],
    ["Telegram", "bot ", `${digits(9)}:AA${body(33)}`],
    ["Mailgun", "mail: ", `key-${"0f3a9c5d7e1b2c4d".repeat(2)}`],
    ["New Relic", "agent ", `NRAK-${"ABCDEFGH2JKLMNPQ".repeat(2).slice(0, 27)}`],
    ["Figma", "draw ", `figd_${body(40)}`],
  ] as const
).map(([kind, lead, secret]) => [
  kind,
  kind === "database" ? `${lead}${secret}@db.internal:5432/orders` : `${lead}${secret}`,
  secret.replaceAll('"', ""),
]);

describe("values that look like secrets", () => {
  it.each(VALUES)("are struck out: %s", (_, line, secret) => {
    for (const text of [line, `before\n${line}\nafter`, `${"The order is shipped. ".repeat(900)}\n${line}\n${"x ".repeat(9000)}`]) {
      expect(strikeSecrets(text)).not.toContain(secret);
      expect(strikeSecrets(text)).toContain("[secret removed]");
    }
  });

  it("are found wherever in one long line they stand", () => {
    const secret = `xoxb-${digits(12)}-${digits(12)}-${body(24)}`;
    for (let before = 7_940; before < 8_010; before += 7)
      expect(strikeSecrets(`{"a":"${"b".repeat(before)}","t":"${secret}","c":"${"d".repeat(9_000)}"}`)).not.toContain(secret.slice(0, 30));
  });

  it("are struck out as a whole block", () => {
    const block = `-----BEGIN EC PRIVATE KEY-----\n${`${body(64)}\n`.repeat(12)}-----END EC PRIVATE KEY-----`;
    expect(strikeSecrets(`a\n${block}\nb`)).toBe("a\n[secret removed]\nb");
    expect(strikeSecrets(`${"words of a line\n".repeat(520)}${block}\nb`)).not.toContain(body(64));
  });

  it.each([
    "const apiKey = process.env.STRIPE_API_KEY;",
    "The token is the order's id, `order_id`, and no secret.",
    "password: string",
    "GET https://api.example.com/v1/orders?token={token}",
    "a commit 3d3c42e5aac5ba805825da76410c181273ba90b1 of the release",
    "password: sha256-hashed\ntoken: bytes32\nsecret: required\npassword: varchar(64)",
    "- Token: 15 minutes, `refresh_token`: 30 days",
    "class RefundTokenRepository { findByAccessTokenAndClientSecret() {} }",
  ])("are no words of a design: %s", (line) => expect(strikeSecrets(line)).toBe(line));

  it("are looked for in bounded time", () => {
    for (const shape of [
      "key=",
      "api_key: ",
      "-----BEGIN PRIVATE KEY-----",
      "https://a:",
      "aws secret ",
      "eyJ",
      "kind: secret data: ",
      "a.b.c@",
    ]) {
      const { user } = cpuOf(() => strikeSecrets(shape.repeat(Math.ceil(250_000 / shape.length))));
      expect(user).toBeLessThan(60_000_000);
    }
  });
});

function cpuOf(work: () => void) {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before);
}

const SOURCE = "src/orders.ts";
const SECRET_FILES = [
  ...[".env", "prod.env", ".env.production", ".npmrc", "id_ed25519", "server.pem", "credentials.json", "service-account.json"],
  ...["kubeconfig", "terraform.tfstate", "prod.tfvars", "dump.sql", "orders.sqlite", "passwords.txt", "secrets.yml", "vault.yml"],
  ...["wp-config.php", "app.keystore", "backup.sql.gz", "application-prod.yml", "deploy.ppk", "client_secret_1.json"],
];

function read(root: string, path: string) {
  return explore(openWorkspace(root), "read_file", { path, from: 1 });
}

describe.each(["git", "no git"])("of a repository, with %s", (kind) => {
  const make = () => {
    const files = Object.fromEntries([...SECRET_FILES, `src/${SECRET_FILES[1]}`].map((name) => [name, "hidden value"]));
    const root = makeWorkspace({
      ...files,
      ".gitignore": "local/\n*.private\n!kept.private\n",
      "src/.gitignore": "generated.ts\n",
      "local/notes.txt": "hidden value",
      "a.private": "hidden value",
      "kept.private": "shown value",
      "src/generated.ts": "hidden value",
      [SOURCE]: `export const orders = 1;\nconst key = "sk_live_${body(24)}";\n`,
    });
    if (kind === "git") execFileSync("git", ["init", "-q"], { cwd: root });
    else rmSync(join(root, ".git"), { recursive: true, force: true });
    return root;
  };

  it("only what is tracked or would be is listed, searched and read", () => {
    const root = make();
    const listed = explore(openWorkspace(root), "list_files", { folder: "" }).text;
    expect(listed).toContain(SOURCE);
    expect(listed).toContain("kept.private");
    const hidden = [...SECRET_FILES, "local/notes.txt", "a.private", "src/generated.ts", `src/${SECRET_FILES[1]}`];
    expect(listed.split("\n").filter((line) => hidden.includes(line))).toEqual([]);
    expect(explore(openWorkspace(root), "search_files", { text: "hidden value", folder: "" }).text).toContain("nothing");
    for (const path of hidden) expect(read(root, path)).toMatchObject({ isError: true });
  });

  it("values are struck out of what is read and of what is found", () => {
    const root = make();
    expect(read(root, SOURCE).text).toContain("[secret removed]");
    expect(read(root, SOURCE).text).not.toContain("sk_live_");
    expect(explore(openWorkspace(root), "search_files", { text: "const key", folder: "" }).text).toContain("[secret removed]");
    expect(explore(openWorkspace(root), "search_files", { text: "sk_live", folder: "" }).text).not.toContain(body(24));
  });
});

it.skipIf(process.platform === "win32")("a journal is its owner's alone", () => {
  const root = makeWorkspace();
  const journal = beginJournal(openWorkspace(root), {
    id: "2026-11-21T10-00-00-ab12",
    started: "2026-11-21T10:00:00Z",
    groundplan: "0.0.0",
    model: "m",
    features: [],
  });
  journal.close();
  const modeOf = (path: string) => statSync(join(root, ".groundplan/runs", path)).mode & 0o777;
  expect([modeOf(""), modeOf("2026-11-21T10-00-00-ab12"), modeOf("2026-11-21T10-00-00-ab12/journal.jsonl")]).toEqual([0o700, 0o700, 0o600]);
});
