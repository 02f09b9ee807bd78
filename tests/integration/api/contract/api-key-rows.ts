import { makeKey } from "../../../support/api-keys";
import { at, type ContractRow } from "./row";

export const apiKeyRows: ContractRow[] = [
  ...at("/api/v1/api-keys", {}, [
    ["POST", 201, { body: () => ({ name: "Nightly export", scope: "read" }) }],
    ["GET", 200],
  ]),
  ...at("/api/v1/api-keys/{id}", { id: async ({ users }) => (await makeKey(users.owner)).id }, [["DELETE", 204]]),
];
