import { For, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { Person } from "../../../server/features/people/person.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { RegisterTable } from "../../ui/register-table.tsx";
import { termName } from "../../ui/term-name.ts";
import { PartyName } from "./party-name.tsx";
import { useRoleName } from "./role-names.ts";
import { Days } from "./span.tsx";

type Post = Person["posts"][number];

/** What somebody is in which body, and below it what they were. */
export function PostsOf(props: { person: Person }) {
  const t = useT("people");
  const now = () => props.person.posts.filter(({ isNow }) => isNow);
  const past = () => props.person.posts.filter(({ isNow }) => !isNow);
  return (
    <section aria-labelledby="posts">
      <div class="bar">
        <h2 id="posts">{t("posts")}</h2>
      </div>
      <Show when={now().length > 0} fallback={<p class="aside">{t("posts_none")}</p>}>
        <PostTable posts={now()} caption={t("posts")} gender={props.person.gender} />
      </Show>
      <Show when={past().length > 0}>
        <details class="more">
          <summary>{t("posts_past")}</summary>
          <PostTable posts={past()} caption={t("posts_past")} gender={props.person.gender} />
        </details>
      </Show>
    </section>
  );
}

function PostTable(props: { posts: readonly Post[]; caption: string; gender: Person["gender"] }) {
  const t = useT("people");
  const roleName = useRoleName();
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <RegisterTable
      caption={props.caption}
      rows={props.posts}
      columns={[
        {
          label: t("column_body"),
          cell: ({ body }) => (
            <a link href={body.url[locale]} lang={lang(body.name)}>
              {say(body.name)}
            </a>
          ),
        },
        {
          label: t("column_role"),
          cell: ({ role, title, howChosen }) => (
            <>
              <Show when={title} fallback={<span>{roleName(role, props.gender)}</span>}>
                {(named) => <span lang={lang(named())}>{say(named())}</span>}
              </Show>
              <Show when={howChosen}>{(how) => <p lang={lang(how())}>{say(how())}</p>}</Show>
            </>
          ),
        },
        {
          label: t("in_office"),
          cell: (post) => (
            <span>
              <Days beginsOn={post.beginsOn} endsOn={post.endsOn} />
              <Show when={!post.isNow && post.endReason}>{(reason) => `, ${t(`end.${reason()}`)}`}</Show>
            </span>
          ),
        },
      ]}
    />
  );
}

/** Seats that somebody holds elsewhere on behalf of the council. */
export function RepresentationsOf(props: { representations: Person["representations"] }) {
  const t = useT("people");
  const { say, lang } = useLocalized();
  return (
    <section aria-labelledby="representations">
      <div class="bar">
        <h2 id="representations">{t("representations")}</h2>
      </div>
      <RegisterTable
        caption={t("representations")}
        rows={props.representations}
        columns={[
          {
            label: t("column_organisation"),
            cell: ({ organisation, basis }) => (
              <>
                <span lang={lang(organisation)}>{say(organisation)}</span>
                <Show when={basis}>{(act) => <p lang={lang(act())}>{`${t("column_basis")}: ${say(act())}`}</p>}</Show>
              </>
            ),
          },
          { label: t("column_role"), cell: ({ role }) => role && <span lang={lang(role)}>{say(role)}</span> },
          { label: t("in_office"), cell: (one) => <Days beginsOn={one.beginsOn} endsOn={one.endsOn} /> },
        ]}
      />
    </section>
  );
}

/** Every seat that somebody held in the council, and to which party they belonged when. */
export function HistoryOf(props: { person: Person }) {
  const t = useT("people");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const members = elementByCode("I.2.1").path[locale];
  return (
    <section aria-labelledby="terms">
      <div class="bar">
        <h2 id="terms">{t("terms")}</h2>
      </div>
      <RegisterTable
        caption={t("terms")}
        rows={props.person.seats}
        columns={[
          {
            label: t("filter_term"),
            cell: ({ term }) => (
              <a link href={`${members}?term=${term.slug}`}>
                {termName(term)}
              </a>
            ),
          },
          {
            label: t("column_seat"),
            cell: (one) => (
              <span>
                {`${one.seat}, `}
                <Days beginsOn={one.beginsOn} endsOn={one.endsOn} />
                <Show when={one.endReason}>{(reason) => `, ${t(`end.${reason()}`)}`}</Show>
                <Show when={one.endNote}>{(note) => <span lang={lang(note())}>{` (${say(note())})`}</span>}</Show>
              </span>
            ),
          },
          {
            label: t("elected_on"),
            cell: ({ list }) => list && <span lang={lang(list.name)}>{`${say(list.name)} (${list.shortName})`}</span>,
          },
        ]}
      />
      <Show when={props.person.affiliations.length > 1}>
        <h3 class="group-title">{t("parties_history")}</h3>
        <ul class="lines-list">
          <For each={props.person.affiliations}>
            {({ affiliation, beginsOn, endsOn }) => (
              <li>
                <PartyName of={affiliation} />{" "}
                <span class="soft">
                  <Days beginsOn={beginsOn} endsOn={endsOn} />
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
