import { type JSX, Show } from "solid-js";
import type { Act, Named } from "../../../server/features/acts/acts.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { DueDate, HowComputed } from "../../ui/due-date.tsx";
import { formatDay } from "../../ui/format.ts";
import { meetingName } from "./meeting-name.ts";

/** What is known about the act, each date with its rule. */
export function ActDetails(props: { act: Act }) {
  const t = useT("acts");
  const matters = useT("matters");
  const common = useT("collections");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const atMeeting = meetingName();
  return (
    <section class="details" aria-label={common("details")}>
      <dl class="defs">
        <Fact label={t("nature")}>
          {matters(`type.${props.act.type}`)} · {matters(`nature.${props.act.nature}`)}
        </Fact>
        <Fact label={t("subject")}>{matters(`subject.${props.act.subject}`)}</Fact>
        <Fact label={t("adopted_by")}>
          <Link to={props.act.body} />
        </Fact>
        <Show when={props.act.proposer}>
          {(proposer) => (
            <Fact label={t("proposed_by")}>
              <Show
                when={proposer().named}
                fallback={
                  <Show when={proposer().text} fallback={matters(`proposer.${proposer().kind}`)}>
                    {(text) => <span lang={lang(text())}>{say(text())}</span>}
                  </Show>
                }
              >
                {(named) => <Link to={named()} />}
              </Show>
            </Fact>
          )}
        </Show>
        <Show when={props.act.meeting}>
          {(meeting) => (
            <Fact label={t("meeting")}>
              <a link href={meeting().url[locale]}>
                {atMeeting(meeting())}, {formatDay(meeting().day)}
              </a>
              <Show when={props.act.itemNumber}>
                {(number) => <p class="small soft">{t("item", { number: number() })}</p>}
              </Show>
              <Show when={props.act.moment}>
                {(moment) => (
                  <p class="small">
                    <a href={moment().url[locale]}>{t("watch")}</a>
                  </p>
                )}
              </Show>
            </Fact>
          )}
        </Show>
        <Show when={props.act.draft}>
          {(draft) => (
            <Fact label={t("draft")}>
              <a link href={draft().url[locale]} lang={lang(draft().title)}>
                {say(draft().title)}
              </a>
            </Fact>
          )}
        </Show>
        <Announced act={props.act} />
        <Show when={props.act.notifiedOn}>{(day) => <Fact label={t("notified")}>{formatDay(day())}</Fact>}</Show>
        <InForce act={props.act} />
        <Fact label={t("series")}>{props.act.series.replace("-", "–")}</Fact>
      </dl>
    </section>
  );
}

function Fact(props: { label: string; children: JSX.Element }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Link(props: { to: Named }) {
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <Show when={props.to.url} fallback={<span lang={lang(props.to.name)}>{say(props.to.name)}</span>}>
      {(url) => (
        <a link href={url()[locale]} lang={lang(props.to.name)}>
          {say(props.to.name)}
        </a>
      )}
    </Show>
  );
}

/** When it was announced and whether in time; until then, by when that is due. */
function Announced(props: { act: Act }) {
  const t = useT("acts");
  return (
    <>
      <Show when={props.act.announcedOn}>
        {(day) => (
          <Fact label={t("announced")}>
            <time datetime={day()}>{formatDay(day())}</time>
          </Fact>
        )}
      </Show>
      <Show when={(props.act.nature === "individual" || !props.act.announcedOn) && props.act.announcement}>
        {(clock) => (
          <Fact label={t("announce_by")}>
            <DueDate deadline={clock()} />
          </Fact>
        )}
      </Show>
    </>
  );
}

function InForce(props: { act: Act }) {
  const t = useT("acts");
  const unknown = () => {
    if (props.act.force !== "upcoming") return t("in_force_not_recorded");
    return props.act.nature === "normative" ? t("in_force_unknown_normative") : t("in_force_unknown_individual");
  };
  return (
    <Fact label={t("in_force")}>
      <Show when={props.act.inForceOn} fallback={<span class="soft">{unknown()}</span>}>
        {(day) => <time datetime={day()}>{formatDay(day())}</time>}
      </Show>
      <Show when={props.act.entryIntoForce}>
        {(entry) => (
          <div class="due">
            <Show when={!entry().isByRule}>
              <p class="small soft">{t("by_itself", { date: formatDay(entry().dueOn) })}</p>
            </Show>
            <HowComputed deadline={entry()} />
          </div>
        )}
      </Show>
    </Fact>
  );
}
