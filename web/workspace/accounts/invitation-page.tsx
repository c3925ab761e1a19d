import type { InvitationData } from "../../../server/features/accounts/entrance.workspace.ts";
import { useT } from "../../lib/i18n.ts";
import { Buttons, Form, SubmitButton } from "../ui/form.tsx";
import { Field } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

export default function InvitationPage(props: { data: InvitationData }) {
  const t = useT("accounts");
  const { page } = useWorkspace();
  return (
    <Page title={t("invitation")} lead={t("invitation_lead", { email: props.data.email })}>
      <Form name="accept" action={page.here[page.locale]} values={{ name: props.data.name }}>
        <input type="hidden" name="email" autocomplete="username" value={props.data.email} />
        <Field name="name" label={t("name")} hint={t("name_hint")} autocomplete="name" required />
        <Field
          name="password"
          label={t("new_password")}
          hint={t("new_password_hint")}
          type="password"
          autocomplete="new-password"
          required
        />
        <Buttons>
          <SubmitButton>{t("invitation_send")}</SubmitButton>
        </Buttons>
      </Form>
    </Page>
  );
}
