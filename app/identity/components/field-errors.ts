import type { FormState } from "~/platform/http/form-state";

type Any = (key: string, values?: Record<string, string | number>) => string;

/** The refused fields of a form for `FormErrors`, in the order of `labels`; a field without a label is left out. */
export const fieldErrors = (
  state: FormState | undefined | null,
  labels: Readonly<Record<string, string>>,
  any: Any,
): { field: string; label: string; message: string }[] =>
  Object.entries(labels).flatMap(([field, label]) => {
    const found = state?.fields.find((one) => one.field === field);
    return found ? [{ field, label, message: any(found.key, found.values) }] : [];
  });
