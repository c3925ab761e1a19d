import { type ParentProps, Show } from "solid-js";
import { approvalPaths } from "../../../server/features/editing/editing.paths.shared.ts";
import type { Approval } from "../../../server/features/editing/submissions.service.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { Buttons, Form, SubmitButton, TextArea } from "../ui/form.tsx";

interface HandOverProps {
  /** What waits, as the approvals know it. */
  entity: string;
  id: string;
  approval: Approval;
  rights: { edit: boolean; publish: boolean };
  /** The form that hands it over, and where it is sent. */
  name: string;
  action: string;
  /** The form by whose name the places on the page are called. */
  places?: string;
}

/**
 * Where one prepares and another publishes: what was handed over and by whom, the way to do it, to take it back or to give it
 * back with a word.
 *
 * @example
 * <HandOver entity="recording" id={id} approval={approval} rights={rights} name="recording-submission" action={action}>
 *   <Stood shown={shown} />
 * </HandOver>
 */
export function HandOver(props: ParentProps<HandOverProps>) {
  const t = useT("editing");
  const { approval, rights } = props;
  return (
    <Show when={approval.isNeeded || !rights.publish}>
      <Show when={approval.submission}>
        {(one) => (
          <Show
            when={one().returned}
            fallback={
              <p class="note">
                {t("submitted", { name: one().by, time: `${formatInstantDay(one().at)}, ${formatTime(one().at)}` })}{" "}
                <Show when={one().note}>{(note) => `“${note()}”`}</Show>
              </p>
            }
          >
            {(returned) => <p class="note warn">{t("returned", { name: returned().by, note: returned().note })}</p>}
          </Show>
        )}
      </Show>
      <Show when={approval.isChanged}>
        <p class="note warn">{t("changed_since")}</p>
      </Show>
      <Show when={approval.waits && (approval.isOwn || rights.publish)}>
        <GivingBack {...props} />
      </Show>
      <Show when={rights.edit && approval.mayHandOver}>
        <Form name={props.name} action={props.action} label={t("submit")} places={props.places}>
          {props.children}
          <TextArea name="note" label={t("submit_note")} rows={2} maxlength={1_000} />
          <Buttons>
            <SubmitButton plain>{t("submit")}</SubmitButton>
          </Buttons>
        </Form>
      </Show>
    </Show>
  );
}

/** Of one's own without a word; refused, the page of what waits says what is missing. */
function GivingBack(props: HandOverProps) {
  const t = useT("editing");
  const { locale } = usePage();
  const { entity, id, approval } = props;
  const action = fillPath(approvalPaths.giveBack, { entity, id })[locale];
  const label = t(approval.isOwn ? "take_back" : "give_back");
  return (
    <Form name={`${props.name}-return`} class={approval.isOwn ? "one-button" : undefined} action={action} label={label}>
      <input type="hidden" name="for" value={id} />
      <Show when={!approval.isOwn}>
        <TextArea name="note" label={t("give_back_note")} rows={2} maxlength={1_000} required />
      </Show>
      <Buttons>
        <SubmitButton plain>{label}</SubmitButton>
      </Buttons>
    </Form>
  );
}
