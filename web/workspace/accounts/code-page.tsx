import { Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useAccountPaths } from "../account-paths.ts";
import { Buttons, Form, Hidden, SubmitButton } from "../ui/form.tsx";
import { Field } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { PasskeyUse } from "./passkey-use.tsx";
import { createEnded, SessionEnded } from "./session-ended.tsx";

export default function CodePage(props: { data: { next: string } }) {
  const t = useT("accounts");
  const { page } = useWorkspace();
  const paths = useAccountPaths();
  const ended = createEnded();
  return (
    <Page title={t("code_title")} lead={t("code_lead")}>
      <SessionEnded ended={ended} />
      <Form name="code" action={paths.code[page.locale]} beside={ended.isHereAlone()}>
        <Field
          name="code"
          label={t("code")}
          hint={t("code_hint")}
          autocomplete="one-time-code"
          maxlength={40}
          required
        />
        <Show when={props.data.next}>
          <Hidden name="next" value={props.data.next} />
        </Show>
        <Buttons>
          <SubmitButton>{t("code_send")}</SubmitButton>
        </Buttons>
      </Form>
      <Show when={!ended.isHereAlone()}>
        <PasskeyUse next={props.data.next} />
      </Show>
      <form method="post" action={paths.signOut[page.locale]} class="beside">
        <button class="button plain" type="submit">
          {t("other_account")}
        </button>
      </form>
    </Page>
  );
}
