import { z } from "zod";
import { emailField } from "../fields";
import { providers, type ProviderName } from "../providers";
import { nameField } from "./account";

/** Who came back from a provider, as it says. The subject alone tells them apart from everybody else there. */
export type Claim = {
  provider: ProviderName;
  subject: string;
  /** Null where it told none that mail could go to. */
  email: string | null;
  /** Whether the provider itself saw that they read its mail. */
  isEmailProven: boolean;
  name: string;
};

/** Letters of ASCII, as OpenID Connect has it. */
const subject = z.string().regex(/^[\x20-\x7e]{1,255}$/);

const Told = z.object({
  sub: subject,
  email: z.unknown().optional(),
  email_verified: z.unknown().optional(),
  name: z.unknown().optional(),
});

/**
 * Reads what a provider's userinfo says; null where it names nobody. In a Microsoft directory an administrator can write
 * any address beside any name, so one that comes from there proves nothing.
 */
export function readClaim(provider: ProviderName, told: unknown): Claim | null {
  const read = Told.safeParse(told);
  if (!read.success) return null;
  const { sub, email_verified } = read.data;
  const email = emailField.safeParse(read.data.email).data ?? null;
  const name = nameField.safeParse(read.data.name).data ?? nameField.safeParse(email?.split("@")[0]).data ?? "New user";
  return { provider, subject: sub, email, name, isEmailProven: provider === "google" && email_verified === true };
}

/** Which of an account's sign-ins is meant. */
export const IdentityInput = z.object({ provider: z.enum(providers), subject });
