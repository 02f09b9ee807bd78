import { createContext, useContext } from "react";

export type FormError = { path: string; message: string; label?: string };
export type FormValues = Record<string, string | string[] | undefined>;

/** What a refused form hands to its fields, so that each finds its own value and message by name. */
export const FormState = createContext<{ errors: FormError[]; values: FormValues }>({ errors: [], values: {} });

type Given = { error?: string; defaultValue?: string | number };

export function useField(name: string, given: Given = {}) {
  const { errors, values } = useContext(FormState);
  const kept = values[name];
  const error = given.error ?? errors.find((each) => each.path === name)?.message;
  return {
    error,
    /** Undefined where the form was not sent yet, or a box was left empty. */
    kept,
    wasSent: Object.keys(values).length > 0,
    value: (Array.isArray(kept) ? kept[0] : kept) ?? given.defaultValue,
    isFirstError: Boolean(error) && (errors.length === 0 || errors[0]?.path === name),
  };
}
