import { createSignal, Show } from "solid-js";
import type { FormValues } from "../../../server/features/editing/form.shared.ts";
import { deskPaths } from "../../../server/features/meetings/desk/desk-paths.shared.ts";
import type { TemplateData } from "../../../server/features/meetings/desk/templates-desk.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { Fields } from "../forms/fields.tsx";
import { Buttons, Form, Once, Stood, SubmitButton } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

export default function TemplatePage(props: { data: TemplateData }) {
  const t = useT("desk");
  const { page } = useWorkspace();
  const { say } = useLocalized();
  const { id, name, description } = props.data;
  const [values, setValues] = createSignal<FormValues>(page.form?.values ?? props.data.values);
  return (
    <Page title={id ? say(name) : t("template_new")} wide>
      <p class="crumb">
        <a href={deskPaths.templates[page.locale]}>{t("templates")}</a>
      </p>
      <Form
        name="thing"
        action={page.here[page.locale]}
        values={values()}
        class="sheet-form whole"
        redraw={(typed) => setValues(typed)}
      >
        <Show when={id}>
          <Stood />
        </Show>
        <Show when={!id}>
          <Once />
        </Show>
        {/* The first button is what the Enter key does. */}
        <button class="first-button" type="submit" tabindex="-1">
          {t("save")}
        </button>
        <Show when={values()} keyed>
          {(shown) => <Fields fields={description.fields} description={description} values={shown} />}
        </Show>
        <Buttons>
          <SubmitButton>{t("save")}</SubmitButton>
        </Buttons>
      </Form>
    </Page>
  );
}
