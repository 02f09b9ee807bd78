import { ErrorSummary } from "./form";
import type { FormError } from "./form-state";
import { Notice } from "./notice";

/** Over a form that came back: what is wrong with it, or that its changes are on the page alone. */
export function NotSaved({ errors, saveLabel }: { errors: FormError[]; saveLabel: string }) {
  return (
    <div className="mb-6">
      {errors.length > 0 ? (
        <ErrorSummary errors={errors} title={problemTitle(errors)} />
      ) : (
        <Notice kind="wait" title="Not saved yet.">
          Your changes are kept on this page. “{saveLabel}” saves them.
        </Notice>
      )}
    </div>
  );
}

function problemTitle(errors: FormError[]) {
  const wrong = new Set(errors.map(({ path }) => path)).size;
  return `Not saved: ${wrong === 1 ? "one field needs" : `${wrong} fields need`} another look.`;
}
