import { Show } from "solid-js";
import { minutesPaths } from "../../../server/features/minutes/minutes.paths.shared.ts";
import type { MinutesData, WrittenView } from "../../../server/features/minutes/minutes-view.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay, formatInstantDay, formatTime } from "../../ui/format.ts";
import { HandOver } from "../editing/hand-over.tsx";
import { Buttons, Form, Hidden, Stood, SubmitButton } from "../ui/form.tsx";
import { Field, Select } from "../ui/form-fields.tsx";

/** How the minutes stand, and what can be done with the whole. */
export function Steps(props: { data: MinutesData; written: WrittenView }) {
  const t = useT("minutes");
  const { locale } = usePage();
  const { data, written } = props;
  const at = (path: keyof typeof minutesPaths) => fillPath(minutesPaths[path], { id: data.meeting.id })[locale];
  const { standing, choices } = written.approval;
  return (
    <aside class="edit-steps" aria-labelledby="minutes-state">
      <h2 id="minutes-state">{t("state")}</h2>
      <State written={written} />
      <section aria-labelledby="minutes-printed">
        <h3 id="minutes-printed">{t("files")}</h3>
        <p class="hint">{t("files_hint")}</p>
        <p class="buttons">
          <a class="button plain" href={at("docx")}>
            {t("docx")}
          </a>
          <a class="button plain" href={at("pdf")}>
            {t("pdf")}
          </a>
        </p>
      </section>
      <Show when={data.rights.publish} fallback={<p class="note">{t("publication_by")}</p>}>
        <section aria-labelledby="minutes-approved">
          <h3 id="minutes-approved">{t("approval")}</h3>
          <Form name="minutes-approval" action={at("approval")} values={standing} label={t("approval")}>
            <Stood />
            <p class="hint">{t("approval_hint")}</p>
            <Show when={choices.length > 0}>
              <Select name="approvedIn" label={t("approved_in")} choices={choices} empty={t("approved_in_none")} />
            </Show>
            <Field name="approvedOn" label={t("approved_on_day")} type="date" />
            <Buttons>
              <SubmitButton plain>{t("approve")}</SubmitButton>
            </Buttons>
          </Form>
        </section>
      </Show>
      <section aria-labelledby="minutes-publishing">
        <h3 id="minutes-publishing">{t("publication")}</h3>
        <Show when={data.stage !== "open" && !written.isAsPublished}>
          <HandOver
            {...{ entity: "minutes", id: data.meeting.id, approval: written.handedOver, rights: data.rights }}
            {...{ name: "minutes-submission", action: at("submission"), byAnother: t("publication_by_another") }}
          >
            <Hidden name="seen" value={written.updatedAt} />
          </HandOver>
        </Show>
        <Show when={data.rights.publish}>
          <Publication {...props} action={at("publication")} />
        </Show>
      </section>
    </aside>
  );
}

function State(props: { written: WrittenView }) {
  const t = useT("minutes");
  const { approval, publishedAt, isAsPublished, gaps, isBehind, drawnAt } = props.written;
  const state = () =>
    publishedAt ? (isAsPublished ? "published" : "changed") : approval.standing.approvedOn ? "approved" : "draft";
  const tone = { published: "good", changed: "warn", approved: "good", draft: "none" } as const;
  return (
    <div>
      <p>
        <span class={`tag ${tone[state()]}`}>{t(`state.${state()}`)}</span>
      </p>
      <Show when={approval.standing.approvedOn}>
        {(day) => <p class="hint">{t("approved_on", { date: formatDay(day()) })}</p>}
      </Show>
      <Show when={publishedAt}>
        {(at) => <p class="hint">{t("published_at", { date: formatInstantDay(at()), time: formatTime(at()) })}</p>}
      </Show>
      <p class="hint">{gaps > 0 ? t("gaps", { count: gaps }) : t("gaps_none")}</p>
      <p class="hint">
        {isBehind ? t("behind", { date: formatInstantDay(drawnAt), time: formatTime(drawnAt) }) : t("up_to_date")}
      </p>
    </div>
  );
}

function Publication(props: { data: MinutesData; written: WrittenView; action: string }) {
  const t = useT("minutes");
  const { written, data } = props;
  return (
    <Show when={data.stage !== "open"} fallback={<p class="hint">{t("publication_wait")}</p>}>
      <Show when={!written.isAsPublished} fallback={<p class="hint">{t("publication_same")}</p>}>
        <Show when={written.handedOver.mayPublish}>
          <Form name="minutes-publication" action={props.action} label={t("publication")}>
            <Hidden name="seen" value={written.updatedAt} />
            <p class="hint">{t(written.publishedAt ? "publication_again" : "publication_text")}</p>
            <Buttons>
              <SubmitButton>{t(written.publishedAt ? "publish_again" : "publish")}</SubmitButton>
            </Buttons>
          </Form>
        </Show>
      </Show>
    </Show>
  );
}
