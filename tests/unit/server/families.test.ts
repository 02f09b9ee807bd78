import type { ServerBuild } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { familiesOf } from "../../../app/server/families";

const paths: Record<string, { path?: string; index?: boolean; parentId?: string }> = {
  home: { index: true },
  any: { path: "*" },
  login: { path: "login" },
  "book-index": { path: "book/:workspace", index: true },
  "book-event": { path: "book/:workspace/:event", index: true },
  "booking-layout": { path: "booking" },
  dashboard: { index: true, parentId: "booking-layout" },
  list: { path: "bookings", index: true, parentId: "booking-layout" },
  one: { path: "bookings/:id", parentId: "booking-layout" },
  settings: { path: "settings", parentId: "booking-layout" },
  "api-any": { path: "api/*" },
  "api-me": { path: "api/v1/me" },
  "api-slots": { path: "api/v1/public/book/:ws/:event/slots" },
  file: { path: "meeting/:uid/calendar.ics" },
};

const entries = Object.entries(paths).map(([id, route]) => [id, { id, parentId: "root", ...route }]);
const routes = Object.fromEntries([["root", { id: "root", path: "" }], ...entries]) as ServerBuild["routes"];
const build = { routes, assets: { routes } } as unknown as ServerBuild;

function routesFor(path: string) {
  const family = familiesOf(build)(path);
  expect(Object.keys(family.assets.routes)).toEqual(Object.keys(family.routes));
  return Object.keys(family.routes).filter((id) => id !== "root");
}

describe("the routes that an address is looked up in", () => {
  it("are those that can answer it, with their layouts and whatever catches the rest", () => {
    expect(routesFor("/book/acme")).toEqual(["any", "book-index"]);
    expect(routesFor("/book/acme/intro")).toEqual(["any", "book-event"]);
    expect(routesFor("/api/v1/me")).toEqual(["any", "api-any", "api-me"]);
    expect(routesFor("/api/v1/public/book/acme/intro/slots")).toEqual(["any", "api-any", "api-slots"]);
    expect(routesFor("/booking/bookings/7")).toEqual(["any", "booking-layout", "one"]);
    expect(routesFor("/meeting/x/calendar.ics")).toEqual(["any", "file"]);
  });

  it("are the same whatever slashes and capitals are in it", () => {
    expect(routesFor("//API/V1/Me/")).toEqual(routesFor("/api/v1/me"));
    expect(routesFor("/Booking/")).toEqual(["any", "booking-layout", "dashboard"]);
  });

  it("are the shortest ones for the shortest address", () => {
    expect(routesFor("/")).toEqual(["home", "any"]);
    expect(routesFor("/login")).toEqual(["any", "login"]);
  });

  it("are all of them where no family is known", () => {
    for (const path of ["/nothing", "/api/v1/nothing", "/booking/nothing", "/b%6Fok/acme", "/login/further"]) {
      expect(familiesOf(build)(path)).toBe(build);
    }
  });
});
