import { randomUUID } from "node:crypto";
import type { Transaction } from "../client";
import { teamMembers, teams, users, workspaceMembers, workspaces } from "../schema";

export const people = {
  maya: { name: "Maya Lindqvist", email: "maya@acme-corp.example", timezone: "Europe/Oslo", role: "owner" },
  daniel: { name: "Daniel Okonkwo", email: "daniel@acme-corp.example", timezone: "America/Chicago", role: "admin" },
  anjali: { name: "Anjali Raman", email: "anjali@acme-corp.example", timezone: "Asia/Kolkata", role: "member" },
} as const;

export type PersonKey = keyof typeof people;
export type Firm = { workspaceId: string; teamId: string; userIds: Record<PersonKey, string> };

export const keys = Object.keys(people) as PersonKey[];

const day = 24 * 60 * 60 * 1000;

export async function insertPeople(tx: Transaction, passwordHash: string, now: number): Promise<Firm> {
  const userIds = { maya: randomUUID(), daniel: randomUUID(), anjali: randomUUID() };
  const firm = { workspaceId: randomUUID(), teamId: randomUUID(), userIds };
  const { workspaceId, teamId } = firm;
  const joined = (key: PersonKey) => new Date(now - (90 - keys.indexOf(key)) * day);
  await tx.insert(users).values(
    keys.map((key) => ({
      id: userIds[key],
      name: people[key].name,
      email: people[key].email,
      timezone: people[key].timezone,
      passwordHash,
      emailVerifiedAt: joined(key),
      isSuperAdmin: people[key].role === "owner",
      defaultWorkspaceId: workspaceId,
      createdAt: joined(key),
    })),
  );
  await tx
    .insert(workspaces)
    .values({ id: workspaceId, slug: "acme-corp", takesClients: true, createdAt: joined("maya"), ...words });
  await tx.insert(workspaceMembers).values(
    keys.map((key) => ({
      workspaceId,
      userId: userIds[key],
      role: people[key].role,
      about: about[key],
      createdAt: joined(key),
    })),
  );
  await tx.insert(teams).values({ workspaceId, id: teamId, name: "Project advice", slug: "project-advice" });
  await tx.insert(teamMembers).values(keys.map((key) => ({ workspaceId, teamId, userId: userIds[key] })));
  return firm;
}

const words = {
  name: "Acme Corp",
  description: "We plan and build the signs that help people find their way in hospitals, stations and schools.",
};

/** To clients. */
const about: Record<PersonKey, string> = {
  maya: "I listen to how people get lost. Bring a floor plan and one story of somebody who missed an appointment.",
  daniel: "Materials, light and mounting: how a sign is made so that it is still read in twenty years.",
  anjali: "Tactile maps, braille, contrast. Two scripts on one sign are no problem, three are.",
};
