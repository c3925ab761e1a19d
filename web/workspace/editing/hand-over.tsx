import { type ParentProps, Show } from "solid-js";
import { approvalPaths } from "../../../server/features/editing/editing.paths.shared.ts";
import type { Approval } from "../../../server/features/editing/submissions.service.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { Buttons, Form, SubmitButton } from "../ui/form.tsx";
import { TextArea } from "../ui/form-fields.tsx";

interface HandOverProps {
  /** What waits, as the approvals know it. */
  entity: string;
  id: string;
  approval: Approval;
  rights: { edit: boolean; publish: boolean };
  /** What whoever may publish is told where somebody else has to hand it over. */
  byAnother: string;
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
      <div class="handing-over">
        <Show when={rights.publish && !approval.mayPublish}>
          <p class="note">{props.byAnother}</p>
        </Show>
        <Show when={approval.submission}>{(one) => <HowItStands one={one()} />}</Show>
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
      </div>
    </Show>
  );
}

function HowItStands(props: { one: NonNullable<Approval["submission"]> }) {
  const t = useT("editing");
  const { by, at, note, returned } = props.one;
  return (
    <Show
      when={returned}
      fallback={
        <p class="note">
          {t("submitted", { name: by, time: `${formatInstantDay(at)}, ${formatTime(at)}` })}{" "}
          <Show when={note}>{(word) => `“${word()}”`}</Show>
        </p>
      }
    >
      {(one) => <p class="note warn">{t("returned", { name: one().by, note: one().note })}</p>}
    </Show>
  );
}

/** Of one's own without a word; refused, the page of what waits says what is missing. */
function GivingBack(props: HandOverProps) {
  const t = useT("editing");
  const { locale } = usePage();
  const { entity, id, approval } = props;
  const label = t(approval.isOwn ? "take_back" : "give_back");
  const giving = (className?: string) => (
    <Form
      name={`${props.name}-return`}
      class={className}
      action={fillPath(approvalPaths.giveBack, { entity, id })[locale]}
      label={label}
    >
      <input type="hidden" name="for" value={id} />
      <Show when={!approval.isOwn}>
        <TextArea name="note" label={t("give_back_note")} rows={2} maxlength={1_000} required />
      </Show>
      <Buttons>
        <SubmitButton plain>{label}</SubmitButton>
      </Buttons>
    </Form>
  );
  return (
    <Show when={!approval.isOwn} fallback={giving("one-button")}>
      <details class="more">
        <summary>{label}</summary>
        {giving()}
      </details>
    </Show>
  );
}
