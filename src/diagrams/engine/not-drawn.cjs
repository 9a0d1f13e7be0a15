// Stands in for the libraries that lay out and draw, in the place of which the build puts it: a parser never
// asks them for anything but to be there.
const nothing = new Proxy(() => nothing, {
  get: (_, key) => (key === "__esModule" ? false : key === Symbol.toPrimitive ? () => "" : nothing),
  apply: () => nothing,
  construct: () => nothing,
});
module.exports = nothing;
