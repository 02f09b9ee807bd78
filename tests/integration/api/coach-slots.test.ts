import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { workspaces } from "~db/schema";
import { formatDate } from "~/domain/availability/calendar-days";
import { isoInstant } from "~/domain/time";
import * as availability from "~/routes/api.v1.booking.coach.$id.availability";
import { addMember, createUser, createWorkspace, signIn } from "../../support/factories";
import { inOslo, wednesday } from "../../support/orders";
import { callApi } from "../../support/requests";
import { practice } from "../../support/sessions";

const url = "/api/v1/booking";
const at = (hour: number, minutes = 0) => isoInstant(inOslo(hour, minutes));

describe("a coach's free slots", () => {
  const ask = (id: string, query: string, headers = {}) =>
    callApi<{ available_slots: { start: string }[]; errors?: { path: string }[] }>(
      availability,
      "GET",
      `${url}/coach/${id}/availability?${query}`,
      { params: { id }, headers },
    );

  it("are those that begin within two instants, or on two dates and those between", async () => {
    const { coach } = await practice();
    const date = formatDate(wednesday);
    const starts = async (query: string) => (await ask(coach.id, query)).body.available_slots.map(({ start }) => start);
    const between = `start_date=${at(9)}&end_date=${at(10)}&duration_minutes=30`;
    expect(await starts(between)).toEqual([at(9), at(9, 15), at(9, 30), at(9, 45)]);
    const python = `start_date=${date}T00:00:00.123456Z&end_date=${formatDate(wednesday + 1)}T00:00:00.123456Z`;
    expect((await starts(python))[0]).toBe(at(9));
    const twoDays = await starts(`start_date=${date}&end_date=${formatDate(wednesday + 1)}`);
    expect(twoDays).toHaveLength(2 * (await starts(`start_date=${date}&end_date=${date}`)).length);
    expect(await starts(`start_date=${date}&end_date=${date}&timezone=Pacific/Auckland`)).not.toContain(at(16));
  });

  it("are not there for what is no range, no length, and nobody who takes sessions", async () => {
    const { coach, client } = await practice();
    const paths = async (query: string) => (await ask(coach.id, query)).body.errors?.map(({ path }) => path);
    expect(await paths("end_date=2027-01-04")).toEqual(["start_date"]);
    expect(await paths("start_date=2027-01-05&end_date=2027-01-04")).toEqual(["end_date"]);
    expect(await paths("start_date=2027-01-01&end_date=2027-12-31")).toEqual(["end_date"]);
    expect(await paths("start_date=2027-01-01&end_date=2027-01-01&duration_minutes=500")).toEqual(["duration_minutes"]);
    expect(await paths("start_date=2027-02-30&end_date=2027-03-01")).toEqual(["start_date"]);
    const dates = "start_date=2027-01-04&end_date=2027-01-04";
    expect((await ask(client.id, dates)).status).toBe(404);
    expect((await ask(coach.id, `${dates}&workspace=nowhere`)).status).toBe(404);
    expect((await ask("1", dates)).status).toBe(404);
  });

  it("are everybody's to see where there are clients or may be, and else its members' alone", async () => {
    const { workspace, owner } = await createWorkspace();
    const dates = "start_date=2027-01-04&end_date=2027-01-04";
    const { token } = await signIn(owner);
    const stranger = await signIn(await createUser());
    const as = (who?: string) => (who ? { Authorization: `Bearer ${who}` } : {});
    const statuses = () =>
      Promise.all([undefined, stranger.token, token].map(async (who) => (await ask(owner.id, dates, as(who))).status));
    expect(await statuses()).toEqual([404, 404, 200]);
    await db.update(workspaces).set({ takesClients: true }).where(eq(workspaces.id, workspace.id));
    expect(await statuses()).toEqual([200, 200, 200]);
    await db.update(workspaces).set({ takesClients: false }).where(eq(workspaces.id, workspace.id));
    await addMember(workspace, { role: "client" });
    expect(await statuses()).toEqual([200, 200, 200]);
  });

  it("are answered with a validator, and to pages of other sites", async () => {
    const { coach } = await practice();
    const dates = "start_date=2027-01-04&end_date=2027-01-04";
    const first = await ask(coach.id, dates);
    expect(first.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect((await ask(coach.id, dates, { "If-None-Match": first.headers.get("ETag")! })).status).toBe(304);
  });
});
