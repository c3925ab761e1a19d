import { Show } from "solid-js";
import { accountsPaths } from "../../../server/features/accounts/accounts.paths.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { Buttons, Field, Form, Hidden, SubmitButton } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

export default function CodePage(props: { data: { next: string } }) {
  const t = useT("accounts");
  const { page } = useWorkspace();
  return (
    <Page title={t("code_title")} lead={t("code_lead")}>
      <Form name="code" action={accountsPaths.code[page.locale]}>
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
      <form method="post" action={accountsPaths.signOut[page.locale]} class="beside">
        <button class="button plain" type="submit">
          {t("other_account")}
        </button>
      </form>
    </Page>
  );
}
