import { For, type JSX, Show } from "solid-js";
import type { DraftAct, Proposer } from "../../../server/features/draft-acts/draft-acts.schema.ts";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay, formatInstantDay, formatMonth } from "../../ui/format.ts";

/** What is known about a draft act. */
export function DraftDetails(props: { draftAct: DraftAct }) {
  const t = useT("drafts");
  const matters = useT("matters");
  const common = useT("collections");
  const { locale } = usePage();
  const plan = elementByCode("I.3.1").path[locale];
  return (
    <aside class="details" aria-label={common("details")}>
      <dl class="defs">
        <Detail label={t("proposer")}>
          <ProposedBy proposer={props.draftAct.proposer} />
        </Detail>
        <Detail label={t("subject")}>
          <a link href={`${elementByCode("I.3.7").path[locale]}?subject=${props.draftAct.subject}`}>
            {matters(`subject.${props.draftAct.subject}`)}
          </a>
        </Detail>
        <Detail label={t("type")}>{matters(`type.${props.draftAct.type}`)}</Detail>
        <Detail label={t("nature")}>{matters(`nature.${props.draftAct.nature}`)}</Detail>
        <Show when={props.draftAct.protocolNumber}>
          {(number) => <Detail label={t("protocol")}>{number()}</Detail>}
        </Show>
        <Detail label={t("registered")}>{formatDay(props.draftAct.registeredOn)}</Detail>
        <Show when={props.draftAct.planned.length > 0}>
          <Detail label={t("planned")}>
            <For each={props.draftAct.planned}>
              {({ year, month }) => (
                <a link href={`${plan}?year=${year}`}>
                  {formatMonth(`${year}-${String(month).padStart(2, "0")}-01`, locale)}
                </a>
              )}
            </For>
          </Detail>
        </Show>
        <Detail label={common("updated")}>{formatInstantDay(props.draftAct.updatedAt)}</Detail>
      </dl>
    </aside>
  );
}

const Detail = (props: { label: string; children: JSX.Element }) => (
  <div>
    <dt>{props.label}</dt>
    <dd>{props.children}</dd>
  </div>
);

/** As the papers print it, with the way to the person or the body; else the kind of proposer. */
function ProposedBy(props: { proposer: Proposer }) {
  const matters = useT("matters");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const linked = () => {
    const { person, body } = props.proposer;
    if (person) return { name: person.name, path: person.url[locale], lang: undefined };
    return body && { name: say(body.name), path: body.url[locale], lang: lang(body.name) };
  };
  return (
    <>
      <Show
        when={props.proposer.text}
        fallback={<Show when={!linked()}>{matters(`proposer.${props.proposer.kind}`)}</Show>}
      >
        {(text) => <p lang={lang(text())}>{say(text())}</p>}
      </Show>
      <Show when={linked()}>
        {(to) => (
          <a link href={to().path} lang={to().lang}>
            {to().name}
          </a>
        )}
      </Show>
    </>
  );
}
