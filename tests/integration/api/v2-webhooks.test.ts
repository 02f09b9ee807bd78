import { describe, expect, it } from "vitest";
import { client } from "~db/client";
import { addMember, signIn } from "../../support/factories";
import { program, studio } from "./v2-studio";

const plain = { subscriber_url: "https://example.com/hook", event_triggers: ["BOOKING_CREATED", "BOOKING_CANCELLED"] };

describe("webhooks", () => {
  it("are made, read, changed and deleted by their numbers in MyPortal's shapes", async () => {
    const { token } = await studio();
    const host = program({ token });
    const made = await host("POST", "/v2/webhooks", { body: { ...plain, active: true, secret: "of-my-own" } });
    expect([made.status, made.body.data]).toMatchObject([201, { ...plain, active: true, secret: "of-my-own" }]);
    const url = `/v2/webhooks/${made.body.data.id}`;
    expect((await host("PATCH", url, { body: { active: false } })).body.data).toMatchObject({
      ...plain,
      active: false,
    });
    expect((await host("GET", "/v2/webhooks")).body).toMatchObject({ data: [{ id: made.body.data.id }] });
    expect((await host("DELETE", url)).status).toBe(204);
    expect((await host("GET", url)).status).toBe(404);
  });

  it("are the same in Cal.com's, by any of its versions", async () => {
    const { token, owner } = await studio();
    const cal = program({ version: "2024-08-13", token });
    const body = { subscriberUrl: "https://example.com/hook", triggers: ["BOOKING_CREATED"], active: true };
    const made = await cal("POST", "/v2/webhooks", { body: { ...body, secret: "s", unknown: 1 } });
    expect([made.status, made.body.data]).toMatchObject([201, { ...body, secret: "s", userId: owner.number }]);
    const url = `/v2/webhooks/${made.body.data.id}`;
    expect((await program({ token })("GET", url)).body.data).toMatchObject({ subscriber_url: body.subscriberUrl });
    expect((await cal("GET", "/v2/webhooks?take=1")).body.data).toHaveLength(1);
    const unsigned = await cal("POST", "/v2/webhooks", { body });
    expect(unsigned.body.data.secret).toBeNull();
    const gone = await cal("DELETE", url);
    expect([gone.status, gone.body.data.id]).toEqual([200, made.body.data.id]);
    expect((await cal("POST", "/v2/webhooks", { body: { ...body, payloadTemplate: "{}" } })).status).toBe(400);
  });

  it("need not be waited for: whoever asks gets what happened after the last event that they have", async () => {
    const { token, workspace } = await studio();
    const host = program({ token });
    await client`
      insert into booking_events (workspace_id, booking_id, sequence, trigger, payload, created_at)
      select ${workspace.id}, gen_random_uuid(), 1, 'BOOKING_CREATED', '{"uid": "x"}', now() - interval '1 hour'
      from generate_series(1, 2)`;
    const all = (await host("GET", "/v2/events")).body.data;
    expect(all).toMatchObject([{ trigger: "BOOKING_CREATED", sequence: 1, payload: { uid: "x" } }, { sequence: 1 }]);
    expect((await host("GET", `/v2/events?after=${all[0].id}`)).body.data).toEqual([all[1]]);
    expect((await host("GET", "/v2/events?limit=1")).body.data).toEqual([all[0]]);
    for (const after of ["-1", "x", "1e3"]) {
      expect((await host("GET", `/v2/events?after=${after}`)).body.error.code).toBe("invalid_request");
    }
  });

  it("are pinged, and send a delivery again, as long as they are switched on", async () => {
    const { token, workspace } = await studio();
    const host = program({ token });
    const made = await host("POST", "/v2/webhooks", { body: plain });
    const url = `/v2/webhooks/${made.body.data.id}`;
    const ping = await host("POST", `${url}/ping`);
    expect([ping.status, ping.body.data]).toMatchObject([202, { trigger: "PING", state: "waiting", attempts: [] }]);
    const log = await host("GET", `${url}/deliveries`);
    expect(log.body).toMatchObject({ data: [{ id: ping.body.data.id }], pagination: { total: 1 } });
    const again = `${url}/deliveries/${ping.body.data.id}/redeliver`;
    expect((await host("POST", again)).status).toBe(202);
    await host("PATCH", url, { body: { active: false } });
    const off = await host("POST", again);
    expect([off.status, off.body.error.code]).toEqual([409, "switched_off"]);
    const member = program(await signIn(await addMember(workspace)));
    expect((await member("POST", again)).status).toBe(404);
    expect((await member("GET", "/v2/webhooks")).body.data).toEqual([]);
  });

  it("lead to no private network, in either shape", async () => {
    const { token } = await studio();
    const to = "https://127.0.0.1/hook";
    const refused = await program({ token })("POST", "/v2/webhooks", { body: { ...plain, subscriber_url: to } });
    expect(refused.body.error.details.errors).toMatchObject([{ path: "subscriber_url" }]);
    const body = { subscriberUrl: to, triggers: ["BOOKING_CREATED"], active: true };
    const cal = await program({ version: "2024-06-14", token })("POST", "/v2/webhooks", { body });
    expect(cal.body.error.details.errors).toMatchObject([{ property: "subscriberUrl" }]);
  });
});

describe("an address that nothing answers", () => {
  it("is told so in the caller's envelope", async () => {
    const plainly = await program()("GET", "/v2/nothing");
    expect([plainly.status, plainly.body]).toMatchObject([404, { status: "error", error: { code: "not_found" } }]);
    const cal = await program({ version: "2024-08-13" })("POST", "/v2/slots/reserve/x", { body: {} });
    expect(cal.body.error).toMatchObject({ code: "NotFoundException", message: "Cannot POST /v2/slots/reserve/x" });
  });
});
