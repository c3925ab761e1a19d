import { For, Show } from "solid-js";
import type { NoticeData } from "../../../server/features/meetings/desk/notice-desk.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { formatDay } from "../../ui/format.ts";
import { HandOver } from "../editing/hand-over.tsx";
import { BothFields } from "../ui/both-fields.tsx";
import { Buttons, Form, PreviewButton, Stood, SubmitButton } from "../ui/form.tsx";
import { Choices } from "../ui/form-fields.tsx";
import { MailOff } from "../ui/mail-off.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { MeetingLine, useDeskPath, useWhen } from "./meeting-line.tsx";

/** What will be announced, whether it is in time, and the button that does it. */
export default function NoticePage(props: { data: NoticeData }) {
  const t = useT("desk");
  const letters = useT("letters");
  const path = useDeskPath();
  const { meeting, check, isPlanned, isOver, isUnseen, rights, members, values, approval } = props.data;
  return (
    <Page
      title={t(isPlanned || !isUnseen ? "notice" : "publishing")}
      done={{ submitted: t("done_submitted"), handed_over: t("done_handed_over") }}
    >
      <MeetingLine meeting={meeting} />
      <Show when={!isPlanned && !isUnseen}>
        <p class="note">{t("notice_given")}</p>
      </Show>
      <Show when={isPlanned}>
        <Lacks data={props.data} />
        <Show when={check} fallback={<p class="note">{t("notice_without_rule")}</p>}>
          {(period) => <Check check={period()} />}
        </Show>
      </Show>
      <Announced data={props.data} />
      <Show when={isPlanned && !isOver}>
        <HandOver
          {...{ entity: "meeting", id: meeting.id, approval, rights: { ...rights, edit: props.data.mayEdit } }}
          {...{ name: "submission", action: path("submission", { id: meeting.id }), byAnother: t("notice_by_another") }}
        >
          <Stood shown={props.data.stood} />
        </HandOver>
        <Show when={!rights.publish}>
          <p class="note">{t("notice_by_publisher")}</p>
        </Show>
        <Show when={rights.publish && approval.mayPublish}>
          <Form name="notice" action={path("notice", { id: meeting.id })} values={values} label={t("notice")}>
            <Stood shown={props.data.stood} />
            <BothFields name="text" label={t("notice_text")} hint={t("notice_text_hint")} rows={4} />
            <Show when={check && !check.inTime}>
              <BothFields
                name="shortNoticeReason"
                label={t("short_reason")}
                hint={t("short_reason_hint")}
                rows={2}
                maxlength={1000}
                required
              />
            </Show>
            <Show when={members > 0}>
              <MailOff>{letters("off_notice")}</MailOff>
              <Choices
                name="mail"
                kind="checkbox"
                label={t("mails")}
                choices={[{ value: "yes", label: t("mail_members"), hint: t("mail_members_hint", { count: members }) }]}
              />
            </Show>
            <p>{t("notice_effect")}</p>
            <Buttons>
              <SubmitButton>{t("announce")}</SubmitButton>
              <PreviewButton>{t("preview")}</PreviewButton>
            </Buttons>
          </Form>
        </Show>
      </Show>
      <Show when={isPlanned && isOver}>
        <p class="note bad">{t("notice_over")}</p>
      </Show>
      <Show when={isUnseen}>
        <Unseen data={props.data} />
      </Show>
    </Page>
  );
}

/** What has no notice to come any more is handed over and published as it is. */
function Unseen(props: { data: NoticeData }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { meeting, isPlanned, rights, approval, mayEdit, stood } = props.data;
  const { id } = meeting;
  return (
    <>
      <p class="note">{t(isPlanned ? "missed_unseen" : "held_unseen")}</p>
      <HandOver
        {...{ entity: "meeting", id, approval, rights: { ...rights, edit: mayEdit } }}
        {...{ name: "submission", action: path("submission", { id }), byAnother: t("publish_by_another") }}
      >
        <Stood shown={stood} />
      </HandOver>
      <Show when={!rights.publish}>
        <p class="note">{t("publish_by_publisher")}</p>
      </Show>
      <Show when={rights.publish && approval.mayPublish}>
        <Form name="publication" action={path("publication", { id })} label={t("publishing")}>
          <Stood shown={stood} />
          <Buttons>
            <SubmitButton>{t("publish_held")}</SubmitButton>
          </Buttons>
        </Form>
      </Show>
    </>
  );
}

function Check(props: { check: NonNullable<NoticeData["check"]> }) {
  const t = useT("desk");
  const { dueOn, inTime, law, article, steps, isEstimated } = props.check;
  return (
    <section class="note" classList={{ warn: !inTime }} aria-labelledby="period">
      <h2 id="period" class="note-title">
        <span class={`tag ${inTime ? "good" : "warn"}`}>{t(inTime ? "in_time" : "short")}</span>
      </h2>
      <p>{t(inTime ? "in_time_text" : "short_text", { date: formatDay(dueOn) })}</p>
      <p class="small">{t("by_law", { law, article })}</p>
      <details class="small">
        <summary>{t("how_computed")}</summary>
        <ol class="computed">
          <For each={steps}>{(step) => <li>{step}</li>}</For>
        </ol>
        <Show when={isEstimated}>
          <p>{t("estimated")}</p>
        </Show>
      </details>
    </section>
  );
}

function Lacks(props: { data: NoticeData }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { lacks, meeting } = props.data;
  const id = meeting.id;
  const said = () => [
    ...(lacks.body ? [{ text: t("lacks_body"), href: null }] : []),
    ...(lacks.agenda ? [{ text: t("lacks_agenda"), href: path("newItem", { id }) }] : []),
    ...(lacks.place ? [{ text: t("lacks_place"), href: path("particulars", { id }) }] : []),
    ...(lacks.papers > 0 ? [{ text: t("lacks_papers", { count: lacks.papers }), href: path("meeting", { id }) }] : []),
    ...(lacks.english ? [{ text: t("lacks_english"), href: path("meeting", { id }) }] : []),
  ];
  return (
    <Show when={said().length > 0}>
      <section class="note" classList={{ bad: lacks.body }} aria-labelledby="lacks">
        <h2 id="lacks" class="note-title">
          {t("lacks")}
        </h2>
        <ul class="bullets">
          <For each={said()}>
            {({ text, href }) => (
              <li>
                <Show when={props.data.rights.edit && href} fallback={text}>
                  {(to) => <a href={to()}>{text}</a>}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

/** The forms that lead to what readers will have where somebody has changed it meanwhile. */
const placedBy = ["submission", "publication"];

/** The notice as its readers will have it. */
function Announced(props: { data: NoticeData }) {
  const { page } = useWorkspace();
  /** Where the form that was refused leads to. */
  const id = (part: string) => `${placedBy.find((name) => name === page.form?.name) ?? "notice"}-${part}`;
  const t = useT("desk");
  const when = useWhen();
  const { say, lang } = useLocalized();
  const { data } = props;
  return (
    <section class="announced" aria-labelledby="announced">
      <h2 id="announced">{t("announced")}</h2>
      <p id={id("name")} class="announced-name" tabindex="-1" lang={lang(data.meeting.name)}>
        {say(data.meeting.name)}
      </p>
      <dl class="facts-desk">
        <dt>{t("when_column")}</dt>
        <dd id={id("when")} tabindex="-1">
          {when(data.meeting)}
        </dd>
        <dt>{t("place")}</dt>
        <dd id={id("place")} tabindex="-1">
          <Show when={data.meeting.place} fallback={<span class="soft">{t("not_said")}</span>}>
            {(place) => <span lang={lang(place())}>{say(place())}</span>}
          </Show>
        </dd>
        <Show when={data.onlineUrl}>
          {(url) => (
            <>
              <dt>{t("online")}</dt>
              <dd id={id("online")} tabindex="-1">
                {url()}
              </dd>
            </>
          )}
        </Show>
        <Show when={data.streamUrl}>
          {(url) => (
            <>
              <dt>{t("stream")}</dt>
              <dd id={id("stream")} tabindex="-1">
                {url()}
              </dd>
            </>
          )}
        </Show>
        <Show when={data.joint.length > 0}>
          <dt>{t("joint")}</dt>
          <dd id={id("joint")} tabindex="-1">
            {data.joint.map(say).join(", ")}
          </dd>
        </Show>
        <dt>{t("access")}</dt>
        <dd id={id("access")} tabindex="-1">
          {data.accessLabel}
          <Show when={data.closedReason}>
            {(reason) => (
              <>
                {": "}
                <span lang={lang(reason())}>{say(reason())}</span>
              </>
            )}
          </Show>
        </dd>
      </dl>
      <h3 id={id("agenda")} tabindex="-1">
        {t("agenda")}
      </h3>
      <Show when={data.items.length > 0} fallback={<p class="soft">{t("agenda_none")}</p>}>
        <ol class="agenda-read">
          <For each={data.items}>
            {(item) => (
              <li classList={{ "sub-item": item.depth === 2, "deep-item": item.depth === 3 }}>
                <b class="number">{item.number}</b>
                <div>
                  <span lang={lang(item.title)}>{say(item.title)}</span>
                  <Show when={item.result}>
                    {(result) => (
                      <>
                        {" "}
                        <span class={`tag ${item.resultTag}`}>{result()}</span>
                      </>
                    )}
                  </Show>
                  <Show when={item.papers.length > 0}>
                    <ul class="small">
                      <For each={item.papers}>
                        {(paper) => (
                          <li>
                            {paper.role}: <span lang={lang(paper.title)}>{say(paper.title)}</span>
                          </li>
                        )}
                      </For>
                    </ul>
                  </Show>
                </div>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Show when={data.papers.length > 0}>
        <h3>{t("papers")}</h3>
        <ul class="small">
          <For each={data.papers}>
            {(paper) => (
              <li>
                {paper.role}: <span lang={lang(paper.title)}>{say(paper.title)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
