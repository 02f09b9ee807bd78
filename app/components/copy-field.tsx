import { Icon } from "./icon";

type Props = {
  label: string;
  name: string;
  value: string;
  /** Where the link beside it leads; leave out for secrets. */
  href?: string;
  openLabel?: string;
  copyLabel?: string;
  copiedLabel?: string;
  hint?: string;
};

/** Text to take along, never cut. It can be marked and copied by hand; the button comes with JavaScript. */
export function CopyField(props: Props) {
  const { label, name, value, href, hint, openLabel = "Open", copyLabel = "Copy", copiedLabel = "Copied" } = props;
  const id = `field-${name}`;
  return (
    <div>
      <label htmlFor={id} className="label pb-1 text-small">
        {label}
      </label>
      {hint ? (
        <p id={`hint-${name}`} className="hint -mt-1 pb-1">
          {hint}
        </p>
      ) : null}
      <div className="flex items-start gap-2">
        <textarea
          id={id}
          readOnly
          rows={2}
          defaultValue={value}
          spellCheck={false}
          dir="ltr"
          aria-describedby={hint ? `hint-${name}` : undefined}
          className="input input-sm min-w-0 grow resize-none break-all [field-sizing:content]"
        />
        <button type="button" hidden data-copy={id} data-copied={copiedLabel} className="btn btn-second btn-sm">
          {copyLabel}
          <span className="sr-only"> {label}</span>
        </button>
        {href ? (
          <a href={href} className="btn btn-second btn-sm">
            <Icon name="external-link" size={18} />
            <span className="sr-only">
              {openLabel}: {label}
            </span>
          </a>
        ) : null}
      </div>
    </div>
  );
}
