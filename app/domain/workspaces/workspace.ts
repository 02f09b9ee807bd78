import { z } from "zod";
import { emailField, isUuid, line, paragraph, slugField } from "../fields";
import { roles } from "./roles";

// Words that stand where a workspace's address does, or that would mislead whoever reads the link.
const reserved = new Set(
  (
    "admin api app assets auth book booking bookings build coaches dev docs health help invite login logout me meeting " +
    "meridian new null public redoc rsvp sessions settings signup static support team teams undefined v1 v2 workspaces www"
  ).split(" "),
);

export const workspaceNameField = line("The name", 80);

export const workspaceSlugField = slugField
  .refine((slug) => !reserved.has(slug), "That address is kept for the product itself. Choose another.")
  // An id and an address can stand in the same place.
  .refine((slug): boolean => !isUuid(slug), "The address cannot look like an id. Choose another.");

export const NewWorkspaceInput = z.strictObject({ name: workspaceNameField, slug: workspaceSlugField });

export const WorkspaceInput = NewWorkspaceInput.extend({ description: paragraph("The description", 300) });

export const WorkspacePatch = WorkspaceInput.partial().extend({
  takes_clients: z.boolean({ error: "takes_clients is true or false." }).optional(),
});

export const roleField = z.enum(roles, { error: `The role is one of ${roles.join(", ")}.` });

export const InviteInput = z.strictObject({ email: emailField, role: roleField });

export const RoleInput = z.strictObject({ role: roleField });

export const MemberPatch = z
  .strictObject({
    role: roleField.optional(),
    status: z.enum(["active", "deactivated"], { error: "The status is active or deactivated." }).optional(),
  })
  .refine(({ role, status }) => role ?? status, { error: "Say which role or which status.", path: ["role"] });

/** What can be a workspace's id or slug, in small letters. The database is not asked for anything else: it refuses some bytes. */
export function isWorkspaceName(text: string) {
  return /^[a-z0-9-]{1,60}$/.test(text);
}

/** An address made of a name: "Ågot & Søn" gives "agot-son". Empty when no letter of it can stand in one. */
export function suggestSlug(name: string) {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{Mark}/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("æ", "ae")
    .replaceAll("œ", "oe")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
}
