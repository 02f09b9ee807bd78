import { roleWords } from "~/domain/workspaces/member-words";
import { roles, type Role } from "~/domain/workspaces/roles";
import { RadioCards } from "./choice";

/** A role, with what it may do. Only owners are offered to make owners. */
export function RoleChoice({ value, withOwner }: { value: Role; withOwner: boolean }) {
  const options = roles
    .filter((role) => withOwner || role !== "owner")
    .map((role) => ({ value: role, label: roleWords[role].name, hint: roleWords[role].hint }));
  return (
    <div className={withOwner ? "sm:[&_fieldset>.grid]:grid-cols-2" : undefined}>
      <RadioCards legend="Role" name="role" options={options} defaultValue={value} />
    </div>
  );
}
