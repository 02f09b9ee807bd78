import { providerNames, type ProviderName } from "~/domain/providers";
import { paths } from "~/paths";
import { LinkButton } from "./form";

/**
 * Ways in beside the password. Links and no forms: a page's policy lets forms be sent to us alone, and a browser follows
 * that through every redirect. `data-tell-zone`: with JavaScript they tell the browser's zone, which a new account gets.
 */
export function SignInButtons({ providers, to }: { providers: ProviderName[]; to: string }) {
  if (providers.length === 0) return null;
  return (
    <div className="space-y-3" data-tell-zone="">
      <p className="flex items-center gap-3 pb-2 text-small text-muted before:h-px before:flex-1 before:bg-rule after:h-px after:flex-1 after:bg-rule">
        or
      </p>
      {providers.map((provider) => (
        <LinkButton key={provider} href={paths.signInWith(provider, { to })} wide>
          Continue with {providerNames[provider]}
        </LinkButton>
      ))}
    </div>
  );
}
