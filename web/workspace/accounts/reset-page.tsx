import { useT } from "../../lib/i18n.ts";
import { Buttons, Form, SubmitButton } from "../ui/form.tsx";
import { Field } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

export default function ResetPage(props: { data: { email: string } }) {
  const t = useT("accounts");
  const { page } = useWorkspace();
  return (
    <Page title={t("reset")} lead={t("reset_lead", { email: props.data.email })}>
      <Form name="reset" action={page.here[page.locale]}>
        <input type="hidden" name="email" autocomplete="username" value={props.data.email} />
        <Field
          name="password"
          label={t("new_password")}
          hint={t("new_password_hint")}
          type="password"
          autocomplete="new-password"
          required
        />
        <Buttons>
          <SubmitButton>{t("reset_send")}</SubmitButton>
        </Buttons>
      </Form>
    </Page>
  );
}
