import { allItems, type Field, type List, type Section, type Table } from "../../markdown/index.ts";
import { outputs } from "../../model/query.ts";
import type { Model, Place } from "../../model/types.ts";
import { hasWord } from "../../text/names.ts";
import { listen, type Said } from "../../text/words.ts";
import type { Asked } from "./types.ts";

/** A paragraph, an item, a field or a row of an output. */
interface Passage {
  /** What it says, with the names that it stands under. */
  text: string;
  said: Said;
  place: Place;
}

/** @returns finds the first passage of both outputs that deals with a hazard */
export function answersIn(model: Model): (asked: Asked) => Place | undefined {
  const passages = outputs(model).flatMap(({ markdown, place }) =>
    markdown.allSections.flatMap((section) =>
      textsIn(section).map(({ text, span }): Passage => {
        const named = `${section.title}: ${text}`;
        return { text: named, said: listen(named), place: place(span) };
      }),
    ),
  );
  return ({ subjects, words, place: cause }) =>
    passages.find(
      ({ text, said, place }) =>
        said.says(words) &&
        (subjects.length === 0 || subjects.some((subject) => hasWord(text, subject))) &&
        // What gives rise to a question is no answer to it by its name alone.
        !(place.file === cause.file && place.line === cause.line && text.length <= NAME_ALONE),
    )?.place;
}

/** A row that is no longer names something, and says nothing of it. */
const NAME_ALONE = 60;

type Text = Pick<List["items"][number], "text" | "span">;

function textsIn({ paragraphs, fields, lists, tables }: Section): Text[] {
  const owned = new Set<List | Table>(fields.flatMap((field) => [...field.lists, ...field.tables]));
  return [
    ...paragraphs,
    ...fields.flatMap(textsOfField),
    ...lists.filter((list) => !owned.has(list)).flatMap(allItems),
    ...tables.filter((table) => !owned.has(table)).flatMap(textsOfRows),
  ];
}

function textsOfField({ label, value, lists, tables, span }: Field): Text[] {
  return [{ text: `${label}: ${value.text}`, span }, ...lists.flatMap(allItems), ...tables.flatMap(textsOfRows)];
}

function textsOfRows({ rows, span }: Table): Text[] {
  return rows.map((row) => ({ text: row.map(({ text }) => text).join("; "), span: row[0]?.span ?? span }));
}
