import type { z } from "zod";
import type { User } from "~/domain/accounts/account";
import { lifetime } from "~/domain/accounts/sessions.server";
import { isoInstant } from "~/domain/time";
import type { SignedInAnswer, UserAnswer } from "./account-answer";

export function userJson(user: User): z.input<typeof UserAnswer> {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    timezone: user.timezone,
    email_verified: user.emailVerifiedAt !== null,
    is_super_admin: user.isSuperAdmin,
    default_workspace_id: user.defaultWorkspaceId,
    created_at: isoInstant(user.createdAt.getTime()),
  };
}

export function signedInJson({ user, token }: { user: User; token: string }): z.input<typeof SignedInAnswer> {
  return {
    user: userJson(user),
    access_token: token,
    token_type: "Bearer",
    expires_in: lifetime.access_token / 1000,
  };
}
