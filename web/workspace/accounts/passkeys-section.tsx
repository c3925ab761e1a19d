import { For, Show } from "solid-js";
import type { OwnAccount } from "../../../server/features/accounts/own.workspace.ts";
import { useT } from "../../lib/i18n.ts";
import { formatInstantDay } from "../../ui/format.ts";
import { useAccountPaths } from "../account-paths.ts";
import { Buttons, Form, Hidden, SubmitButton } from "../ui/form.tsx";
import { Field } from "../ui/form-fields.tsx";
import { useWorkspace } from "../workspace.tsx";
import { ConfirmPassword } from "./confirm-password.tsx";
import { createCeremony } from "./passkey-ceremony.ts";
import { PasskeyProblem } from "./passkey-use.tsx";

/** One's own passkeys. They are taken away without script too; to make one, the browser has to be asked by a script. */
export function PasskeysSection(props: { data: Pick<OwnAccount, "passkeys" | "asksForPassword"> }) {
  const t = useT("accounts");
  const { page } = useWorkspace();
  const paths = useAccountPaths();
  const { isOffered, state, run } = createCeremony("make", paths.passkeysChallenge[page.locale]);
  const used = (instant: string | null) =>
    instant ? t("passkey_used", { day: formatInstantDay(instant) }) : t("passkey_unused");
  return (
    <section aria-labelledby="passkeys-title">
      <div class="bar">
        <h2 id="passkeys-title">{t("passkeys")}</h2>
      </div>
      <p>{t("passkeys_text")}</p>
      <Show when={props.data.passkeys.length > 0} fallback={<p class="hint">{t("no_passkeys")}</p>}>
        <ul class="rows">
          <For each={props.data.passkeys}>
            {(passkey) => (
              <li>
                <div>
                  <b>{passkey.name}</b>
                  <p class="hint">
                    {t("passkey_since", { day: formatInstantDay(passkey.createdAt) })} {used(passkey.lastUsedAt)}
                  </p>
                  <p class="hint">{passkey.isSynced ? t("passkey_synced") : t("passkey_bound")}</p>
                </div>
                <Form
                  name={`remove-passkey-${passkey.id.slice(0, 12)}`}
                  class="row-form"
                  action={paths.removePasskey[page.locale]}
                >
                  <Hidden name="passkey" value={passkey.id} />
                  <ConfirmPassword asked={props.data.asksForPassword} />
                  <button
                    class="button plain"
                    type="submit"
                    aria-label={t("passkey_remove_named", { name: passkey.name })}
                  >
                    {t("passkey_remove")}
                  </button>
                </Form>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={isOffered() || page.form?.name === "passkeys"} fallback={<p class="hint">{t("passkey_script")}</p>}>
        <Form name="passkeys" action={paths.passkeys[page.locale]} onSubmit={run}>
          <Hidden name="response" value="" />
          <Field name="name" label={t("passkey_name")} hint={t("passkey_name_hint")} maxlength={120} required />
          <ConfirmPassword asked={props.data.asksForPassword} />
          <PasskeyProblem state={state()} />
          <Buttons>
            <SubmitButton plain>{t("passkey_add")}</SubmitButton>
          </Buttons>
        </Form>
      </Show>
    </section>
  );
}
