import { z } from "zod";
import { nameField } from "../accounts/account";
import { emailField, paragraph, zoneField } from "../fields";

/** What somebody sends whom no free time suits. */
export const TimeRequestInput = z.strictObject({
  name: nameField,
  email: emailField,
  timezone: zoneField,
  wish: paragraph("When it would suit you", 2000).refine((wish) => wish !== "", "Say when it would suit you."),
});

export type TimeRequestInput = z.output<typeof TimeRequestInput>;

/** Who reads it: the one host, or, where there are several, whoever owns the event type. */
export function readerOf({ members, ownerId }: { members: { userId: string }[]; ownerId: string }): string {
  const [host, ...others] = members;
  return host && others.length === 0 ? host.userId : ownerId;
}
