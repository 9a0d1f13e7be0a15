import { describe, expect, it } from "vitest";
import { reviewChanged } from "../support/mutate.ts";

/** The notes of the clean example, written anew. */
function found(notes: string): string[] {
  const change = (text: string) => text.replace(/(?<=### Security Notes\n\n)[\s\S]*?(?=\n## )/, `${notes}\n`);
  return reviewChanged({ "backend-design": change }).findings.flatMap(({ check, message, arguments: values }) =>
    check === "unstated-security" ? [`${message} ${values?.topic ?? values?.found}`] : [],
  );
}

describe("security notes in every form", () => {
  it.each([
    [
      "items",
      "- Authentication: mutual TLS to the broker.\n- Authorization: reads `shop.orders` alone.\n- Data protection: no customer data in logs.\n- Input validation: at most 64 KB, unknown fields are refused.",
    ],
    [
      "fields",
      "**Authentication**: OAuth 2.0\n\n**Authorization**: RBAC\n\n**Data protection**: AES-256 at rest\n\n**Input validation**: JSON Schema",
    ],
    [
      "a table",
      "| Topic | Requirement |\n| --- | --- |\n| AuthN | JWT of 15 minutes |\n| AuthZ | role `agent` |\n| Privacy | emails are masked |\n| Input | texts of 500 characters |",
    ],
    [
      "headings",
      "#### Authentication\n\nKerberos.\n\n#### Authorization\n\n- Roles for each ledger.\n\n#### Data protection\n\nTLS 1.3.\n\n#### Input validation\n\nPatterns of names.",
    ],
    [
      "prose",
      "Agents sign in through the console with a bearer token, and only team leads may approve. Notes are encrypted at rest. Bodies are held against the schema before anything is stored.",
    ],
    [
      "two topics in one item",
      "- Authentication and authorization: the worker's own client credential, with the scope `refunds.execute`.\n- Data protection and input validation: no card data; UUIDs alone.",
    ],
    [
      "none, with reasons",
      "- Authentication: none, it runs in its caller's process.\n- Authorization: none: the caller decides.\n- Data protection: not applicable, since nothing is stored or sent.\n- Input validation: lists of at most 1,000 numbers.",
    ],
    [
      "German",
      "- Authentifizierung: Token des Portals, 15 Minuten.\n- Berechtigungen: Rolle Sachbearbeitung.\n- Datenschutz: Anschriften werden geschwärzt.\n- Eingabeprüfung: höchstens 500 Zeichen.",
    ],
  ])("%s: nothing is said", (_, notes) => {
    expect(found(notes)).toEqual([]);
  });
});

const REST = "- Authorization: role `agent`.\n- Data protection: emails are masked.\n- Input validation: 500 characters.";

describe("security notes that say nothing", () => {
  it.each([
    ["Authentication: none", "unreasoned Authentication: none"],
    ["Authentication: none needed.", "unreasoned Authentication: none needed."],
    ["Authentication: n/a", "unreasoned Authentication: n/a"],
    ["Authentication: as usual", "filler Authentication: as usual"],
    ["Authentication: standard mechanisms apply", "filler Authentication: standard mechanisms apply"],
    ["Authentication: users are authenticated", "filler Authentication: users are authenticated"],
    ["Authentication: to be defined later", "filler Authentication: to be defined later"],
    ["Authentication: required", "filler Authentication: required"],
  ])("%s", (note, expected) => {
    expect(found(`- ${note}\n${REST}`)).toEqual([expected]);
  });

  it("one line for all of them", () => {
    expect(found("Nothing special.")).toEqual(
      [
        "filler Nothing special.",
        "unstated authentication",
        "unstated authorization",
        "unstated data protection",
        "unstated input validation",
      ].sort((a, b) => Number(a.startsWith("filler")) - Number(b.startsWith("filler"))),
    );
  });

  it("names each topic that is left out", () => {
    expect(found(REST)).toEqual(["unstated authentication"]);
  });
});
