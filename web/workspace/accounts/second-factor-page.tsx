import type { SecondFactorData } from "../../../server/features/accounts/own.workspace.ts";
import { useT } from "../../lib/i18n.ts";
import { useAccountPaths } from "../account-paths.ts";
import { Buttons, Form, Hidden, SubmitButton } from "../ui/form.tsx";
import { Field } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { ConfirmPassword } from "./confirm-password.tsx";

/** In groups of four, as it is typed off the screen. */
const inGroups = (secret: string) => secret.replace(/(.{4})(?=.)/g, "$1 ");

export default function SecondFactorPage(props: { data: SecondFactorData }) {
  const t = useT("accounts");
  const { page } = useWorkspace();
  const paths = useAccountPaths();
  const { qr } = props.data;
  return (
    <Page title={props.data.isFirst ? t("factor_title") : t("factor_title_again")} lead={t("factor_lead")}>
      <ol class="steps">
        <li>{t("factor_step_app")}</li>
        <li>
          <p>{t("factor_step_scan")}</p>
          <svg class="qr" viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={t("factor_qr")}>
            <path d={qr.path} fill="currentColor" />
          </svg>
          <p>
            {t("factor_secret")} <code class="secret">{inGroups(props.data.secret)}</code>
          </p>
        </li>
        <li>{t("factor_step_code")}</li>
      </ol>
      <Form name="second-factor" action={paths.secondFactor[page.locale]}>
        <Hidden name="sealed" value={props.data.sealed} />
        <Field
          name="code"
          label={t("code")}
          hint={t("factor_code_hint")}
          autocomplete="one-time-code"
          inputmode="numeric"
          maxlength={40}
          required
        />
        <ConfirmPassword asked={props.data.asksForPassword} />
        <Buttons>
          <SubmitButton>{t("factor_send")}</SubmitButton>
        </Buttons>
      </Form>
    </Page>
  );
}
