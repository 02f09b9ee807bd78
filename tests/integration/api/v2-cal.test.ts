import { describe, expect, it } from "vitest";
import { addMember, createBooking, createTeam, signIn } from "../../support/factories";
import { inOslo } from "../../support/orders";
import { at, program, studio } from "./v2-studio";

const john = { name: "John Doe", email: "john@example.com", timeZone: "America/New_York", language: "de" };
const cal = program({ version: "2024-08-13" });

describe("a program that was written for Cal.com", () => {
  it("books, reads, moves and cancels", async () => {
    const { id, eventType, workspace } = await studio();
    const body = { start: at(10), eventTypeId: id, attendee: john, metadata: { source: "web" }, unknown: { to: "us" } };
    const made = await cal("POST", "/v2/bookings", { body });
    expect(made.status).toBe(201);
    expect(made.body.data).toMatchObject({
      id: expect.any(Number),
      status: "accepted",
      start: at(10),
      end: at(10, 30),
      duration: 30,
      eventType: { id, slug: eventType.slug },
      hosts: [{ id: expect.any(Number), email: "", username: workspace.slug }],
      attendees: [{ ...john, displayEmail: john.email, absent: false }],
      metadata: { source: "web" },
    });
    const url = `/v2/bookings/${made.body.data.uid}`;
    expect((await cal("GET", url)).body.data).toEqual(made.body.data);
    const moved = await cal("POST", `${url}/reschedule`, { body: { start: at(12), reschedulingReason: "A clash" } });
    expect([moved.status, moved.body.data.start, moved.body.data.uid]).toEqual([201, at(12), made.body.data.uid]);
    const cancelled = await cal("POST", `${url}/cancel`, { body: { cancellationReason: "Ill" } });
    expect([cancelled.status, cancelled.body.data.status]).toEqual([200, "cancelled"]);
    expect(cancelled.body.data.cancellationReason).toBe("Ill");
  });

  it("names the event type by its address, and the team that is to hold it", async () => {
    const { eventType, workspace, owner } = await studio({ isTeamEvent: true, assignmentType: "round_robin" });
    const colleague = await addMember(workspace);
    const team = await createTeam(workspace, [colleague]);
    const book = (hour: number, named: object) =>
      cal("POST", "/v2/bookings", {
        body: { start: at(hour), attendee: john, eventTypeSlug: eventType.slug, ...named },
      });
    expect((await book(10, { username: workspace.slug })).body.data.hosts[0].id).toBe(owner.number);
    expect((await book(11, { teamSlug: workspace.slug })).status).toBe(201);
    const held = await book(12, { organizationSlug: workspace.slug, teamSlug: team.slug });
    expect(held.body.data.hosts[0].id).toBe(colleague.number);
    const unnamed = await book(13, {});
    expect([unnamed.status, unnamed.body.error.message]).toEqual([400, expect.stringContaining("must be provided")]);
  });

  it("takes a time without an offset for UTC", async () => {
    const { id } = await studio();
    const start = at(10).replace("Z", "");
    const made = await cal("POST", "/v2/bookings", { body: { start, eventTypeId: id, attendee: john } });
    expect(made.body.data.start).toBe(at(10));
  });

  it("is told of a taken slot by a 400 in Cal.com's envelope", async () => {
    const { id } = await studio();
    const body = { start: at(10), eventTypeId: id, attendee: john };
    await cal("POST", "/v2/bookings", { body });
    const refused = await cal("POST", "/v2/bookings?x=1", { body });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      status: "error",
      path: "/v2/bookings?x=1",
      error: { code: "BadRequestException", details: { error: "Bad Request", statusCode: 400 } },
    });
    expect(Date.parse(refused.body.timestamp)).toBeGreaterThan(Date.now() - 60_000);
    const invalid = await cal("POST", "/v2/bookings", { body: { ...body, attendee: { ...john, timeZone: "Mars" } } });
    expect(invalid.body.error.details.errors).toMatchObject([{ property: "attendee.timeZone" }]);
  });

  it("is refused what would be another meeting than it means", async () => {
    const { id } = await studio();
    const body = { start: at(10), eventTypeId: id, attendee: john };
    for (const more of [{ recurrenceCount: 3 }, { instant: true }, { lengthInMinutes: 45 }]) {
      const refused = await cal("POST", "/v2/bookings", { body: { ...body, ...more } });
      expect(refused.body.error.details.errors).toMatchObject([{ property: Object.keys(more)[0] }]);
    }
  });

  it("confirms, declines, notes who was absent and hands over, as a host", async () => {
    const { workspace, eventType, token } = await studio();
    const colleague = await addMember(workspace);
    const host = program({ version: "2024-08-13", token });
    const request = (hour: number) => createBooking(eventType, { start: inOslo(hour), status: "pending" });
    const [yes, no] = [await request(10), await request(11)];
    expect((await host("POST", `/v2/bookings/${yes.uid}/confirm`)).body.data.status).toBe("accepted");
    const declined = await host("POST", `/v2/bookings/${no.uid}/decline`, { body: { reason: "Away" } });
    expect(declined.body.data).toMatchObject({ status: "rejected", cancellationReason: "Away" });
    expect((await host("POST", `/v2/bookings/${no.uid}/confirm`)).status).toBe(400);
    const wordless = await request(12);
    expect((await host("POST", `/v2/bookings/${wordless.uid}/decline`)).body.data.status).toBe("rejected");
    const begun = await createBooking(eventType, { start: Date.now() - 60_000 });
    const absent = { attendees: [{ email: begun.inviteeEmail.toUpperCase(), absent: true }] };
    const noted = await host("POST", `/v2/bookings/${begun.uid}/mark-absent`, { body: absent });
    expect(noted.body.data.attendees).toMatchObject([{ absent: true }]);
    const handed = await host("POST", `/v2/bookings/${yes.uid}/reassign/${colleague.number}`);
    expect(handed.body.data).toMatchObject({ bookingUid: yes.uid, reassignedTo: { id: colleague.number } });
    const theirs = program({ version: "2024-08-13", token: (await signIn(colleague)).token });
    const back = await theirs("POST", `/v2/bookings/${yes.uid}/reassign`);
    expect(back.status).toBe(200);
    expect((await cal("POST", `/v2/bookings/${yes.uid}/confirm`)).body.error.code).toBe("UnauthorizedException");
  });

  it("lists by state, attendee and event type, page by page", async () => {
    const { eventType, token, id } = await studio();
    const host = program({ version: "2024-08-13", token });
    const mei = await createBooking(eventType, { start: inOslo(10) });
    await createBooking(eventType, { start: inOslo(11), status: "pending" });
    await createBooking(eventType, { start: inOslo(12), status: "cancelled" });
    await createBooking(eventType, { start: Date.now() - 86_400_000 });
    const starts = async (query: string) =>
      (await host("GET", `/v2/bookings?${query}`)).body.data.map(({ start }: { start: string }) => start);
    expect(await starts("status=upcoming")).toEqual([at(10), at(11)]);
    expect(await starts("status=unconfirmed,cancelled&sortStart=desc")).toEqual([at(12), at(11)]);
    expect(await starts("status=past")).toHaveLength(1);
    expect(await starts("status=recurring")).toEqual([]);
    expect(await starts(`attendeeEmail=${mei.inviteeEmail.toUpperCase()}`)).toEqual([at(10)]);
    expect(await starts(`eventTypeIds=${id},1&afterStart=${at(11)}&beforeEnd=${at(11, 30)}`)).toEqual([at(11)]);
    expect(await starts("eventTypeId=999999999")).toEqual([]);
    const page = await host("GET", "/v2/bookings?take=3&skip=1");
    expect(page.body.pagination).toEqual({
      totalItems: 4,
      remainingItems: 0,
      returnedItems: 3,
      itemsPerPage: 3,
      currentPage: 1,
      totalPages: 2,
      hasNextPage: false,
      hasPreviousPage: true,
    });
    expect((await host("GET", "/v2/bookings?take=251")).status).toBe(400);
  });
});

describe("the version of a request", () => {
  it("chooses whose shapes it is answered in; one that nobody knows counts as none", async () => {
    const { eventType } = await studio();
    const { uid } = await createBooking(eventType, { start: inOslo(10) });
    const start = async (version?: string) => (await program({ version })("GET", `/v2/bookings/${uid}`)).body.data;
    expect(await start("2024-08-13")).toHaveProperty("eventTypeId");
    expect(await start()).toHaveProperty("event_type_id");
    expect(await start("1999-01-01")).toHaveProperty("event_type_id");
  });

  it("is a 404 in Cal.com's words where the address is not served by it", async () => {
    const other = await program({ version: "2024-09-04" })("GET", "/v2/slots/available?x=1");
    expect(other.status).toBe(404);
    expect(other.body.error).toMatchObject({
      code: "NotFoundException",
      message: "Cannot GET /v2/slots/available",
      details: { statusCode: 404 },
    });
  });

  it("need not be sent for what only Cal.com has", async () => {
    const { owner, token, workspace } = await studio();
    const me = await program({ token })("GET", "/v2/me");
    expect(me.body.data).toMatchObject({ id: owner.number, username: workspace.slug, timeZone: "Europe/Oslo" });
    expect((await program()("GET", "/v2/me")).body.error.code).toBe("UnauthorizedException");
  });
});
