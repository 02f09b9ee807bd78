import { lt } from "drizzle-orm";
import { db } from "~db/client";
import { accountTokens } from "~db/schema";
import { forgetSalts } from "../analytics/salts.server";
import { forgetLeases } from "../leases.server";
import { forgetAnswers } from "../requests/answer-once.server";
import { forgetLimits } from "../requests/limits.server";
import { forgetErrands } from "../oauth-states.server";
import { forgetWebhookLog } from "../webhooks/forget-webhook-log.server";
import { forgetExpiredSessions } from "./sessions.server";

const month = 30 * 24 * 60 * 60 * 1000;

/**
 * Deletes ended sessions, what waited for somebody at a provider, leases of processes that died, the salts by which a day's
 * visitors were told apart, answers that were kept for a day, counts that have ended, what webhooks told a month ago, and mailed secrets a month after they ended: until then their pages say what happened.
 */
export async function forgetExpired(now: number): Promise<void> {
  await forgetExpiredSessions(now);
  await forgetErrands(now);
  await forgetLeases();
  await forgetSalts(now);
  await forgetAnswers(now);
  await forgetLimits(now);
  await forgetWebhookLog(now);
  await db.delete(accountTokens).where(lt(accountTokens.expiresAt, new Date(now - month)));
}
