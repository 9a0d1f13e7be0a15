import type { Remark } from "./store.ts";

let lastName = "";

/** Asks for a remark on some words. @returns nothing where it was not given */
export function askFor(quote: string): Promise<Pick<Remark, "by" | "text"> | undefined> {
  const dialog = open("A remark");
  const words = document.createElement("blockquote");
  words.textContent = quote;
  const text = field("Remark", document.createElement("textarea"));
  const by = field("Your name", document.createElement("input"));
  by.input.value = lastName;
  dialog.body.append(words, text.label, by.label);
  return new Promise((resolve) => {
    dialog.close("Keep", () => {
      lastName = by.input.value.replace(/[:\n]/g, " ").trim().slice(0, 80);
      const said = text.input.value.trim().slice(0, 1500);
      resolve(said === "" ? undefined : { by: lastName, text: said });
    });
    dialog.element.addEventListener("close", () => resolve(undefined));
    text.input.focus();
  });
}

/** Shows the remarks, each of which can be taken away. */
export function listOf(remarks: readonly Remark[], changed: (left: readonly Remark[]) => void): void {
  const dialog = open("Remarks");
  const left = new Set(remarks);
  for (const remark of remarks) {
    const part = document.createElement("p");
    const take = document.createElement("button");
    take.type = "button";
    take.textContent = "Take away";
    take.addEventListener("click", () => {
      left.delete(remark);
      part.remove();
      changed([...left]);
    });
    part.append(`“${remark.quote}”: ${remark.text} `, take);
    dialog.body.append(part);
  }
  dialog.close("Close", () => {});
}

function field<Input extends HTMLTextAreaElement | HTMLInputElement>(
  name: string,
  input: Input,
): { label: HTMLLabelElement; input: Input } {
  const label = document.createElement("label");
  label.append(name, input);
  return { label, input };
}

function open(title: string) {
  const element = document.createElement("dialog");
  element.setAttribute("aria-label", title);
  const body = document.createElement("div");
  const buttons = document.createElement("p");
  element.append(body, buttons);
  document.body.append(element);
  element.addEventListener("close", () => element.remove());
  element.showModal();
  return {
    element,
    body,
    close(name: string, act: () => void) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", () => {
        act();
        element.close();
      });
      buttons.append(button);
    },
  };
}
