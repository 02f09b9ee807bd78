import { Form as RemixForm } from "@remix-run/react";
import type { ReactNode } from "react";
import { FormState, type FormError, type FormValues } from "./form-state";
import { Icon, type IconName } from "./icon";

type FormProps = {
  method?: "post" | "get";
  action?: string;
  /** A refusal's errors and what was typed; fields inside pick theirs up by name. */
  errors?: FormError[];
  values?: FormValues;
  /** The field that takes the browser's zone when there is JavaScript. Leave out once the visitor has chosen. */
  zoneField?: string;
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A plain form. Messages come from the server in our words, hence no browser validation. */
export function Form({ method = "post", errors = [], values = {}, zoneField, children, ...rest }: FormProps) {
  return (
    <FormState.Provider value={{ errors, values }}>
      <RemixForm reloadDocument noValidate discover="none" method={method} data-timezone={zoneField} {...rest}>
        {children}
      </RemixForm>
    </FormState.Provider>
  );
}

export function ErrorSummary({ errors, title }: { errors: FormError[]; title: ReactNode }) {
  if (errors.length === 0) return null;
  return (
    <div role="alert" tabIndex={-1} data-error-summary="" className="notice notice-stop">
      <Icon name="octagon-x" className="mt-0.5 text-stop" />
      <div className="min-w-0">
        <strong className="font-semibold">{title}</strong>
        <ul className="mt-1 list-disc ps-5">
          {errors.map((error) => (
            <li key={error.path + error.message}>
              {error.path ? <a href={`#field-${error.path}`}>{error.label ?? error.message}</a> : error.message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

const kinds = { primary: "btn-primary", second: "btn-second", stop: "btn-stop", quiet: "btn-quiet" } as const;

type SubmitProps = {
  children: ReactNode;
  kind?: keyof typeof kinds;
  small?: boolean;
  wide?: boolean;
  icon?: IconName;
  name?: string;
  value?: string;
  formAction?: string;
};

export function Submit({ children, kind = "primary", small, wide, icon, ...rest }: SubmitProps) {
  return (
    <button type="submit" className={buttonClass(kind, { small, wide })} {...rest}>
      {icon ? <Icon name={icon} size={small ? 18 : 20} /> : null}
      <span>{children}</span>
    </button>
  );
}

type LinkButtonProps = Omit<SubmitProps, "name" | "value" | "formAction"> & { href: string; download?: boolean };

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton({ children, kind = "second", small, wide, icon, ...rest }: LinkButtonProps) {
  return (
    <a className={buttonClass(kind, { small, wide })} {...rest}>
      {icon ? <Icon name={icon} size={small ? 18 : 20} /> : null}
      <span>{children}</span>
    </a>
  );
}

export function HiddenFields({ values }: { values: FormValues }) {
  return Object.entries(values).flatMap(([name, value]) =>
    (value === undefined ? [] : [value].flat()).map((each) => (
      <input key={`${name}=${each}`} type="hidden" name={name} value={each} />
    )),
  );
}

/** The end of a form: the deed first, the destructive link at the far end. */
export function FormActions({ children, far }: { children: ReactNode; far?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div className="flex flex-wrap items-center gap-3">{children}</div>
      {far}
    </div>
  );
}

/** One group of a long form: what it is about at the start, its fields after it. */
export function FormGroup({
  title,
  sentence,
  children,
}: {
  title: ReactNode;
  sentence?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="section grid gap-x-10 gap-y-5 lg:grid-cols-[13.5rem_minmax(0,1fr)]">
      <div>
        <h2>{title}</h2>
        {sentence ? <p className="hint mt-1">{sentence}</p> : null}
      </div>
      <div className="max-w-form space-y-5">{children}</div>
    </section>
  );
}

/** Two short fields beside each other from 640 px. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className="grid items-start gap-5 sm:grid-cols-2">{children}</div>;
}

function buttonClass(kind: keyof typeof kinds, { small, wide }: { small?: boolean; wide?: boolean }) {
  return ["btn", kinds[kind], small && "btn-sm", wide && "w-full"].filter(Boolean).join(" ");
}
