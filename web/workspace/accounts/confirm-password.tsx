import { Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { Field } from "../ui/form-fields.tsx";

/** Asks for one's own password where it was given too long ago; the server asks for it all the same. */
export function ConfirmPassword(props: { asked: boolean }) {
  const t = useT("accounts");
  return (
    <Show when={props.asked}>
      <Field
        name="current"
        label={t("current_password")}
        hint={t("current_password_hint")}
        type="password"
        autocomplete="current-password"
        required
      />
    </Show>
  );
}
