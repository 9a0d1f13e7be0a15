/** What a drawing on a page may consist of; whatever else Mermaid writes is left out. */

/** Names are compared as they are written: SVG minds capitals. */
export const ELEMENTS = new Set(
  "svg g path rect circle ellipse line polygon polyline text tspan defs marker symbol use title desc clipPath linearGradient stop".split(
    " ",
  ),
);

const NUMBERS = /^[-+\d.,\s%eEpxm]*$/;
const WORD = /^[\w -]{0,200}$/;
const COLOUR = /^(?:[a-z]{3,20}|#[0-9a-f]{3,8}|(?:rgb|hsl)a?\([\d.,%\s/]{1,60}\)|none|currentColor|transparent)$/i;
const REFERENCE = /^url\(["']?#([\w.:-]{1,200})["']?\)$/;

/** Values by attribute. Nothing that leads anywhere is among them but a reference within the drawing. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  ...each("x y x1 y1 x2 y2 dx dy cx cy r rx ry width height points viewBox refX refY markerWidth markerHeight offset", NUMBERS),
  ...each("stroke-width stroke-dasharray opacity fill-opacity stroke-opacity font-size", NUMBERS),
  ...each("fill stroke stop-color color", COLOUR),
  ...each(
    "class text-anchor dominant-baseline alignment-baseline font-weight font-style orient markerUnits fill-rule clip-rule stroke-linecap stroke-linejoin preserveAspectRatio text-decoration",
    WORD,
  ),
  ...each("d", /^[\dMmLlHhVvCcSsQqTtAaZz.,\s+eE-]*$/),
  ...each("transform gradientTransform", /^(?:(?:translate|scale|rotate|matrix|skewX|skewY)\([-+\d.,\seE]{0,100}\)\s*){0,8}$/),
};

function each(names: string, pattern: RegExp): Record<string, RegExp> {
  return Object.fromEntries(names.split(" ").map((name) => [name, pattern]));
}

/** What a style may say is said by attributes, so that a page need not let in any style but its own. */
const STYLED = new Set(
  "fill stroke stroke-width stroke-dasharray opacity fill-opacity stroke-opacity text-anchor dominant-baseline alignment-baseline font-weight font-style text-decoration".split(
    " ",
  ),
);

/**
 * @param identify gives an id that no other drawing of a page has
 * @returns the attributes of an element that a drawing may have
 */
export function allowedAttributes(given: ReadonlyMap<string, string>, identify: (id: string) => string): Map<string, string> {
  const allowed = new Map<string, string>();
  for (const [name, value] of given) {
    if (ATTRIBUTES[name]?.test(value)) allowed.set(name, value);
    else if (name === "id" && /^[\w.:-]{1,200}$/.test(value)) allowed.set("id", identify(value));
    else if (/^(?:marker-(?:start|mid|end)|clip-path|fill|stroke)$/.test(name)) {
      const to = REFERENCE.exec(value)?.[1];
      if (to !== undefined) allowed.set(name, `url(#${identify(to)})`);
    } else if ((name === "href" || name === "xlink:href") && /^#[\w.:-]{1,200}$/.test(value))
      allowed.set("href", `#${identify(value.slice(1))}`);
  }
  for (const declaration of (given.get("style") ?? "").split(";")) {
    const colon = declaration.indexOf(":");
    const name = declaration.slice(0, colon).trim();
    const value = declaration
      .slice(colon + 1)
      .replace(/!important\s*$/, "")
      .trim();
    if (STYLED.has(name) && value !== "" && ATTRIBUTES[name]?.test(value)) allowed.set(name, value);
  }
  return allowed;
}
