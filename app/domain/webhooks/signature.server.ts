import { createHmac, randomBytes } from "node:crypto";

const prefix = "whsec_";

/** As Standard Webhooks has them: 32 random bytes. */
export function makeSecret() {
  return prefix + randomBytes(32).toString("base64");
}

type Signed = {
  /** The same at every try: what a receiver tells repetitions by. */
  id: string;
  /** Of this try, in epoch milliseconds. */
  now: number;
  body: string;
  /** The one that counts first; a former one that still signs after it. None: not signed. */
  secrets: string[];
};

/** What goes with a body: Cal.com's signature, which knows one secret, and that of Standard Webhooks, which knows several. */
export function signatureHeaders({ id, now, body, secrets }: Signed): Record<string, string> {
  const seconds = String(Math.floor(now / 1000));
  const [secret] = secrets;
  const content = `${id}.${seconds}.${body}`;
  const signatures = secrets.map((each) => `v1,${createHmac("sha256", keyOf(each)).update(content).digest("base64")}`);
  return {
    "x-cal-signature-256": secret ? createHmac("sha256", secret).update(body).digest("hex") : "no-secret-provided",
    "x-cal-webhook-version": "2021-10-20",
    "webhook-id": id,
    "webhook-timestamp": seconds,
    ...(secret && { "webhook-signature": signatures.join(" ") }),
  };
}

/** A secret of another form than theirs is itself the key. */
function keyOf(secret: string) {
  return secret.startsWith(prefix) ? Buffer.from(secret.slice(prefix.length), "base64") : secret;
}
