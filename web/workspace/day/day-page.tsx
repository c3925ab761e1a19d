import { For, type JSX, Show } from "solid-js";
import { accountsPaths } from "../../../server/features/accounts/accounts.paths.shared.ts";
import { reviewPaths } from "../../../server/features/acts/review-desk.shared.ts";
import type { DayList, DayOf } from "../../../server/features/day/day-of.ts";
import { consultationPaths } from "../../../server/features/draft-acts/consultation-desk.shared.ts";
import { approvalPaths } from "../../../server/features/editing/editing.paths.shared.ts";
import { whereApproved, whereEdited } from "../../../server/features/editing/where-edited.shared.ts";
import { consolePath } from "../../../server/features/live/live.paths.shared.ts";
import { mailingsPaths } from "../../../server/features/mailings/mailings.paths.shared.ts";
import { deskPaths } from "../../../server/features/meetings/desk/desk-paths.shared.ts";
import type { OwnDay } from "../../../server/features/own-profile/own-day.ts";
import { upkeepPaths } from "../../../server/features/upkeep/upkeep.paths.shared.ts";
import type { LocalizedText } from "../../../server/locale.shared.ts";
import { fillPath, workspaceHome } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { DueTag } from "../../ui/due-date.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatDay, formatInstantDay, formatTime } from "../../ui/format.ts";
import { OwnMeetings, OwnProfile } from "../own-profile/own-parts.tsx";
import { Form, SubmitButton } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

interface Listed<T> {
  total: number;
  items: readonly T[];
}
interface Entry {
  entity: string;
  id: string;
  title: LocalizedText;
  url: { sq: string; en: string } | null;
}

/** What it is called, leading to where it is edited, or else to where the public reads it. */
function Title(props: { entry: Entry; to?: Entry["url"] }) {
  const { page } = useWorkspace();
  const { say } = useLocalized();
  const { entity, id, url } = props.entry;
  return (
    <Show when={props.to ?? whereEdited(entity, id) ?? url} fallback={<span>{say(props.entry.title)}</span>}>
      {(url) => <a href={url()[page.locale]}>{say(props.entry.title)}</a>}
    </Show>
  );
}

/** One kind of work: what it is, what to do, and the first of what waits. Of what there is none nothing is said. */
function Work<T>(props: {
  id: DayList;
  title: string;
  todo: string;
  list: Listed<T>;
  row: (item: T) => JSX.Element;
  /** A page of its own. */
  page?: { href: string; label: string };
}) {
  const t = useT("day");
  const { page } = useWorkspace();
  const more = () => props.list.total - props.list.items.length;
  return (
    <Show when={props.list.total > 0}>
      <section aria-labelledby={props.id}>
        <div class="bar">
          <h2 id={props.id}>{props.title}</h2>
          <span>{props.list.total}</span>
          <Show when={props.page}>{(own) => <a href={own().href}>{own().label}</a>}</Show>
        </div>
        <p class="hint">{props.todo}</p>
        <ul class="due-list">
          <For each={props.list.items}>{(item) => <li>{props.row(item)}</li>}</For>
        </ul>
        <Show when={more() > 0}>
          <p>
            <a href={`${workspaceHome[page.locale]}?all=${props.id}#${props.id}`}>
              {t("show_all", { number: props.list.total })}
            </a>
          </p>
        </Show>
      </section>
    </Show>
  );
}

/** Nobody has looked through the site yet, so that nothing can be said of it. */
function NotChecked(props: { isUnderWay: boolean; mayCheck: boolean }) {
  const t = useT("day");
  const { page } = useWorkspace();
  return (
    <section aria-labelledby="unchecked">
      <div class="bar">
        <h2 id="unchecked">{t("broken")}</h2>
      </div>
      <p class="hint">{props.isUnderWay ? t("being_checked") : t("unchecked")}</p>
      <Show when={props.mayCheck && !props.isUnderWay}>
        <Form name="check" action={upkeepPaths.check[page.locale]} class="inline-form" label={t("check_now")}>
          <SubmitButton plain>{t("check_now")}</SubmitButton>
        </Form>
      </Show>
    </section>
  );
}

/** Letters that reach nobody, and what is to be done about them. */
function Letters(props: { letters: DayOf["letters"]; isOff: boolean }) {
  const t = useT("day");
  const { page } = useWorkspace();
  const { waiting, invitations } = props.letters;
  return (
    <Show when={props.isOff || waiting + invitations > 0}>
      <section aria-labelledby="letters">
        <div class="bar">
          <h2 id="letters">{t("letters")}</h2>
        </div>
        <Show when={props.isOff}>
          <p>{t("letters_off")}</p>
        </Show>
        <ul class="due-list" hidden={waiting + invitations === 0}>
          <Show when={waiting > 0}>
            <li class="plain">
              {t("letters_waiting", { count: waiting })}
              <small>{t("letters_waiting_do")}</small>
            </li>
          </Show>
          <Show when={invitations > 0}>
            <li class="plain">
              <a href={accountsPaths.users[page.locale]}>{t("letters_lost", { count: invitations })}</a>
            </li>
          </Show>
        </ul>
      </section>
    </Show>
  );
}

interface DayPageData extends DayOf {
  mayCheck: boolean;
  mayPublishMinutes: boolean;
  /** Of a councillor who has other work here too. */
  own: OwnDay | null;
}

export default function DayPage(props: { data: DayPageData }) {
  const t = useT("day");
  const { page } = useWorkspace();
  const { data } = props;
  const waits =
    data.notices.total +
    data.withoutOutcome.total +
    data.toAnnounce.total +
    data.toDeposit.total +
    data.withoutMinutes.total +
    data.gaps.total +
    data.over.total +
    data.waiting.total +
    data.defects.total +
    (page.isMailOff && data.isWhole ? 1 : 0) +
    data.letters.waiting +
    data.letters.invitations;
  const when = (instant: string) => `${formatInstantDay(instant)}, ${t("at", { time: formatTime(instant) })}`;
  const mailOf = (id: string) => mailingsPaths.mailing[page.locale].replace(":id", id);
  const minutesOf = ({ id, isClosed }: DayOf["withoutMinutes"]["items"][number]) =>
    fillPath(isClosed && data.mayPublishMinutes ? deskPaths.minutes : deskPaths.course, { id });
  const nothing = () => {
    if (!data.isWhole) return t("nothing_consulted");
    return data.isChecked ? t("nothing_text") : t("nothing_unchecked");
  };
  const period = (entry: DayOf["ending"]["items"][number]) => (
    <>
      <time datetime={entry.due.dueOn}>{formatDay(entry.due.dueOn)}</time>
      <div>
        <Title
          entry={entry}
          to={fillPath(entry.entity === "draft_act" ? consultationPaths.page : reviewPaths.review, { id: entry.id })}
        />
        <small>{entry.rule[page.locale]}</small>
      </div>
      <DueTag deadline={entry.due} />
    </>
  );
  return (
    <Page
      title={t("title")}
      lead={waits > 0 ? t("waiting", { count: waits }) : undefined}
      wide
      done={{ welcome: t("done_welcome") }}
    >
      <div class="day">
        <div>
          <Show when={waits === 0 && data.ending.total === 0}>
            <EmptyState title={t("nothing")}>
              <p>{nothing()}</p>
            </EmptyState>
          </Show>
          <Work
            id="notices"
            title={t("notices")}
            todo={t("notices_do")}
            list={data.notices}
            row={(entry) => (
              <>
                <time datetime={entry.startsAt}>{when(entry.startsAt)}</time>
                <Title entry={entry} to={fillPath(deskPaths.notice, { id: entry.id })} />
                <Show when={entry.due} fallback={<span class="tag none">{t("notice_free")}</span>}>
                  {(due) => <DueTag deadline={due()} />}
                </Show>
              </>
            )}
          />
          <Work
            id="outcome"
            title={t("outcome")}
            todo={t("outcome_do")}
            list={data.withoutOutcome}
            row={(entry) => (
              <>
                <time datetime={entry.startsAt}>{formatInstantDay(entry.startsAt)}</time>
                <Title
                  entry={entry}
                  to={entry.isToBeOpened ? fillPath(deskPaths.course, { id: entry.id }) : undefined}
                />
                <span class="tag bad">{t("passed")}</span>
              </>
            )}
          />
          <Work
            id="to-announce"
            title={t("to_announce")}
            todo={t("to_announce_do")}
            list={data.toAnnounce}
            row={period}
          />
          <Work id="to-deposit" title={t("to_deposit")} todo={t("to_deposit_do")} list={data.toDeposit} row={period} />
          <Work
            id="minutes"
            title={t("minutes")}
            todo={t("minutes_do")}
            list={data.withoutMinutes}
            row={(entry) => (
              <>
                <time datetime={entry.startsAt}>{formatInstantDay(entry.startsAt)}</time>
                <Title entry={entry} to={minutesOf(entry)} />
                <span class="tag warn">{t("held", { count: entry.days })}</span>
              </>
            )}
          />
          <Work
            id="gaps"
            title={t("gaps")}
            todo={t("gaps_do")}
            list={data.gaps}
            row={({ type, series, from, to, url }) => (
              <>
                <span>{series.replace("-", "–")}</span>
                <a href={url[page.locale]}>
                  {from === to
                    ? t("gap_number", { type: type[page.locale], number: from })
                    : t("gap_numbers", { type: type[page.locale], from, to })}
                </a>
                <span class="tag warn">{t("gap_unexplained")}</span>
              </>
            )}
          />
          <Work
            id="approval"
            title={t("approval")}
            todo={t("approval_do")}
            page={{ href: approvalPaths.list[page.locale], label: t("approval_all") }}
            list={data.waiting}
            row={(entry) => (
              <>
                <time datetime={entry.at}>{formatInstantDay(entry.at)}</time>
                <Title entry={entry} to={whereApproved(entry.entity, entry.place, entry.isProposal)} />
                <span class="tag wait">{entry.by}</span>
              </>
            )}
          />
          <Show when={data.defects.total > 0}>
            <section aria-labelledby="broken">
              <div class="bar">
                <h2 id="broken">{t("broken")}</h2>
                <a href={upkeepPaths.defects[page.locale]}>{t("broken_all")}</a>
              </div>
              <p class="hint">{t("broken_do")}</p>
              <ul class="due-list">
                <For each={data.defects.kinds}>
                  {({ kind, count }) => (
                    <li class="plain">
                      <a href={`${upkeepPaths.defects[page.locale]}?kind=${kind}`}>{t(`kind.${kind}`, { count })}</a>
                    </li>
                  )}
                </For>
              </ul>
            </section>
          </Show>
          <Letters letters={data.letters} isOff={page.isMailOff && data.isWhole} />
          <Show when={!data.isChecked}>
            <NotChecked isUnderWay={data.isBeingChecked} mayCheck={data.mayCheck} />
          </Show>
          <Work id="over" title={t("over")} todo={t("over_do")} list={data.over} row={period} />
          <Work id="ending" title={t("ending")} todo={t("ending_do")} list={data.ending} row={period} />
        </div>
        <aside>
          <Show when={data.isWhole || data.coming.total > 0}>
            <section aria-labelledby="coming">
              <div class="bar">
                <h2 id="coming">{t("coming")}</h2>
              </div>
              <Show when={data.coming.total > 0} fallback={<EmptyState title={t("no_meetings")} rank="h3" />}>
                <ul class="due-list narrow">
                  <For each={data.coming.items}>
                    {(meeting) => (
                      <li>
                        <time datetime={meeting.startsAt}>{when(meeting.startsAt)}</time>
                        <Title entry={meeting} to={meeting.kept ?? undefined} />
                        <span class={`tag ${meeting.isAnnounced ? "good" : "warn"}`}>
                          {meeting.isOpen ? t("is_open") : meeting.isAnnounced ? t("with_notice") : t("without_notice")}
                        </span>
                        <Show when={meeting.isToday}>
                          <a class="small" href={fillPath(consolePath, { id: meeting.id })[page.locale]}>
                            {t("run")}
                          </a>
                        </Show>
                        <Show when={meeting.notReached > 0}>
                          <a class="small" href={mailOf(meeting.id)}>
                            {t("not_reached", { count: meeting.notReached })}
                          </a>
                        </Show>
                      </li>
                    )}
                  </For>
                </ul>
              </Show>
            </section>
          </Show>
          <Show when={data.own?.profile}>
            {(profile) => (
              <>
                <OwnMeetings meetings={data.own!.meetings} />
                <OwnProfile profile={profile()} />
              </>
            )}
          </Show>
          <section aria-labelledby="scheduled">
            <div class="bar">
              <h2 id="scheduled">{t("scheduled")}</h2>
            </div>
            <Show when={data.scheduled.total > 0} fallback={<p class="hint">{t("no_scheduled")}</p>}>
              <ul class="due-list narrow">
                <For each={data.scheduled.items}>
                  {(entry) => (
                    <li>
                      <time datetime={entry.publicFrom}>{when(entry.publicFrom)}</time>
                      <Title entry={entry} />
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </section>
        </aside>
      </div>
    </Page>
  );
}
