import { Show } from "solid-js";
import { accountsPaths } from "../../../server/features/accounts/accounts.paths.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useAccountPaths } from "../account-paths.ts";
import { Buttons, Form, Hidden, SubmitButton } from "../ui/form.tsx";
import { Field } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { PasskeyUse } from "./passkey-use.tsx";
import { createEnded, SessionEnded } from "./session-ended.tsx";

export default function SignInPage(props: { data: { next: string } }) {
  const t = useT("accounts");
  const { page } = useWorkspace();
  const paths = useAccountPaths();
  const ended = createEnded();
  return (
    <Page
      title={t("sign_in")}
      lead={page.council ? t("sign_in_lead") : t("console_lead")}
      done={{ signed_out: t("done_signed_out"), password_set: t("done_password_set") }}
    >
      <SessionEnded ended={ended} />
      <Form name="sign-in" action={paths.signIn[page.locale]} beside={ended.isHereAlone()}>
        <Field name="email" label={t("email")} type="email" autocomplete="username" required />
        <Field name="password" label={t("password")} type="password" autocomplete="current-password" required />
        <Show when={props.data.next}>
          <Hidden name="next" value={props.data.next} />
        </Show>
        <Buttons>
          <SubmitButton>{t("sign_in_send")}</SubmitButton>
          <Show when={page.council}>
            <a href={accountsPaths.forgotten[page.locale]}>{t("forgotten_link")}</a>
          </Show>
        </Buttons>
      </Form>
      <Show when={!ended.isHereAlone()}>
        <PasskeyUse next={props.data.next} />
      </Show>
    </Page>
  );
}
