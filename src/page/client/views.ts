/**
 * Shows one feature, or one part of the whole, at a time: the one that the address names, or the first. Without scripts all of them stand
 * below each other.
 */
export function showOneView(): void {
  const views = [...document.querySelectorAll<HTMLElement>("main > .view, main > .feature")];
  if (views.length < 2) return;
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".contents a")];
  const show = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id === "" ? undefined : (document.getElementById(id) ?? undefined);
    const view = views.find((each) => each === target || (target && each.contains(target))) ?? views[0];
    for (const each of views) each.hidden = each !== view;
    for (const link of links) {
      if (link.hash === `#${view?.id}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    // What was hidden had no place to scroll to.
    if (target && target !== view) target.scrollIntoView();
    else if (id !== "") scrollTo(0, 0);
  };
  addEventListener("hashchange", show);
  show();
}
