import { unique } from "../../../support/unique";
import type { World } from "../../rights/world";
import { at, type ContractRow } from "./row";

const ws = ({ workspace }: World) => workspace.slug;
const team = async (world: World) => (await world.team()).slug;
const colleague = async (world: World) => (await world.colleague()).id;
const invitation = async (world: World) => (await world.invitation()).id;
const workspaces = "/api/v1/workspaces";

export const workspaceRows: ContractRow[] = [
  ...at(workspaces, {}, [
    ["GET", 200, { as: "client" }],
    ["POST", 201, { as: "stranger", body: () => ({ name: "Nordlys Studio", slug: `nordlys-${unique()}` }) }],
  ]),
  ...at(`${workspaces}/{ws}`, { ws: ({ workspace }) => workspace.id }, [
    ["GET", 200, { as: "member" }],
    ["PATCH", 200, { body: () => ({ description: "Kitchens and cupboards.\nAnd baths." }) }],
  ]),
  ...at(`${workspaces}/{ws}/members`, { ws }, [
    ["POST", 201, { body: () => ({ email: `mei-${unique()}@example.com`, role: "client" }) }],
    ["GET", 200, { query: () => ({ limit: "100" }) }],
  ]),
  ...at(`${workspaces}/{ws}/members/{user_id}`, { ws, user_id: colleague }, [
    ["GET", 200],
    ["PATCH", 200, { body: () => ({ role: "admin", status: "deactivated" }) }],
    ["DELETE", 204],
  ]),
  ...at(`${workspaces}/{ws}/members/{user_id}`, { ws, user_id: invitation }, [["DELETE", 204]]),
  ...at(`${workspaces}/{ws}/teams`, { ws }, [
    [
      "POST",
      201,
      { body: ({ users }) => ({ name: "Kitchens", slug: `kitchens-${unique()}`, member_ids: [users.member.id] }) },
    ],
    ["GET", 200],
  ]),
  ...at(`${workspaces}/{ws}/teams/{team}`, { ws, team }, [
    ["GET", 200, { as: "member" }],
    ["PATCH", 200, { body: ({ users }) => ({ member_ids: [users.admin.id, users.owner.id] }) }],
    ["DELETE", 204],
  ]),
];
