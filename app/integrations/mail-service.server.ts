import { env } from "~/env.server";
import { resendService } from "./resend.server";
import { smtpService } from "./smtp.server";

/** The service that mail leaves by, or null: then it is kept in the outbox. */
export const mailService = chooseService();

function chooseService() {
  const from = env.MAIL_FROM;
  if (env.RESEND_API_KEY) return resendService({ apiKey: env.RESEND_API_KEY, url: env.RESEND_API_URL, from });
  if (env.SMTP_URL) return smtpService({ url: env.SMTP_URL, from });
  return null;
}
