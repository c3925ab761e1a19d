import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { type ElementCode, elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { useDescription, useStructuredData, useTitle } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { AlbumCards } from "../albums/album-cards.tsx";
import { Headlines } from "../publications/headlines.tsx";
import { CouncilContacts } from "../site/council-contacts.tsx";
import { getCouncil } from "../site/council-query.ts";
import { Ask } from "./ask.tsx";
import { getHome } from "./home-query.ts";
import { HomeSection } from "./home-section.tsx";
import { LatestActs } from "./latest-acts.tsx";
import { LatestDocuments } from "./latest-documents.tsx";
import { LeadStory } from "./lead-story.tsx";
import { NextMeeting } from "./next-meeting.tsx";
import { OpenConsultations } from "./open-consultations.tsx";
import { PartsIndex } from "./parts-index.tsx";
import { Statements } from "./statements.tsx";
import { WhoRepresents } from "./who-represents.tsx";

/**
 * The questions that people come with, in their order: is the council sitting, when does it meet next, what may I comment
 * on, what was decided, who represents me, how do I ask, what is new; then the way into everything else.
 */
export default function HomePage() {
  const t = useT("home");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const council = createAsync(() => getCouncil());
  const home = createAsync(() => getHome());
  const name = () => (council() ? say(council()!.names.council) : undefined);
  useTitle(name);
  if (import.meta.env.SSR) useDescription(() => name() && t("description", { council: name()! }));
  if (import.meta.env.SSR)
    useStructuredData((address) => {
      if (!council()) return undefined;
      const { names, contacts } = council()!;
      return {
        "@type": "GovernmentOrganization",
        name: say(names.council),
        url: address(locale === "en" ? "/en/" : "/"),
        logo: address("/icon-512.png"),
        parentOrganization: { "@type": "GovernmentOrganization", name: say(names.municipality) },
        address: contacts.address && say(contacts.address),
        telephone: contacts.phone,
        email: contacts.email,
        sameAs: contacts.social?.map(({ url }) => url),
      };
    });
  const path = (code: ElementCode) => elementByCode(code).path[locale];
  return (
    <main id="main" tabindex="-1" class="home wrap">
      <h1 class="hidden-visually" lang={lang(council()?.names.council)}>
        {name()}
      </h1>
      <Show when={home()}>
        {(found) => (
          <>
            <div class="front">
              <div>
                <HomeSection
                  id="next"
                  title={t("next")}
                  links={[
                    { label: t("next_calendar"), path: path("I.3.2") },
                    { label: t("next_all"), path: path("I.3.3") },
                  ]}
                >
                  <Show
                    when={found().work.next}
                    fallback={
                      <EmptyState title={t("next_none")} rank="h3">
                        <p>{t("next_none_text")}</p>
                      </EmptyState>
                    }
                  >
                    {(meeting) => <NextMeeting meeting={meeting()} />}
                  </Show>
                </HomeSection>
              </div>
              <div>
                <HomeSection id="open" title={t("open")} links={[{ label: t("open_all"), path: path("I.3.7") }]}>
                  <Show when={found().work.consultations.length > 0} fallback={<p class="aside">{t("open_none")}</p>}>
                    <OpenConsultations items={found().work.consultations} />
                  </Show>
                </HomeSection>
              </div>
              <div>
                <HomeSection
                  id="acts"
                  title={t("acts")}
                  links={[{ label: t("acts_all", { count: found().work.actsThisYear }), path: path("I.3.6") }]}
                >
                  <Show
                    when={found().work.acts.length > 0}
                    fallback={
                      <EmptyState title={t("acts_empty")} rank="h3">
                        <p>{t("acts_empty_text")}</p>
                      </EmptyState>
                    }
                  >
                    <LatestActs acts={found().work.acts} />
                  </Show>
                </HomeSection>
              </div>
              <div>
                <Show when={found().work.seats.length > 0}>
                  <HomeSection
                    id="represents"
                    title={t("represents")}
                    links={[{ label: t("members"), path: path("I.2.1") }]}
                  >
                    <WhoRepresents seats={found().work.seats} />
                  </HomeSection>
                </Show>
              </div>
              <div class="front-side">
                <HomeSection id="ask" title={t("ask")}>
                  <Ask />
                </HomeSection>
                <Show when={found().statements.length > 0}>
                  <HomeSection
                    id="statements"
                    title={t("statements")}
                    links={[{ label: t("all"), path: path("V.1.2") }]}
                  >
                    <Statements items={found().statements} />
                  </HomeSection>
                </Show>
                <HomeSection id="contact" title={t("contact")}>
                  <div class="contact">
                    <Show when={council()}>{(c) => <CouncilContacts contacts={c().contacts} />}</Show>
                  </div>
                </HomeSection>
              </div>
              <div class="front-news">
                <HomeSection
                  id="new"
                  title={t("new")}
                  links={[
                    { label: t("all_news"), path: path("V.1.1") },
                    { label: t("all_notices"), path: path("II.7.1") },
                  ]}
                >
                  <Show
                    when={found().news[0]}
                    fallback={
                      <EmptyState title={t("new_empty")} rank="h3">
                        <p>{t("new_empty_text")}</p>
                      </EmptyState>
                    }
                  >
                    {(first) => (
                      <>
                        <LeadStory item={first()} />
                        <Headlines items={found().news.slice(1)} />
                      </>
                    )}
                  </Show>
                </HomeSection>
                <HomeSection id="documents" title={t("documents")}>
                  <Show
                    when={found().documents.length > 0}
                    fallback={
                      <EmptyState title={t("documents_empty")} rank="h3">
                        <p>{t("documents_empty_text")}</p>
                      </EmptyState>
                    }
                  >
                    <LatestDocuments items={found().documents} />
                  </Show>
                </HomeSection>
              </div>
            </div>
            <Show when={found().albums.length > 0}>
              <HomeSection id="photos" title={t("photos")} links={[{ label: t("all"), path: path("V.1.5") }]}>
                <AlbumCards albums={found().albums} count={(count) => t("photo_count", { count })} />
              </HomeSection>
            </Show>
            <HomeSection id="everything" title={t("everything")}>
              <PartsIndex readiness={found().readiness} />
            </HomeSection>
          </>
        )}
      </Show>
    </main>
  );
}
