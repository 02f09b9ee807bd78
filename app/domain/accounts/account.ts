import { z } from "zod";
import { emailField, line, paragraph, uuidField, zoneField } from "../fields";

/** Who is signed in, as far as pages and rules need to know. */
export type User = {
  id: string;
  name: string;
  email: string;
  timezone: string;
  isSuperAdmin: boolean;
  defaultWorkspaceId: string | null;
  emailVerifiedAt: Date | null;
  createdAt: Date;
};

export const nameField = line("The name", 100);

export const passwordField = z
  .string({ error: "The password is missing." })
  .refine((value) => [...value].length >= 10, "A password needs 10 characters or more.")
  .refine((value) => value.length <= 200, "A password takes 200 characters at most.");

export const RegisterInput = z.strictObject({
  name: nameField,
  email: emailField,
  password: passwordField,
  timezone: zoneField,
});

/** Only presence is checked: a wrong sign-in always gives the same words, whatever is wrong with it. */
export const LoginInput = z.strictObject({
  email: paragraph("The email address", 400),
  password: z.string({ error: "The password is missing." }).max(1000, "The password is too long."),
});

export const ProfileInput = z.strictObject({ name: nameField, timezone: zoneField });

/** What `PATCH /me` takes, with the names inside. */
export const ProfilePatch = z.object({
  name: nameField.optional(),
  timezone: zoneField.optional(),
  defaultWorkspaceId: uuidField.nullable().optional(),
});

export const ChangePasswordInput = z.object({
  currentPassword: z
    .string({ error: "The present password is missing." })
    .min(1, "The present password is missing.")
    .max(1000, "The present password is too long."),
  newPassword: passwordField,
});

export const ForgotInput = z.object({ email: emailField });

export const ResetInput = z.object({ password: passwordField });

/** An account without a password has none to give. */
export const LinkInput = z.object({ password: z.string().max(1000, "The password is too long.").default("") });
