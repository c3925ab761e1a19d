import { For, Show } from "solid-js";
import type { CourseData } from "../../../server/features/meetings/desk/course.ts";
import { recordingPaths } from "../../../server/features/recordings/recordings.paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatTime } from "../../ui/format.ts";
import { Buttons, Form, Hidden, Stood, SubmitButton } from "../ui/form.tsx";
import { Field } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { MeetingLine, useDeskPath } from "./meeting-line.tsx";
import { PaperList } from "./paper-list.tsx";

/** A meeting while it is held and after: opening, who came, what was decided, closing, minutes. */
export default function CoursePage(props: { data: CourseData }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { meeting, step, time, openedAt, closedAt, hasBegun, attendance, rights, minutes } = props.data;
  const parts = { id: meeting.id };
  return (
    <Page
      title={t("to_course")}
      wide
      done={{
        open: t("done_opened"),
        close: t("done_closed"),
        attendance: t("done_attendance"),
        people: t("done_people"),
        result: t("done_result"),
        result_removed: t("done_result_removed"),
        vote: t("done_vote"),
        vote_removed: t("done_vote_removed"),
        minutes: t("done_minutes"),
      }}
    >
      <MeetingLine meeting={meeting} />
      <Show when={props.data.console}>
        {(href) => (
          <p class="buttons">
            <a class="button" href={href()}>
              {t("to_console")}
            </a>
          </p>
        )}
      </Show>
      <section aria-labelledby="held">
        <h2 id="held">{t("held")}</h2>
        <Show when={openedAt}>{(at) => <p>{t("opened_at", { time: formatTime(at()) })}</p>}</Show>
        <Show when={closedAt}>{(at) => <p>{t("closed_at", { time: formatTime(at()) })}</p>}</Show>
        <Show when={!hasBegun && !step}>
          <p class="note">{t("course_not_yet")}</p>
        </Show>
        <Show when={rights.edit && step}>
          <Form name="step" action={path("course", parts)} values={{ time }}>
            <Hidden name="step" value={step!} />
            <Field name="time" label={t(step === "open" ? "opening_time" : "closing_time")} type="time" required />
            <Buttons>
              <SubmitButton>{t(step === "open" ? "open_send" : "close_send")}</SubmitButton>
            </Buttons>
          </Form>
        </Show>
      </section>
      <Show when={hasBegun}>
        <section aria-labelledby="attendance">
          <div class="bar">
            <h2 id="attendance">{t("attendance")}</h2>
            <Show when={rights.edit}>
              <a class="quiet-button" href={path("attendance", parts)}>
                {t("roll_call")}
              </a>
            </Show>
          </div>
          <Show when={attendance} fallback={<p class="soft">{t("attendance_none")}</p>}>
            {(counts) => (
              <p>
                {t("present_of", counts())}{" "}
                <Show when={counts().needed}>
                  {(needed) => (
                    <span class={`tag ${counts().present >= needed() ? "good" : "bad"}`}>
                      {t(counts().present >= needed() ? "quorum" : "quorum_missing", { needed: needed() })}
                    </span>
                  )}
                </Show>
              </p>
            )}
          </Show>
          <Show when={rights.edit && props.data.people}>
            {(standing) => <People id={meeting.id} standing={standing()} />}
          </Show>
        </section>
        <section aria-labelledby="decided">
          <h2 id="decided">{t("decided")}</h2>
          <Show when={props.data.items.length > 0} fallback={<p class="soft">{t("agenda_none")}</p>}>
            <ol class="agenda-desk">
              <For each={props.data.items}>{(item) => <Decided {...props} item={item} />}</For>
            </ol>
          </Show>
        </section>
        <section aria-labelledby="minutes">
          <div class="bar">
            <h2 id="minutes">{minutes.label}</h2>
            <Show when={minutes.isKept}>
              <a class="quiet-button" href={path("minutes", parts)}>
                {t("to_minutes")}
              </a>
            </Show>
          </div>
          <p>
            <span class={`tag ${minutes.isPublished ? "good" : minutes.isDue ? "warn" : "none"}`}>
              {t(minutes.isPublished ? "minutes_public" : minutes.isDue ? "waits.minutes" : "minutes_later")}
            </span>
          </p>
          <PaperList papers={minutes.papers} />
        </section>
        <ToRecording id={meeting.id} />
      </Show>
    </Page>
  );
}

/** How many came of the public, of a meeting with it. */
function People(props: { id: string; standing: { people: string } }) {
  const t = useT("desk");
  const path = useDeskPath();
  return (
    <Form name="people" action={path("people", { id: props.id })} values={props.standing}>
      <Stood />
      <Field name="people" label={t("people")} hint={t("people_hint")} inputmode="numeric" maxlength={4} />
      <Buttons>
        <SubmitButton plain>{t("people_send")}</SubmitButton>
      </Buttons>
    </Form>
  );
}

function ToRecording(props: { id: string }) {
  const t = useT("recording");
  const { locale } = usePage();
  return (
    <section aria-labelledby="recording">
      <div class="bar">
        <h2 id="recording">{t("title")}</h2>
        <a class="quiet-button" href={fillPath(recordingPaths.page, { id: props.id })[locale]}>
          {t("to_page")}
        </a>
      </div>
    </section>
  );
}

function Decided(props: { data: CourseData; item: CourseData["items"][number] }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { say, lang } = useLocalized();
  const { item } = props;
  const parts = { id: props.data.meeting.id, item: item.id };
  return (
    <li
      id={`item-${item.id}`}
      tabindex="-1"
      classList={{ "sub-item": item.depth === 2, "deep-item": item.depth === 3 }}
    >
      <b class="number">{item.number}</b>
      <div>
        <span lang={lang(item.title)}>{say(item.title)}</span>
        <p class="stamp">
          <span class={`tag ${item.resultTag ?? "none"}`}>{item.result ?? t("undecided")}</span>
          <Show when={item.votes > 0}>
            <span>{t("votes", { count: item.votes })}</span>
          </Show>
          <Show when={item.act}>
            {(act) => (
              <a href={act().href}>
                {act().label ?? t("make_act")}
                <Show when={!act().label}>
                  <span class="hidden-visually"> {item.number}</span>
                </Show>
              </a>
            )}
          </Show>
        </p>
      </div>
      <Show when={props.data.rights.edit}>
        <p class="moves">
          <a class="quiet-button" href={path("vote", parts)} aria-label={t("vote_of", { number: item.number })}>
            {t("vote")}
          </a>
          <a class="quiet-button" href={path("result", parts)} aria-label={t("result_of", { number: item.number })}>
            {t("result")}
          </a>
        </p>
      </Show>
    </li>
  );
}
