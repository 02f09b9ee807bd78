import { providerNames } from "~/domain/providers";
import { paths } from "~/paths";
import { LinkButton } from "./form";

type Provider = keyof typeof providerNames;

/** The way to each provider that this instance is registered with; to its setup where it is not. */
export function ConnectButtons({ registered }: { registered: Provider[] }) {
  if (registered.length === 0) {
    return (
      <LinkButton kind="primary" href={paths.calendarSetup()}>
        Set up Google or Microsoft
      </LinkButton>
    );
  }
  const providers: Provider[] = ["microsoft", "google"];
  const last = providers.filter((each) => registered.includes(each)).at(-1);
  return providers.map((provider) =>
    registered.includes(provider) ? (
      <LinkButton key={provider} kind={provider === last ? "primary" : "second"} href={paths.connectCalendar(provider)}>
        Connect {providerNames[provider]}
      </LinkButton>
    ) : (
      <LinkButton key={provider} href={`${paths.calendarSetup()}#${provider}`}>
        Set up {providerNames[provider]}
      </LinkButton>
    ),
  );
}
