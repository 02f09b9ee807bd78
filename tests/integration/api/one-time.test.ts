import { describe, expect, it } from "vitest";
import { book } from "~/domain/bookings/book.server";
import * as ofLink from "~/routes/api.v1.bookings.links.$id.one-time";
import * as single from "~/routes/api.v1.bookings.one-time.$id";
import { signIn } from "../../support/factories";
import { createLink } from "../../support/links";
import { inOslo, office, wish } from "../../support/orders";
import { callApi } from "../../support/requests";
import { isoInstant } from "~/domain/time";

async function studio() {
  const place = await office();
  const { token } = await signIn(place.owner);
  const link = await createLink(place.eventType);
  const params = { id: link.id };
  const make = (body: object) =>
    callApi(ofLink, "POST", `/api/v1/bookings/links/${link.id}/one-time`, { token, params, body });
  const list = () => callApi(ofLink, "GET", `/api/v1/bookings/links/${link.id}/one-time`, { token, params });
  const call = (method: string, id: unknown) =>
    callApi(single, method, `/api/v1/bookings/one-time/${String(id)}`, { token, params: { id: String(id) } });
  return { ...place, link, make, list, call };
}

const start = isoInstant(inOslo(9));
const end = isoInstant(inOslo(9, 30));

describe("one-time links by the API", () => {
  it("tell their token at their making alone", async () => {
    const { make, list, call, link } = await studio();
    const made = await make({
      recipient_email: "mei@example.org",
      recipient_name: "Mei",
      slots: [start],
      expires_at: end,
    });
    const { token, url, ...rest } = made.body as Record<string, string>;
    expect([made.status, made.headers.get("Location")]).toEqual([201, `/api/v1/bookings/one-time/${rest.id}`]);
    expect(url!.endsWith(`/public/bookings/${token}`)).toBe(true);
    const said = {
      recipient_email: "mei@example.org",
      recipient_name: "Mei",
      slots: [{ start, end }],
      expires_at: end,
    };
    expect(rest).toMatchObject({ ...said, status: "active", link_id: link.id });
    const listed = await list();
    expect(listed.body).toMatchObject({
      items: [{ ...said, status: "active", opens: 0, first_opened_at: null, booking_id: null }],
      total: 1,
    });
    const found = await call("GET", rest.id);
    expect(found.body).toMatchObject({ id: rest.id });
    expect(listed.text + found.text).not.toContain(token);
  });

  it("are refused with the fields that are wrong", async () => {
    const { make } = await studio();
    const slots = [{ start, end: isoInstant(inOslo(10)) }];
    const wrong = await make({ recipient_email: "mei@example.org", slots, expires_at: "2020-01-01T00:00:00Z" });
    expect([wrong.status, wrong.body.errors]).toMatchObject([400, [{ path: "expires_at" }, { path: "slots.0" }]]);
    expect((await make({})).body.errors).toMatchObject([{ path: "recipient_email" }]);
  });

  it("are revoked once and for all, unless they are booked", async () => {
    const { make, call, eventType, list } = await studio();
    const { id } = (await make({ recipient_email: "mei@example.org" })).body;
    expect([(await call("DELETE", id)).status, (await call("DELETE", id)).status]).toEqual([204, 204]);
    expect((await call("GET", id)).body.status).toBe("revoked");
    const used = (await make({ recipient_email: "mei@example.org" })).body;
    const through = { kind: "one_time" as const, id: String(used.id) };
    const booked = await book({ eventType, input: wish({ start }), locale: "en", through, now: Date.now() });
    expect(booked.ok).toBe(true);
    expect(await call("DELETE", used.id)).toMatchObject({ status: 409, body: { code: "booked" } });
    const { items } = (await list()).body as { items: { booking_id: string | null; status: string }[] };
    expect(items[0]).toMatchObject({ status: "booked", booking_id: booked.ok && booked.booking.id });
    expect((await call("DELETE", "x")).status).toBe(404);
  });
});
