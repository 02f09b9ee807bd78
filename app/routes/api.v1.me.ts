import { json } from "@remix-run/node";
import { z } from "zod";
import { changeProfile } from "~/domain/accounts/change-profile.server";
import { ProfilePatch } from "~/domain/accounts/account";
import { defaultMembership } from "~/domain/workspaces/workspaces.server";
import { UserAnswer } from "~/http/account-answer";
import { userJson } from "~/http/account-json.server";
import { api, operation } from "~/http/api.server";
import { invalid } from "~/http/problem.server";

const { name, timezone, defaultWorkspaceId } = ProfilePatch.shape;
const Patch = z.strictObject({ name, timezone, default_workspace_id: defaultWorkspaceId });

const read = operation({
  auth: "user",
  summary: "See one's account",
  answers: { 200: UserAnswer },
  async handle({ user }) {
    const membership = await defaultMembership(user);
    return json(userJson({ ...user, defaultWorkspaceId: membership?.workspace.id ?? null }));
  },
});

const change = operation({
  auth: "user",
  summary: "Change one's account",
  body: Patch,
  answers: { 200: UserAnswer },
  example: { name: "Ada Okafor", timezone: "Europe/Oslo" },
  async handle({ user, body: { default_workspace_id, ...rest } }) {
    const patch = default_workspace_id === undefined ? rest : { ...rest, defaultWorkspaceId: default_workspace_id };
    const result = await changeProfile(user, patch);
    if (!result.ok) return invalid([{ path: "default_workspace_id", message: "You are no member of that workspace." }]);
    return json(userJson(result.user));
  },
});

export const { loader, action } = api("/api/v1/me", { GET: read, PATCH: change });
