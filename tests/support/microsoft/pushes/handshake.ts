import { GraphError } from "../graph/errors";
import { newGuid } from "../mailbox/ids";
import type { World } from "../world";
import { post } from "./post";

/**
 * Asks a receiver to say a token back, while the app still waits for its subscription. The token has blanks and colons
 * in it, as the real one has.
 */
export async function shakeHands(world: World, url: string): Promise<void> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${newGuid()}`;
  const address = `${url}${url.includes("?") ? "&" : "?"}validationToken=${encodeURIComponent(token)}`;
  const limit = world.pushLimits.handshakeMs;
  const answer = await post(address, "", "text/plain; charset=utf-8", limit);
  if (answer.status === null) throw refused(answer.tookMs >= limit ? "timed out." : "failed.");
  if (answer.status !== 200) {
    throw refused("failed. Notification endpoint must respond with 200 OK to validation request.");
  }
  if (!/^text\/plain\b/i.test(answer.contentType) || answer.text !== token) {
    throw refused("failed. The answer was not the token in text/plain.");
  }
}

function refused(what: string) {
  return new GraphError(400, "ValidationError", `Subscription validation request ${what}`);
}
