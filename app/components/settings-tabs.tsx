import { paths } from "~/paths";
import { Tabs } from "./tabs";

const pages = {
  profile: { href: paths.settings(), label: "Profile" },
  password: { href: paths.password(), label: "Password" },
  sessions: { href: paths.sessions(), label: "Sign-ins" },
  api: { href: paths.apiKeys(), label: "API" },
  appearance: { href: paths.appearance(), label: "Appearance" },
  coaching: { href: paths.coaching(), label: "Coaching" },
  workspace: { href: paths.workspaceSettings(), label: "Workspace" },
  members: { href: paths.members(), label: "Members" },
};

const ofHosts = ["coaching", "workspace", "members"];

/** The pages of the settings. Those of hosts are left out for somebody who is in none, or only a client. */
export function SettingsTabs({ current, hasWorkspace }: { current: keyof typeof pages; hasWorkspace: boolean }) {
  const items = Object.entries(pages)
    .filter(([name]) => hasWorkspace || !ofHosts.includes(name))
    .map(([name, page]) => ({ ...page, isCurrent: name === current }));
  return <Tabs label="Settings" items={items} />;
}
