import { askFor, listOf } from "./dialogs.ts";
import { asMarkdown, asPatch } from "./export.ts";
import { keepRemarks, keptRemarks, type Remark } from "./store.ts";

/**
 * Lets a reviewer mark a text and put a remark to it. Remarks stay in this browser until they are exported: as Markdown to send, or as a
 * patch that puts them into the documents as comments, where `groundplan check` tells them as open questions.
 */
export function takeRemarks(): void {
  const documents = [...document.querySelectorAll<HTMLElement>(".document[data-file]")];
  if (documents.length === 0) return;
  const remarks = keptRemarks();
  const bar = document.createElement("div");
  bar.className = "remarks";
  bar.dataset.remarks = "";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Remarks");
  const add = button("Remark on the selection", async () => {
    const quoted = selected();
    if (!quoted) return;
    const answer = await askFor(quoted.quote);
    if (answer) change([...remarks, { ...quoted, ...answer }]);
  });
  const show = button("", () => void listOf(remarks, (left) => change(left)));
  const markdown = button("Export as Markdown", () => exported("remarks.md", asMarkdown(remarks)));
  const patch = button("Export as a patch", () => exported("remarks.patch", asPatch(remarks)));
  bar.append(add, show, markdown, patch);
  document.body.append(bar);
  let isExported = true;

  function change(now: readonly Remark[]): void {
    remarks.splice(0, remarks.length, ...now);
    keepRemarks(remarks);
    isExported = remarks.length === 0;
    tell();
  }
  function exported(name: string, text: string): void {
    download(name, text);
    isExported = true;
  }
  function tell(): void {
    add.hidden = selected() === undefined;
    show.textContent = remarks.length === 1 ? "1 remark" : `${remarks.length} remarks`;
    for (const each of [show, markdown, patch]) each.hidden = remarks.length === 0;
    bar.hidden = [...bar.children].every((each) => (each as HTMLElement).hidden);
  }
  document.addEventListener("selectionchange", tell);
  addEventListener("beforeunload", (event) => {
    // Where the page is served it comes back by itself, and with it what this browser keeps.
    if (!isExported && !document.documentElement.hasAttribute("data-live")) event.preventDefault();
  });
  tell();
}

/** What is marked in a document, with the lines that it stands on. */
function selected(): Omit<Remark, "by" | "text"> | undefined {
  const selection = getSelection();
  const quote = selection?.toString().replace(/\s+/g, " ").trim().slice(0, 300) ?? "";
  const node = selection?.rangeCount ? selection.getRangeAt(0).startContainer : undefined;
  const element = node instanceof Element ? node : node?.parentElement;
  const block = element?.closest<HTMLElement>("[data-to]");
  const file = element?.closest<HTMLElement>(".document")?.dataset.file;
  return quote === "" || !block || !file ? undefined : { file, quote, line: Number(block.dataset.to) };
}

function button(name: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = name;
  // The selection is what the button is about.
  made.addEventListener("mousedown", (event) => event.preventDefault());
  made.addEventListener("click", act);
  return made;
}

function download(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
