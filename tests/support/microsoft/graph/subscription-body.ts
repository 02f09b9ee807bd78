import { z } from "zod";
import { complain, type World } from "../world";
import { GraphError } from "./errors";

const changeTypes = z.enum(["created", "updated", "deleted"]);

const body = z.strictObject({
  changeType: z
    .string()
    .transform((text) => text.split(",").map((each) => each.trim()))
    .pipe(z.array(changeTypes).min(1)),
  resource: z.string(),
  notificationUrl: z.url(),
  lifecycleNotificationUrl: z.url().optional(),
  expirationDateTime: z.iso.datetime({ offset: true }),
  clientState: z.string().max(128).optional(),
  latestSupportedTlsVersion: z.string().optional(),
});

const renewal = body.pick({ expirationDateTime: true });

export type SubscriptionBody = z.infer<typeof body>;

export function readSubscription(world: World, json: unknown): SubscriptionBody {
  const read = readAs(world, body, "POST /subscriptions", json);
  for (const url of [read.notificationUrl, read.lifecycleNotificationUrl ?? read.notificationUrl]) {
    if (!/^https:/i.test(url) && !world.allowHttpPush) {
      throw new GraphError(400, "InvalidRequest", `The notificationUrl '${url}' must be an HTTPS address.`);
    }
  }
  return read;
}

export function readRenewal(world: World, json: unknown): number {
  const { expirationDateTime } = readAs(world, renewal, "PATCH /subscriptions", json);
  return expiryOf(world, expirationDateTime);
}

const minute = 60_000;

/** Whoever asks for less than 45 minutes gets 45. More than seven days are refused. */
export function expiryOf(world: World, text: string): number {
  const [now, wanted] = [world.clock.now(), Date.parse(text)];
  if (wanted <= now) {
    throw new GraphError(400, "InvalidRequest", "Subscription expiration can only be in the future.");
  }
  if (wanted > now + 10_080 * minute) {
    throw new GraphError(400, "InvalidRequest", "Subscription expiration can only be 10080 minutes in the future.");
  }
  return Math.max(wanted, now + 45 * minute);
}

function readAs<T>(world: World, schema: z.ZodType<T>, what: string, json: unknown): T {
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  complain(world, `${what}: ${path.join(".")}: ${message}`);
  throw new GraphError(400, "InvalidRequest", `${path.join(".")}: ${message}`);
}
