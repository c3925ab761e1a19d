import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import type { Body } from "../../../server/features/bodies/body.schema.ts";
import { elementByCode, sectionOf } from "../../../server/features/elements/catalogue.shared.ts";
import { bodyElement } from "../../../server/features/elements/item-urls.shared.ts";
import type { PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useStructuredData } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay } from "../../ui/format.ts";
import { OnlyAlbanian } from "../../ui/only-albanian.tsx";
import { Page } from "../../ui/page.tsx";
import { crumbsTo } from "../elements/element-crumbs.ts";
import NotFoundPage from "../errors/not-found-page.tsx";
import { getBody } from "./bodies-query.ts";
import { kindAt } from "./body-kinds.ts";
import { BodySheet } from "./body-sheet.tsx";
import { WithdrawnBodyPage } from "./withdrawn-body.tsx";

/** A committee, a board, a village council, a neighbourhood council: one page for every kind of body. */
export default function BodyPage(props: { match: PageMatch }) {
  const answer = createAsync(() => getBody(kindAt(props.match.code), props.match.slug!));
  return (
    <>
      <Show when={answer()?.body}>{(found) => <BodyOf body={found()} />}</Show>
      <Show when={answer()?.withdrawn}>{(withdrawn) => <WithdrawnBodyPage withdrawn={withdrawn()} />}</Show>
      <Show when={answer() === null}>
        <NotFoundPage />
      </Show>
    </>
  );
}

function BodyOf(props: { body: Body }) {
  const t = useT("people");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const element = () => elementByCode(bodyElement(props.body.kind));
  if (import.meta.env.SSR)
    useStructuredData((address) => ({
      "@type": "Organization",
      name: say(props.body.name),
      url: address(props.body.url[locale]),
      email: props.body.contacts.email,
      telephone: props.body.contacts.phone,
      foundingDate: props.body.beginsOn ?? undefined,
      dissolutionDate: props.body.endsOn ?? undefined,
      member: props.body.members.map(({ name, url }) => ({ "@type": "Person", name, url: address(url[locale]) })),
    }));
  return (
    <Page
      title={say(props.body.name)}
      titleLang={lang(props.body.name)}
      crumbs={crumbsTo(element(), locale)}
      kicker={`${element().short[locale]} · ${sectionOf(element()).title[locale]}`}
      class="paper"
    >
      <OnlyAlbanian texts={[props.body.name, props.body.functions, props.body.duties]} />
      <Show when={!props.body.isNow}>
        <p class="note warn">{t("body_over", { date: formatDay(props.body.endsOn!) })}</p>
      </Show>
      <BodySheet body={props.body} />
    </Page>
  );
}
