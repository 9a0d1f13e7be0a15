/** A page that is served is shown anew when a document has changed; the place on it stays. */
export function followChanges(): void {
  if (!document.documentElement.hasAttribute("data-live")) return;
  const changes = new EventSource("/changes");
  changes.addEventListener("changed", () => location.reload());
  // A server that was started again may serve other documents.
  let lost = false;
  changes.addEventListener("error", () => {
    lost = true;
  });
  changes.addEventListener("open", () => {
    if (lost) location.reload();
  });
}
