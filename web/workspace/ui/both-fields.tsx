import { Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useField } from "./form-context.ts";
import { describedBy, FieldFrame } from "./form-fields.tsx";

interface BothFieldsProps {
  /** `title` makes `title.sq` and `title.en`. */
  name: string;
  label: string;
  hint?: string;
  /** Whether Albanian is required; English never is. */
  required?: boolean;
  /** Several lines. */
  rows?: number;
  maxlength?: number;
}

/** A text in both languages, beside each other where there is room. */
export function BothFields(props: BothFieldsProps) {
  const t = useT("workspace");
  return (
    <div class="both-fields">
      <One {...props} language="sq" label={`${props.label} ${t("in_albanian")}`} />
      <One {...props} language="en" label={`${props.label} ${t("in_english")}`} required={false} />
    </div>
  );
}

function One(props: BothFieldsProps & { language: "sq" | "en" }) {
  const name = `${props.name}.${props.language}`;
  const field = useField(name);
  // Said once, before the first of the two.
  const hint = () => (props.language === "sq" ? props.hint : undefined);
  const attributes = () => ({
    id: field.id,
    name,
    lang: props.language,
    required: props.required,
    maxlength: props.maxlength,
    "aria-invalid": field.error ? ("true" as const) : undefined,
    "aria-describedby": describedBy(field, hint()),
  });
  return (
    <FieldFrame name={name} label={props.label} hint={hint()} required={props.required}>
      <Show when={props.rows} fallback={<input type="text" autocomplete="off" value={field.value} {...attributes()} />}>
        <textarea rows={props.rows} {...attributes()}>
          {field.value}
        </textarea>
      </Show>
    </FieldFrame>
  );
}
