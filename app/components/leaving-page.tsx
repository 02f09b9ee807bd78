import { paths } from "~/paths";
import { LinkButton } from "./form";
import { LeavingForm, type LeavingProps } from "./leaving-form";
import { leavingWords } from "./leaving-words";
import { Notice } from "./notice";
import { HostHeading, Section, Sheet } from "./page";

type Props = LeavingProps & { who: string; workspaceName: string; barred: string | null };

/** Somebody goes, or is made to. */
export function LeavingPage({ who, workspaceName, barred, ...form }: Props) {
  const { kind, sent } = form;
  const { title, fact, back } = leavingWords[kind];
  const isSelf = kind === "leave";
  const backTo = isSelf
    ? { href: paths.settings(), label: "Settings" }
    : { href: paths.members(), label: "All members" };
  return (
    <>
      <HostHeading title={title} back={backTo} />
      <Sheet>
        <Section>
          <p className="mb-5 max-w-text">
            <bdi className="font-semibold">{who}</bdi> in <bdi>{workspaceName}</bdi>. {fact}
          </p>
          {barred ? (
            <Notice
              kind="stop"
              title={barred}
              isRefusal={sent !== undefined}
              action={
                <LinkButton small href={backTo.href}>
                  {back}
                </LinkButton>
              }
            />
          ) : (
            <LeavingForm {...form} />
          )}
        </Section>
      </Sheet>
    </>
  );
}
