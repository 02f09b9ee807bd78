import { paths } from "~/paths";
import { Tabs } from "./tabs";

const pages = {
  profile: { href: paths.settings(), label: "Profile" },
  password: { href: paths.password(), label: "Password" },
  sessions: { href: paths.sessions(), label: "Sessions" },
  appearance: { href: paths.appearance(), label: "Appearance" },
  workspace: { href: paths.workspaceSettings(), label: "Workspace" },
  members: { href: paths.members(), label: "Members" },
};

/** The pages of the settings. Those of the workspace are left out for somebody who is in none, or only a client. */
export function SettingsTabs({ current, hasWorkspace }: { current: keyof typeof pages; hasWorkspace: boolean }) {
  const items = Object.entries(pages)
    .filter(([name]) => hasWorkspace || (name !== "workspace" && name !== "members"))
    .map(([name, page]) => ({ ...page, isCurrent: name === current }));
  return <Tabs label="Settings" items={items} />;
}
