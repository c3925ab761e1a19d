import { For, Show } from "solid-js";
import type { PageView } from "../../../server/features/pages/pages.schema.ts";
import type { LocalizedText } from "../../../server/locale.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { FileList } from "../../ui/file-list.tsx";
import { formatDay } from "../../ui/format.ts";
import { OnlyAlbanian } from "../../ui/only-albanian.tsx";
import { Prose } from "../../ui/prose.tsx";
import { RegisterTable } from "../../ui/register-table.tsx";

type Content = NonNullable<PageView["content"]>;

/** How a thing is done: who may, step by step, within which periods, for how much, where, and the form to fill in. */
export function Procedure(props: { page: PageView; content: Content }) {
  const t = useT("elements");
  const { say, lang } = useLocalized();
  const texts = () => {
    const { lead, who, fees, address, how = [], sections = [] } = props.content;
    return [lead, who, fees, address, ...[...how, ...sections].map(({ text }) => text)];
  };
  const form = () => props.page.documents.filter(({ id }) => id === props.content.form);
  const others = () => props.page.documents.filter(({ id }) => id !== props.content.form);
  return (
    <>
      <OnlyAlbanian texts={texts()} />
      <div class="split">
        <div class="stack">
          <Show when={props.content.how?.length ? props.content.how : undefined}>
            {(steps) => (
              <section aria-labelledby="how">
                <div class="bar">
                  <h2 id="how">{t("how")}</h2>
                </div>
                <ol class="steps">
                  <For each={steps()}>
                    {(step) => (
                      <li>
                        <Show when={step.title}>{(title) => <h3 lang={lang(title())}>{say(title())}</h3>}</Show>
                        <p lang={lang(step.text)}>{say(step.text)}</p>
                      </li>
                    )}
                  </For>
                </ol>
              </section>
            )}
          </Show>
          <For each={props.content.sections}>
            {(section) => (
              <section>
                <div class="bar">
                  <h2 lang={lang(section.title)}>{say(section.title)}</h2>
                </div>
                <Prose text={section.text} isBelowHeading />
              </section>
            )}
          </For>
          <Periods periods={props.content.periods ?? []} />
          <Show when={props.content.legal?.length ? props.content.legal : undefined}>
            {(laws) => (
              <section aria-labelledby="laws">
                <div class="bar">
                  <h2 id="laws">{t("legal_title")}</h2>
                </div>
                <ul class="lines-list">
                  <For each={laws()}>{(law) => <li lang={lang(law)}>{say(law)}</li>}</For>
                </ul>
              </section>
            )}
          </Show>
          <Show when={others().length > 0}>
            <section aria-labelledby="files">
              <div class="bar">
                <h2 id="files">{t("files")}</h2>
              </div>
              <FileList documents={others()} />
            </section>
          </Show>
        </div>
        <aside class="stack" aria-label={t("at_a_glance")}>
          <Show when={form().length > 0}>
            <div class="card">
              <h2>{t("form")}</h2>
              <FileList documents={form()} />
            </div>
          </Show>
          <Fact title={t("who")} text={props.content.who} />
          <Fact title={t("address")} text={props.content.address} />
          <Fact title={t("fees")} text={props.content.fees} />
          <Show when={props.content.checkedOn}>
            {(day) => <p class="small soft">{t("checked_on", { date: formatDay(day()) })}</p>}
          </Show>
        </aside>
      </div>
    </>
  );
}

function Fact(props: { title: string; text: LocalizedText | undefined }) {
  return (
    <Show when={props.text}>
      {(text) => (
        <section class="fact">
          <h2>{props.title}</h2>
          <Prose text={text()} />
        </section>
      )}
    </Show>
  );
}

function Periods(props: { periods: NonNullable<Content["periods"]> }) {
  const t = useT("elements");
  const { say, lang } = useLocalized();
  return (
    <Show when={props.periods.length > 0}>
      <section aria-labelledby="periods">
        <div class="bar">
          <h2 id="periods">{t("periods")}</h2>
        </div>
        <RegisterTable
          caption={t("periods")}
          rows={props.periods}
          columns={[
            {
              label: t("period_what"),
              cell: (period) => (
                <>
                  <span lang={lang(period.what)}>{say(period.what)}</span>
                  <Show when={period.note}>{(note) => <p lang={lang(note())}>{say(note())}</p>}</Show>
                </>
              ),
            },
            {
              label: t("period_days"),
              cell: (period) => <strong>{t(`days_${period.unit}`, { count: period.number })}</strong>,
            },
            {
              label: t("legal_law"),
              cell: (period) => (
                <>
                  {t("law_article", { law: period.law, article: period.article })}
                  <Show when={period.certainty !== "seen"}>
                    <p>{t("legal_unchecked")}</p>
                  </Show>
                </>
              ),
            },
          ]}
        />
      </section>
    </Show>
  );
}
