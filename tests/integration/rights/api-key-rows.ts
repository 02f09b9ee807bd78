import { makeKey } from "../../support/api-keys";
import type { Person } from "./people";
import { route, type Row } from "./row";
import type { World } from "./world";

const form = () => ({ name: "Nightly export", scope: "read" });

const own = async ({ users }: World, person: Person) => ({
  id: person === "nobody" ? "x" : (await makeKey(users[person])).id,
});
const owners = async ({ users }: World) => ({ id: (await makeKey(users.owner)).id });

/** The pages of an account's keys, and those about the API. */
export const apiKeyPages: Row[] = [
  route("booking.settings.api._index", [
    ["GET", "page of an account", 200],
    ["POST", "page of an account", 303, { body: form }],
  ]),
  route(
    "booking.settings.api.$id.revoke",
    [
      ["GET", "page of an account", 200],
      ["POST", "page of an account", 303],
    ],
    { at: own },
  ),
  route("docs", [["GET", "page for everybody", 200]]),
  route("redoc", [["GET", "page for everybody", 200]]),
].flat();

export const apiKeyCalls: Row[] = [
  route("api.v1.api-keys._index", [
    ["GET", "call of an account", 200],
    ["POST", "call of an account", 201, { body: form }],
  ]),
  route("api.v1.api-keys.$id", [["DELETE", "call of an account", 204]], { at: own }),
  route("api.v1.api-keys.$id", [["DELETE", "call about what is the owner's alone", 204]], { at: owners }),
].flat();
