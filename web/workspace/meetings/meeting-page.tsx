import { For, Show } from "solid-js";
import { consolePath } from "../../../server/features/live/live.paths.shared.ts";
import { mailingsPaths } from "../../../server/features/mailings/mailings.paths.shared.ts";
import type { MeetingData } from "../../../server/features/meetings/desk/overview.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { formatDay, formatInstantDay, formatTime } from "../../ui/format.ts";
import { Form, Stood, SubmitButton } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { AgendaForm } from "./agenda-form.tsx";
import { MeetingLine, useDeskPath } from "./meeting-line.tsx";
import { PaperList } from "./paper-list.tsx";

/** A meeting at a glance: the next step first, then its particulars, agenda and papers, and what readers saw change. */
export default function MeetingPage(props: { data: MeetingData }) {
  const t = useT("desk");
  const edit = useT("editing");
  const { say } = useLocalized();
  const path = useDeskPath();
  const { page } = useWorkspace();
  const { data } = props;
  const parts = { id: data.meeting.id };
  const mayChange = data.can.change && data.rights.edit;
  return (
    <Page
      title={say(data.meeting.name)}
      wide
      done={{
        created: t("done_created"),
        made: t("done_made"),
        made_bare: t("done_made_bare"),
        made_later: t("done_made_later"),
        changed: t("done_changed"),
        stream: t("done_stream"),
        announced: t("done_announced"),
        announced_mailed: page.isMailOff ? t("done_announced_off") : t("done_announced_mailed"),
        item_added: t("done_item_added"),
        item_changed: t("done_item_changed"),
        item_removed: t("done_item_removed"),
        moved: t("done_moved"),
        papers: t("done_papers"),
        postponed: t("done_postponed"),
        successor: t("done_successor"),
        cancelled: t("done_cancelled"),
        shown: t("done_shown"),
        withdrawn: t("done_withdrawn"),
        unbinned: t("done_unbinned"),
      }}
    >
      <MeetingLine meeting={data.meeting} isOwnPage />
      <NextStep data={data} />
      <Show when={data.isForPublishers}>
        <p class="note">{edit("changed_by_publishers")}</p>
      </Show>
      <section aria-labelledby="facts">
        <div class="bar">
          <h2 id="facts">{t("particulars")}</h2>
          <p class="desk-links">
            <Show when={mayChange}>
              <a href={path("particulars", parts)}>{t("change")}</a>
            </Show>
            <Show when={mayChange && data.can.stream}>
              <a href={path("stream", parts)}>{t("stream")}</a>
            </Show>
            <Show when={data.mayMakeTemplates}>
              <a href={`${path("newTemplate", {})}?like=${data.meeting.id}`}>{t("template_save_as")}</a>
            </Show>
            <Show when={data.announcedAt}>
              <a href={fillPath(mailingsPaths.mailing, parts)[page.locale]}>{t("mails")}</a>
            </Show>
          </p>
        </div>
        <Facts data={data} />
      </section>
      <section aria-labelledby="publication-agenda">
        <div class="bar">
          <h2 id="publication-agenda" tabindex="-1">
            {t("agenda")}
          </h2>
          <Show when={mayChange}>
            <a class="quiet-button" href={path("newItem", parts)}>
              {t("item_new")}
            </a>
          </Show>
        </div>
        <AgendaForm
          meeting={data.meeting}
          items={data.items}
          opens={data.opensItems}
          movable={mayChange}
          drops={mayChange && !data.isByTwo}
          results={data.can.results && data.rights.edit}
        />
      </section>
      <section aria-labelledby="papers">
        <div class="bar">
          <h2 id="papers">{t("meeting_papers")}</h2>
          <Show when={data.rights.edit}>
            <a href={path("papers", parts)}>{t("papers_change")}</a>
          </Show>
          <Show when={data.isByTwo && data.mayPrepare}>
            <a href={path("waiting", parts)}>{t("waiting_papers")}</a>
          </Show>
        </div>
        <Show when={data.papers.length > 0} fallback={<p class="soft">{t("papers_none")}</p>}>
          <PaperList papers={data.papers} />
        </Show>
      </section>
      <Show when={data.changes.length > 0}>
        <section aria-labelledby="changes">
          <h2 id="changes">{t("changes")}</h2>
          <p class="hint">{t("changes_hint")}</p>
          <Changes changes={data.changes} />
        </section>
      </Show>
    </Page>
  );
}

function NextStep(props: { data: MeetingData }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { page } = useWorkspace();
  const { can, rights, meeting, noticeUntil } = props.data;
  const parts = { id: meeting.id };
  return (
    <Show when={!meeting.isBinned} fallback={<TakeOut data={props.data} />}>
      <section class="next-step" aria-labelledby="next">
        <h2 id="next">{t("next_step")}</h2>
        <Show when={can.announce}>
          <Show when={noticeUntil}>
            {(until) => (
              <p>
                <span class={`tag ${until().inTime ? "warn" : "bad"}`}>
                  {t(until().inTime ? "notice_until" : "notice_late", { date: formatDay(until().day) })}
                </span>
              </p>
            )}
          </Show>
        </Show>
        <div class="buttons">
          <Show when={can.announce}>
            <a class="button" href={path("notice", parts)}>
              {t("to_notice")}
            </a>
          </Show>
          <Show when={can.publish}>
            <a class="button" href={path("notice", parts)}>
              {t("to_publishing")}
            </a>
          </Show>
          <Show when={can.console}>
            <a class="button" classList={{ plain: !can.run }} href={fillPath(consolePath, parts)[page.locale]}>
              {t("to_console")}
            </a>
          </Show>
          <Show when={can.course}>
            <a
              class="button"
              classList={{ plain: can.announce || can.run || can.publish }}
              href={path("course", parts)}
            >
              {t("to_course")}
            </a>
          </Show>
          <Show when={meeting.publicUrl}>
            {(url) => (
              <a class="button plain" href={url()[page.locale]}>
                {t("public_page")}
              </a>
            )}
          </Show>
          <Show when={rights.publish && can.show}>
            <Form name="publication" class="one-button" action={path("publication", parts)}>
              <Stood shown={props.data.stood} />
              <SubmitButton plain>{t("show")}</SubmitButton>
            </Form>
          </Show>
          <Show when={rights.publish && can.withdraw}>
            <Form name="withdrawal" class="one-button" action={path("withdrawal", parts)}>
              <SubmitButton plain>{t("withdraw")}</SubmitButton>
            </Form>
          </Show>
          <Show when={rights.publish && (can.callOff || can.newDay)}>
            <a class="button" classList={{ plain: can.callOff }} href={path("postponement", parts)}>
              {t(can.newDay ? "give_day" : "postpone")}
            </a>
            <a class="button plain" href={path("cancellation", parts)}>
              {t("cancel")}
            </a>
          </Show>
          <Show when={can.bin}>
            <Form name="bin" class="one-button" action={path("bin", parts)}>
              <SubmitButton danger>{t("bin")}</SubmitButton>
            </Form>
          </Show>
        </div>
      </section>
    </Show>
  );
}

function TakeOut(props: { data: MeetingData }) {
  const t = useT("desk");
  const path = useDeskPath();
  return (
    <Show when={props.data.can.unbin}>
      <Form name="unbin" class="one-button" action={path("unbin", { id: props.data.meeting.id })}>
        <SubmitButton plain>{t("unbin")}</SubmitButton>
      </Form>
    </Show>
  );
}

function Facts(props: { data: MeetingData }) {
  const t = useT("desk");
  const { say, lang } = useLocalized();
  const { data } = props;
  return (
    <dl class="facts-desk">
      <dt>{t("body")}</dt>
      <dd lang={lang(data.body)}>{say(data.body)}</dd>
      <Show when={data.joint.length > 0}>
        <dt>{t("joint")}</dt>
        <dd id="publication-joint" tabindex="-1">
          {data.joint.map(say).join(", ")}
        </dd>
      </Show>
      <dt>{t("place")}</dt>
      <dd id="publication-place" tabindex="-1" lang={lang(data.meeting.place)}>
        {say(data.meeting.place) || t("not_said")}
      </dd>
      <Show when={data.onlineUrl}>
        {(url) => (
          <>
            <dt>{t("online")}</dt>
            <dd id="publication-online" tabindex="-1">
              {url()}
            </dd>
          </>
        )}
      </Show>
      <Show when={data.streamUrl}>
        {(url) => (
          <>
            <dt>{t("stream")}</dt>
            <dd id="publication-stream" tabindex="-1">
              {url()}
            </dd>
          </>
        )}
      </Show>
      <dt>{t("access")}</dt>
      <dd id="publication-access" tabindex="-1">
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
      <dt>{t("public")}</dt>
      <dd>{t(data.isPublic ? "public_yes" : "public_no")}</dd>
      <Show when={data.announcedAt}>
        {(at) => (
          <>
            <dt>{t("notice")}</dt>
            <dd>{t("given_at", { date: formatInstantDay(at()), time: formatTime(at()) })}</dd>
          </>
        )}
      </Show>
      <Show when={data.stageReason}>
        {(reason) => (
          <>
            <dt>{t("why")}</dt>
            <dd lang={lang(reason())}>{say(reason())}</dd>
          </>
        )}
      </Show>
    </dl>
  );
}

/** As the public page says it, the last change first. */
function Changes(props: { changes: MeetingData["changes"] }) {
  const t = useT("desk");
  const { say, lang } = useLocalized();
  return (
    <ol class="change-list">
      <For each={props.changes}>
        {({ at, reason, lines }) => (
          <li>
            <time datetime={at}>{t("given_at", { date: formatInstantDay(at), time: formatTime(at) })}</time>
            <ul class="bullets">
              <For each={lines}>{(line) => <li>{line}</li>}</For>
            </ul>
            <Show when={reason}>
              {(why) => (
                <p class="small">
                  {t("reason")}: <span lang={lang(why())}>{say(why())}</span>
                </p>
              )}
            </Show>
          </li>
        )}
      </For>
    </ol>
  );
}
