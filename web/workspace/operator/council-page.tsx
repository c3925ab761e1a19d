import { Show } from "solid-js";
import type { ListedCouncil } from "../../../server/features/operators/operators.console.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { Buttons, Form, SubmitButton } from "../ui/form.tsx";
import { TextArea } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { CouncilState } from "./council-state.tsx";

export default function CouncilPage(props: { data: { council: ListedCouncil } }) {
  const t = useT("operator");
  const { page } = useWorkspace();
  const { say } = useLocalized();
  const { council } = props.data;
  return (
    <Page title={say(council.name)} lead={<a href={council.site}>{council.host}</a>}>
      <p>
        <CouncilState council={council} />
      </p>
      <section aria-labelledby="enter-council">
        <div class="bar">
          <h2 id="enter-council">{t("enter")}</h2>
        </div>
        <Show when={council.state !== "suspended"} fallback={<p>{t("enter_suspended")}</p>}>
          <p>{t("enter_text")}</p>
          <Form name="enter" action={page.here[page.locale]}>
            <TextArea name="reason" label={t("reason")} hint={t("reason_hint")} rows={3} maxlength={500} required />
            <Buttons>
              <SubmitButton>{t("enter_send")}</SubmitButton>
            </Buttons>
          </Form>
        </Show>
      </section>
    </Page>
  );
}
