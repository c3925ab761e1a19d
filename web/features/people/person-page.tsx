import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { bodyElement } from "../../../server/features/elements/item-urls.shared.ts";
import type { Person } from "../../../server/features/people/person.schema.ts";
import type { PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useStructuredData } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { FileList } from "../../ui/file-list.tsx";
import { OnlyAlbanian } from "../../ui/only-albanian.tsx";
import { Page } from "../../ui/page.tsx";
import { Prose } from "../../ui/prose.tsx";
import { crumbsTo } from "../elements/element-crumbs.ts";
import NotFoundPage from "../errors/not-found-page.tsx";
import { AttendanceOf } from "./attendance.tsx";
import { PartyName } from "./party-name.tsx";
import { getPerson } from "./people-query.ts";
import { ContactRows, hasContacts } from "./person-contacts.tsx";
import { HistoryOf, PostsOf, RepresentationsOf } from "./person-posts.tsx";
import { ProposalsOf, VotesOf } from "./person-votes.tsx";
import { Portrait } from "./portrait.tsx";
import { useOfficeName, useRoleName } from "./role-names.ts";
import { Days } from "./span.tsx";

/** Who somebody is, what they are and were in which body, and what they did there. */
export default function PersonPage(props: { match: PageMatch }) {
  const person = createAsync(() => getPerson(props.match.slug!));
  return (
    <>
      <Show when={person()}>{(found) => <PersonSheet person={found()} />}</Show>
      <Show when={person() === null}>
        <NotFoundPage />
      </Show>
    </>
  );
}

/** The highest that somebody is today in the council; for all others their first post. */
function useHeadline(person: () => Person) {
  const office = useOfficeName();
  const roleName = useRoleName();
  const { say } = useLocalized();
  return () => {
    const { posts, seats, gender } = person();
    const inCouncil = posts.find(({ body, isNow }) => isNow && body.kind === "council");
    const isCouncillor = seats.some(({ isNow }) => isNow);
    if (inCouncil) return office(inCouncil.role as "chair", gender);
    if (isCouncillor) return office("member", gender);
    const [first] = posts.filter(({ isNow }) => isNow);
    if (first) return `${first.title ? say(first.title) : roleName(first.role, gender)}, ${say(first.body.name)}`;
    return seats.length > 0 ? office(null, gender) : undefined;
  };
}

function PersonSheet(props: { person: Person }) {
  const t = useT("people");
  const { locale } = usePage();
  const { say } = useLocalized();
  const headline = useHeadline(() => props.person);
  const home = () => {
    const { seats, posts } = props.person;
    return elementByCode(seats.length > 0 || posts.length === 0 ? "I.2.1" : bodyElement(posts[0]!.body.kind));
  };
  const sits = () => props.person.seats.find(({ isNow }) => isNow);
  if (import.meta.env.SSR)
    useStructuredData((address) => {
      const { name, url, gender, occupation, photo, contacts, affiliation, posts } = props.person;
      return {
        "@type": "Person",
        name,
        url: address(url[locale]),
        jobTitle: headline(),
        gender: gender === "female" ? "Female" : gender === "male" ? "Male" : undefined,
        hasOccupation: occupation ? { "@type": "Occupation", name: say(occupation) } : undefined,
        image: photo?.renditions.at(-1) && address(photo.renditions.at(-1)!.url),
        email: contacts.email,
        telephone: contacts.phone,
        sameAs: contacts.social?.map((one) => one.url),
        affiliation: affiliation?.party ? { "@type": "Organization", name: say(affiliation.party.name) } : undefined,
        memberOf: posts
          .filter(({ isNow }) => isNow)
          .map(({ body }) => ({ "@type": "Organization", name: say(body.name), url: address(body.url[locale]) })),
      };
    });
  return (
    <Page
      title={props.person.name}
      description={[props.person.name, headline()].filter(Boolean).join(", ")}
      crumbs={crumbsTo(home(), locale)}
      kicker={headline()}
      class="paper"
    >
      <OnlyAlbanian texts={[props.person.occupation, props.person.cv]} />
      <div class="split">
        <Details person={props.person} />
        <div class="stack">
          <section aria-labelledby="cv">
            <div class="bar">
              <h2 id="cv">{t("cv")}</h2>
            </div>
            <Show
              when={props.person.cv}
              fallback={
                <Show when={props.person.documents.length === 0}>
                  <p class="unknown">{t("no_cv")}</p>
                </Show>
              }
            >
              {(cv) => <Prose text={cv()} isBelowHeading />}
            </Show>
            <Show when={props.person.documents.length > 0}>
              <FileList documents={props.person.documents} />
            </Show>
          </section>
          <Show when={props.person.posts.length > 0 || sits()}>
            <PostsOf person={props.person} />
          </Show>
          <Show when={props.person.representations.length > 0}>
            <RepresentationsOf representations={props.person.representations} />
          </Show>
          <Show when={props.person.attendance.bodies.length > 0}>
            <AttendanceOf attendance={props.person.attendance} />
          </Show>
          <Show when={props.person.votes.length > 0}>
            <VotesOf votes={props.person.votes} />
          </Show>
          <Show when={props.person.proposals.length > 0}>
            <ProposalsOf proposals={props.person.proposals} />
          </Show>
          <Show when={props.person.seats.length > 0}>
            <HistoryOf person={props.person} />
          </Show>
        </div>
      </div>
    </Page>
  );
}

/** The face, and what is known in a word each. On a telephone it comes first. */
function Details(props: { person: Person }) {
  const t = useT("people");
  const collections = useT("collections");
  const { say, lang } = useLocalized();
  const sits = () => props.person.seats.find(({ isNow }) => isNow);
  return (
    <aside class="details" aria-label={collections("details")}>
      <Portrait name={props.person.name} photo={props.person.photo} sizes="(max-width: 56rem) 10rem, 19rem" first />
      <dl class="defs">
        <Show when={props.person.affiliation}>
          {(affiliation) => (
            <div>
              <dt>{t(affiliation().kind === "list" ? "elected_on" : "party")}</dt>
              <dd>
                <PartyName of={affiliation()} />
              </dd>
            </div>
          )}
        </Show>
        <Show when={sits()}>
          {(seat) => (
            <div>
              <dt>{t("in_office")}</dt>
              <dd>
                <Days beginsOn={seat().beginsOn} endsOn={seat().endsOn} />
              </dd>
            </div>
          )}
        </Show>
        <Show when={props.person.occupation}>
          {(occupation) => (
            <div>
              <dt>{t("occupation")}</dt>
              <dd lang={lang(occupation())}>{say(occupation())}</dd>
            </div>
          )}
        </Show>
        <Show when={props.person.gender}>
          {(gender) => (
            <div>
              <dt>{t("gender")}</dt>
              <dd>{t(`gender.${gender()}`)}</dd>
            </div>
          )}
        </Show>
        <Show
          when={hasContacts(props.person.contacts)}
          fallback={
            <div>
              <dt>{t("contacts")}</dt>
              <dd class="unknown">{t("no_contacts")}</dd>
            </div>
          }
        >
          <ContactRows contacts={props.person.contacts} />
        </Show>
      </dl>
    </aside>
  );
}
