import { accountsPaths } from "../../../server/features/accounts/accounts.paths.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { Buttons, Form, SubmitButton } from "../ui/form.tsx";
import { Field } from "../ui/form-fields.tsx";
import { MailOff } from "../ui/mail-off.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

export default function ForgottenPage() {
  const t = useT("accounts");
  const letters = useT("letters");
  const { page } = useWorkspace();
  return (
    <Page
      title={t("forgotten")}
      lead={page.isMailOff ? t("forgotten_lead_off") : t("forgotten_lead")}
      done={{ reset_sent: page.isMailOff ? t("done_reset_off") : t("done_reset_sent") }}
    >
      <MailOff>{letters("off_reset")}</MailOff>
      <Form name="forgotten" action={accountsPaths.forgotten[page.locale]}>
        <Field name="email" label={t("email")} type="email" autocomplete="username" required />
        <Buttons>
          <SubmitButton>{page.isMailOff ? t("forgotten_send_off") : t("forgotten_send")}</SubmitButton>
          <a href={accountsPaths.signIn[page.locale]}>{t("sign_in_send")}</a>
        </Buttons>
      </Form>
    </Page>
  );
}
