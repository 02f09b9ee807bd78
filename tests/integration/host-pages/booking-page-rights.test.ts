import { describe, expect, it } from "vitest";
import { isoInstant } from "~/domain/time";
import * as detailsRoute from "~/routes/booking.bookings.$id._index";
import * as cancelRoute from "~/routes/booking.bookings.$id.cancel";
import * as confirmRoute from "~/routes/booking.bookings.$id.confirm";
import * as declineRoute from "~/routes/booking.bookings.$id.decline";
import * as noShowsRoute from "~/routes/booking.bookings.$id.no-shows";
import * as notesRoute from "~/routes/booking.bookings.$id.notes";
import * as reassignRoute from "~/routes/booking.bookings.$id.reassign";
import * as moveRoute from "~/routes/booking.bookings.$id.reschedule";
import { addMember, createBooking, createEventType, createWorkspace, signIn } from "../../support/factories";
import { get, postForm } from "../../support/requests";
import { hour, studio, ten } from "./booking-studio";

describe("who may not", () => {
  const posts = [confirmRoute, declineRoute, cancelRoute, moveRoute, reassignRoute, noShowsRoute, notesRoute];

  it("finds no page and changes nothing: strangers, colleagues, and those who are not signed in", async () => {
    const { workspace, booking, now, page } = await studio({ status: "pending" });
    const attacker = await createWorkspace();
    const colleague = await addMember(workspace);
    const fields = { start: isoInstant(ten + hour), reason: "" };
    for (const user of [attacker.owner, colleague]) {
      const options = { params: { id: booking.id }, cookie: (await signIn(user)).cookie };
      expect((await get(detailsRoute, page, options)).status).toBe(404);
      for (const route of posts) {
        expect((await get(route, page, options)).status).toBe(404);
        expect((await postForm(route, page, fields, options)).status).toBe(404);
      }
    }
    for (const route of posts) {
      const answer = await postForm(route, page, fields, { params: { id: booking.id } });
      expect(answer.headers.get("Location")).toMatch(/^\/login\?to=/);
    }
    expect(await now()).toMatchObject({ status: "pending", start: ten });
  });

  it("is a client, who takes no meetings", async () => {
    const { workspace, booking, page } = await studio({ status: "pending" });
    const options = {
      params: { id: booking.id },
      cookie: (await signIn(await addMember(workspace, { role: "client" }))).cookie,
    };
    for (const route of [...posts, detailsRoute]) expect((await get(route, page, options)).status).toBe(403);
    for (const route of posts) expect((await postForm(route, page, {}, options)).status).toBe(403);
  });

  it("sends a form from another site", async () => {
    const { options, now, page } = await studio({ status: "pending" });
    const foreign = { ...options, headers: { "Sec-Fetch-Site": "cross-site" } };
    for (const route of posts) {
      expect((await postForm(route, page, { start: isoInstant(ten + hour) }, foreign)).status).toBe(403);
    }
    expect(await now()).toMatchObject({ status: "pending", start: ten });
  });

  it("guesses an id that is none", async () => {
    const { options, page } = await studio();
    for (const id of ["1", "a\u0000b", "\ud800", crypto.randomUUID()]) {
      expect((await get(detailsRoute, page, { ...options, params: { id } })).status).toBe(404);
    }
  });

  it("but admins see and change any booking, and members those they host", async () => {
    const { workspace, booking, now, page } = await studio({ status: "pending" });
    const admin = await addMember(workspace, { role: "admin" });
    const options = { params: { id: booking.id }, cookie: (await signIn(admin)).cookie };
    expect((await postForm(confirmRoute, page, {}, options)).status).toBe(303);
    expect((await now()).status).toBe("confirmed");
    const member = await addMember(workspace);
    const own = await createBooking(await createEventType(workspace, { owner: member }), { start: ten });
    const theirs = { params: { id: own.id }, cookie: (await signIn(member)).cookie };
    expect((await get(detailsRoute, page, theirs)).status).toBe(200);
    expect((await postForm(cancelRoute, page, {}, theirs)).status).toBe(303);
  });
});
