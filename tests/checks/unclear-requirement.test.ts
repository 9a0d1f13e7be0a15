import { expect, it } from "vitest";
import { reviewChanged } from "../support/mutate.ts";

/** What is said of a PRD that a team wrote in its own words. */
function told(...lines: string[]): string[] {
  const { findings } = reviewChanged({ prd: () => `${lines.join("\n")}\n` });
  return findings.flatMap(({ check, message, place }) => (check === "unclear-requirement" ? [`${message} ${place.line}`] : []));
}

const GERMAN = ["# Schlüssel", "", "Die Verwaltung der Schlüssel ist für die Kasse und das Lager.", "", "## Funktionale Anforderungen", ""];
const RUSSIAN = ["# Ключи", "", "Управление ключами нужно для кассы и для склада, а не для всех.", "", "## Функциональные требования", ""];
const JAPANESE = ["# 鍵の管理", "", "この文書は鍵の管理についての要件を定めるものである。", "", "## 機能要件", ""];
const ENGLISH = ["# Keys", "", "## Functional Requirements", ""];

it.each([
  ["German", [...GERMAN, "- Ein Schlüssel muss bei Bedarf gesperrt werden."], ["untestable 7"]],
  ["German, two at once", [...GERMAN, "- Die Kasse muss den Schlüssel prüfen und das Lager muss den Beleg dazu drucken."], ["several 7"]],
  ["German, a figure", [...GERMAN, "- Ein Schlüssel muss schnell gesperrt werden: binnen 5 Minuten."], []],
  ["Russian", [...RUSSIAN, "- Ключ должен быть заблокирован при необходимости."], ["untestable 7"]],
  ["Russian, a condition", [...RUSSIAN, "- Ключ должен быть заблокирован после кражи."], []],
  ["Japanese", [...JAPANESE, "- 鍵は必要に応じて無効にすること。"], ["untestable 7"]],
  ["Japanese, a condition", [...JAPANESE, "- 盗難の届出があった鍵は無効にすること。"], []],
  ["words that are quoted", [...ENGLISH, '- The button must be labelled "Pay quickly".'], []],
  ["a list of objects, one behaviour", [...ENGLISH, "- The key must be printed, signed and stored with the receipt."], []],
  ["a bound on one behaviour", [...ENGLISH, "- A key must be known to the till and must not be revoked by it."], []],
  ["values of different things", [...ENGLISH, "- Keys of tills expire after 5 days.", "- Keys of stores expire after 9 days."], []],
  [
    "steps of one thing",
    [...ENGLISH, "- Attempt 1 of a blocked key waits 5 seconds.", "- Attempt 2 of a blocked key waits 9 seconds."],
    [],
  ],
  [
    "two values of one thing",
    [...ENGLISH, "- Keys of tills expire after 5 days.", "- The keys of tills expire after 9 days."],
    ["contradicting 6"],
  ],
] as [string, string[], string[]][])("%s", (_, lines, expected) => {
  expect(told(...lines)).toEqual(expected);
});
