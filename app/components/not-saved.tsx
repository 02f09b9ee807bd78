import { ErrorSummary } from "./form";
import type { FormError } from "./form-state";
import { Notice } from "./notice";

/** Over a form that came back: what is wrong with it, or that its changes are on the page alone. */
export function NotSaved({ errors, title, saveLabel }: { errors: FormError[]; title: string; saveLabel: string }) {
  return (
    <div className="mb-6">
      {errors.length > 0 ? (
        <ErrorSummary errors={errors} title={title} />
      ) : (
        <Notice kind="wait" title="Not saved yet.">
          Your changes are kept on this page. “{saveLabel}” saves them.
        </Notice>
      )}
    </div>
  );
}
