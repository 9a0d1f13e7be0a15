import { describe, expect, it } from "vitest";
import { readLoose } from "../../src/guide/reading.ts";

/** Line, role or kind, and id of all that is no context. */
const read = (text: string) =>
  readLoose(text, "prd.md").blocks.flatMap(({ place, role, kind, id = "" }) =>
    role === "context" ? [] : [`${place.line} ${kind ?? role} ${id}`.trim()],
  );

describe("each block of a PRD has a role, in many languages and forms", () => {
  it.each<[string, string, string[]]>([
    [
      "Kiro in Japanese: a requirement with its story is one statement, its criteria go on with its number",
      "# 要件定義書\n\n## 要件\n\n### 要件 1: 検索\n\n**ユーザーストーリー:** 利用者として、商品を検索したい。\n\n#### 受入基準\n\n1. WHEN 入力したとき、THE System SHALL 結果を表示する\n2. 結果は20件ずつ表示されること\n",
      ["5 story 要件 1", "11 criterion 要件 1.1", "12 criterion 要件 1.2"],
    ],
    [
      "a Russian specification, what is out of scope and what is asked",
      "# ТЗ\n\n## 1. Функциональные требования\n\n### 1.1 Вход\n\n- Система проверяет пароль клиента\n\n## 2. Вне рамок\n\n- Оплата картой\n\n## 3. Открытые вопросы\n\n- Какой провайдер используется?\n",
      ["7 functional Функциональные требования 1", "11 exclusion Вне рамок 1", "15 question"],
    ],
    [
      "a box that is drawn with characters",
      "# Scanner\n\n## Requirements\n\n```\n┌─────────┬──────────────────┐\n│ ID      │ Requirement      │\n├─────────┼──────────────────┤\n│ REQ-001 │ It reads codes   │\n│ REQ-002 │ It beeps         │\n└─────────┴──────────────────┘\n```\n",
      ["9 functional REQ-001", "10 functional REQ-002"],
    ],
    [
      "spec-kit: scenarios belong to their story, entities are structures, checklists state nothing",
      "# Feature\n\n## User Scenarios & Testing\n\n### User Story 1 - Albums (Priority: P1)\n\nA person collects photos.\n\n**Acceptance Scenarios**:\n\n1. **Given** no album, **When** one is made, **Then** it is listed\n\n## Requirements\n\n### Functional Requirements\n\n- **FR-001**: System MUST keep albums\n\n### Key Entities\n\n- **Album**: photos of a trip\n\n## Review & Acceptance Checklist\n\n- [ ] Requirements are testable\n",
      ["5 story Story 1", "11 criterion Story 1.1", "17 functional FR-001", "21 structure"],
    ],
    [
      "headings that are bold paragraphs and toggles, as other tools export them",
      "**1\\. Requirements**\n\n* Points expire after a year\n\n**2\\. Out of scope**\n\n* Gift cards\n\n<details><summary>Non-functional requirements</summary>\n\n- Booking takes 1 s\n\n</details>\n",
      ["3 functional Requirements 1", "7 exclusion Statement 1", "11 non-functional Non-functional requirements 1"],
    ],
    [
      "a list below a heading of somebody's own",
      "# T\n\n## Voices\n\n- Gifts reach the giver\n- Amounts are in euro\n",
      ["5 unread", "6 unread"],
    ],
    [
      "ids that only stand out in bold, of a letter that this document alone uses; what has to hold for a story stands below it",
      "# T\n\n## Stories\n\n**B1** As a rower I want to reserve a boat.\n- The reservation lasts two hours at most.\n- Boats with two oars\n\n**B2** As a warden I want to lock a boat.\n",
      ["5 story B1", "6 criterion B1 criterion 1", "9 story B2"],
    ],
    ["prose with a word of duty", "# T\n\nThe system shall keep tickets.\n\nWe like tickets.\n", ["3 functional T 1"]],
  ])("%s", (_, text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    [
      "nests 50 deep",
      `## Requirements\n\n${Array.from({ length: 50 }, (_, depth) => `${"  ".repeat(depth)}- Level ${depth} is kept\n`).join("")}`,
    ],
    ["has an id of 300 characters", `## Requirements\n\n- FR-${"1".repeat(300)}: Book\n`],
    ["is all table", "| A | B |\n| --- | --- |\n| 1 | 2 |\n"],
    ["is empty", ""],
  ])("a PRD that %s is read", (_, text) => expect(readLoose(text, "prd.md").blocks).toBeInstanceOf(Array));

  it("a PRD between fences is in the language of what stands there", () => {
    const { languages } = readLoose(
      "```\n# Prozess\n\nDas System muss die Boote und die Plätze für den Hafen verwalten, und das ist alles.\n```\n",
      "prd.md",
    );
    expect(languages).toContain("de");
  });

  it.each([
    [
      "Indonesian, which shares words with Italian",
      "## Tujuan\n\nPelanggan apotek membuka aplikasi di rumah dan memesan obat di toko terdekat, lalu kurir mengantar pesanan di hari yang sama. Setiap pesanan dicatat di sistem, dan pelanggan melihat status pesanan di halaman utama tanpa perlu menelepon. Apoteker memeriksa resep di layar kasir, menandai obat yang habis, lalu menyiapkan pesanan di loket pengambilan. Pemilik toko melihat laporan penjualan di akhir bulan dan mengatur harga di halaman pengaturan.\n",
      [],
    ],
    [
      "Vietnamese",
      "## Mục tiêu\n\nNgười dùng đặt lịch khám với bác sĩ trong thành phố và xem kết quả xét nghiệm ở một nơi duy nhất, không cần gọi điện. Bác sĩ xem danh sách bệnh nhân của ngày hôm nay, ghi chú vào hồ sơ, và gửi đơn thuốc cho nhà thuốc gần nhất. Quản trị viên thêm phòng khám mới, đặt giờ làm việc và xem báo cáo theo tuần.\n",
      [],
    ],
    [
      "Ukrainian, whose script is that of Russian",
      "## Вимоги\n\nСистема надсилає лист на пошту, і користувач підтверджує її, не виходячи з кабінету. Дані не зберігаються на пристрої, їх видно лише на сервері.\n",
      [],
    ],
    [
      "Italian",
      "## Scopo\n\nIl gestore del faro registra le visite della giornata e lo stato della lampada, con una nota per ogni guasto. Il registro non si cancella: una voce che è sbagliata resta, con la correzione del gestore. Gli ospiti del museo del faro vedono il registro di ogni giorno, e lo stampano con una copia per la scuola.\n",
      ["it"],
    ],
  ])("languages are told by their commonest words: %s", (_, text, expected) =>
    expect(readLoose(text, "prd.md").languages).toEqual(expected),
  );

  it("an id that is given twice with different words is told, and both are kept", () => {
    const { statements, clashes } = readLoose(
      "## Orders\n\n- FR-1: A guest orders bread\n\n## Baking\n\n- FR-1: A baker sees lists\n",
      "prd.md",
    );
    expect(statements.map(({ id }) => id)).toEqual(["FR-1", "FR-1 (Baking)"]);
    expect(clashes.map(({ id }) => id)).toEqual(["FR-1"]);
  });
});
