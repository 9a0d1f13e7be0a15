import { describe, expect, it } from "vitest";
import { isSamePath, pathKey } from "../../src/text/paths.ts";

describe("the names of places in a path do not count", () => {
  it.each([
    ["/orders/{id}", "/orders/:orderId"],
    ["/orders/{id}", "/orders/<int:pk>/"],
    ["/orders/{id}/lines", "/Orders/:id(\\d+)/lines?limit=20"],
    ["/", "/?page=2"],
  ])("%s is %s", (a, b) => expect(pathKey(a)).toBe(pathKey(b)));

  it.each([
    ["/orders/{id}", "/orders"],
    ["/orders/{id}:cancel", "/orders/{id}:archive"],
    ["/orders/{id}", "/orders/export"],
  ])("%s is not %s", (a, b) => expect(pathKey(a)).not.toBe(pathKey(b)));
});

describe("what stands before all paths of a service may be left out", () => {
  it.each([
    ["/api/v1/orders", "/orders", true],
    ["/shop/orders/{id}", "/orders/{id}", true],
    ["/users/{id}/orders/{id}", "/orders/{id}", false],
    ["/shops/orders", "/orders", false],
    ["/orders/{id}", "/{id}", false],
    ["/api/v1", "/", false],
  ])("%s and %s: %s", (a, b, same) => {
    expect(isSamePath(pathKey(a), pathKey(b))).toBe(same);
    expect(isSamePath(pathKey(b), pathKey(a))).toBe(same);
  });
});
