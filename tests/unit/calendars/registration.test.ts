import { expect, it } from "vitest";
import { env } from "~/env.server";
import { isAllowedRedirect } from "~/domain/calendars/registration.server";

const { origin } = new URL(env.APP_URL);
const host = origin.split("://")[1]!;

it("whoever says yes may be sent to an address of this instance itself", () => {
  for (const path of ["/", "/done?x=1", "/api/v1/booking/calendars/callback/google"])
    expect([path, isAllowedRedirect(origin + path)]).toEqual([path, true]);
});

it.each([
  origin,
  `${origin}@evil.example/`,
  `${origin}.evil.example/`,
  `${origin}0/`,
  `${origin}\\@evil.example/`,
  `${origin}/\\evil.example/../`,
  `http://somebody:secret@${host}/`,
  `${origin}/\0`,
  `${origin}/a\tb`,
  ` ${origin}/`,
  `${origin}/#done`,
  `HTTP://${host}/`,
  `//${host}/`,
  "https://evil.example/",
  "javascript:alert(1)",
  "",
])("and nowhere by %j", (address) => {
  expect(isAllowedRedirect(address)).toBe(false);
});
