import type { Template } from "~/domain/templates/template";
import { Facts } from "./facts";
import { Section, Sheet } from "./page";
import { TemplatePreview } from "./template-preview";

type Props = { template: Pick<Template, "ownerName" | "questions" | "emailFollowupEnabled" | "followupText"> };

/** For members who may use it and not change it. */
export function TemplateFacts({ template }: Props) {
  const { ownerName, questions, emailFollowupEnabled, followupText } = template;
  const text = followupText || "Our thanks for their time";
  return (
    <>
      <Sheet>
        <Section title="Settings" aside="Only its owner, or an owner or admin of the workspace, changes them.">
          <Facts
            items={[
              { label: "Owner", value: <bdi>{ownerName}</bdi> },
              {
                label: "After the meeting",
                value: emailFollowupEnabled ? (
                  <span className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</span>
                ) : (
                  "No mail"
                ),
              },
            ]}
          />
        </Section>
      </Sheet>
      <TemplatePreview preview={{ questions, missing: [] }} />
    </>
  );
}
