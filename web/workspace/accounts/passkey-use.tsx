import { Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useAccountPaths } from "../account-paths.ts";
import { Buttons, Form, Hidden, SubmitButton } from "../ui/form.tsx";
import { useWorkspace } from "../workspace.tsx";
import { createCeremony } from "./passkey-ceremony.ts";

/** Beside the password, and beside the code after it: signing in with a passkey, for browsers that can. */
export function PasskeyUse(props: { next: string }) {
  const t = useT("accounts");
  const { page } = useWorkspace();
  const paths = useAccountPaths();
  const { isOffered, state, run } = createCeremony("use", paths.passkeyChallenge[page.locale]);
  return (
    <Show when={isOffered() || page.form?.name === "passkey"}>
      <section class="beside" aria-labelledby="passkey-use">
        <h2 id="passkey-use">{t("passkey")}</h2>
        <p class="hint">{t("passkey_use_hint")}</p>
        <Form name="passkey" action={paths.passkey[page.locale]} onSubmit={run}>
          <Hidden name="response" value="" />
          <Hidden name="next" value={props.next} />
          <PasskeyProblem state={state()} />
          <Buttons>
            <SubmitButton plain>{t("passkey_use")}</SubmitButton>
          </Buttons>
        </Form>
      </section>
    </Show>
  );
}

/** What the browser said, in a sentence; the server's own refusals stand in the form's summary. */
export function PasskeyProblem(props: { state: ReturnType<ReturnType<typeof createCeremony>["state"]> }) {
  const t = useT("accounts");
  return (
    <p class="error" role="status">
      <Show when={props.state === "turned_down"}>{t("passkey_turned_down")}</Show>
      <Show when={props.state === "failed"}>{t("passkey_failed")}</Show>
    </p>
  );
}
