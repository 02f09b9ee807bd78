import { createHmac, timingSafeEqual } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { makeSecret, signatureHeaders } from "~/domain/webhooks/signature.server";

const body = JSON.stringify({ triggerEvent: "BOOKING_CREATED", payload: { title: "Überblick ✓" } });
const id = "018f0000-0000-7000-8000-000000000000";

function headersBy(...secrets: string[]) {
  return signatureHeaders({ id, now: Date.now(), body, secrets });
}

describe("a signed body", () => {
  test("satisfies the verifier of Standard Webhooks, by a secret of theirs", () => {
    const secret = makeSecret();
    expect(new Webhook(secret).verify(body, headersBy(secret))).toEqual(JSON.parse(body));
    expect(() => new Webhook(makeSecret()).verify(body, headersBy(secret))).toThrow();
    expect(() => new Webhook(secret).verify(`${body} `, headersBy(secret))).toThrow();
  });

  test("satisfies it by a secret of another form, which is itself the key", () => {
    const secret = "a secret of one's own";
    expect(new Webhook(secret, { format: "raw" }).verify(body, headersBy(secret))).toEqual(JSON.parse(body));
  });

  test("satisfies both while one secret follows another", () => {
    const [next, former] = [makeSecret(), makeSecret()];
    const headers = headersBy(next, former);
    for (const secret of [next, former]) expect(new Webhook(secret).verify(body, headers)).toBeTruthy();
    expect(headers["x-cal-signature-256"]).toBe(headersBy(next)["x-cal-signature-256"]);
  });

  test("satisfies the check that Cal.com documents", () => {
    const secret = "cal-secret";
    const signature = headersBy(secret)["x-cal-signature-256"]!;
    const expected = createHmac("sha256", secret).update(body).digest("hex");
    expect(timingSafeEqual(Buffer.from(signature), Buffer.from(expected))).toBe(true);
  });
});

test("without a secret it says so, as Cal.com does, and claims no signature", () => {
  const headers = headersBy();
  expect(headers["x-cal-signature-256"]).toBe("no-secret-provided");
  expect(headers).not.toHaveProperty("webhook-signature");
  expect(headers["webhook-id"]).toBe(id);
});
