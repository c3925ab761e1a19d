import { For, type ParentProps } from "solid-js";
import type { AttendanceData } from "../../../server/features/meetings/desk/attendance-desk.ts";
import { useT } from "../../lib/i18n.ts";
import { Buttons, Form, Stood, SubmitButton } from "../ui/form.tsx";
import { useNamed } from "../ui/form-context.ts";
import { Field } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { MeetingLine, useDeskPath } from "./meeting-line.tsx";
import { PersonRow } from "./people-grid.tsx";

/** All of them together, where it is not one who is missing. */
function Everybody(props: ParentProps) {
  const t = useT("desk");
  useNamed("came", t("roll_call"));
  return (
    <section id="attendance-came" aria-label={t("roll_call")} tabindex="-1">
      {props.children}
    </section>
  );
}

/** The roll call: every member in the council's own order. */
export default function AttendancePage(props: { data: AttendanceData }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { page } = useWorkspace();
  const { meeting, members, statuses, values } = props.data;
  const shown: Readonly<Record<string, unknown>> = page.form?.values ?? values;
  const hasTimes = (id: string) =>
    [`arrived.${id}`, `left.${id}`].some(
      (name) => Boolean(shown[name]) || page.form?.fields.some(({ path }) => path === name),
    );
  return (
    <Page title={t("roll_call")} lead={t(props.data.isRecorded ? "roll_call_recorded" : "roll_call_lead")} wide>
      <MeetingLine meeting={meeting} />
      <Form
        name="attendance"
        class="grid-form"
        action={path("attendance", { id: meeting.id })}
        values={values}
        label={t("roll_call")}
      >
        <Stood />
        <Everybody>
          <For each={members}>
            {({ id, name }) => (
              <PersonRow name={`came.${id}`} person={name} choices={statuses}>
                <details class="more" open={hasTimes(id)}>
                  <summary>
                    {t("came_and_left")}
                    <span class="hidden-visually"> {name}</span>
                  </summary>
                  <div class="field-row">
                    <Field name={`arrived.${id}`} label={t("arrived")} type="time" />
                    <Field name={`left.${id}`} label={t("left")} type="time" />
                  </div>
                </details>
              </PersonRow>
            )}
          </For>
        </Everybody>
        <Buttons>
          <SubmitButton>{t("save")}</SubmitButton>
        </Buttons>
      </Form>
    </Page>
  );
}
