import { Show } from "solid-js";
import { gapStood, gapsPath, reasonTold } from "../../../server/features/acts/gaps-desk.shared.ts";
import type { GapsData } from "../../../server/features/acts/gaps-desk.ts";
import { editingPaths } from "../../../server/features/editing/editing.paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { RegisterTable } from "../../ui/register-table.tsx";
import { BothFields } from "../ui/both-fields.tsx";
import { Buttons, Form, Hidden, Stood, SubmitButton } from "../ui/form.tsx";
import { Field } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

type Gap = GapsData["gaps"][number];

/** The numbers that no act has: which ask for a word, what was said of the others, and the form to say it. */
export default function GapsPage(props: { data: GapsData }) {
  const t = useT("gaps");
  const { page } = useWorkspace();
  const { gaps, asked, unexplained, isGone, mayChange } = props.data;
  const numbers = ({ from, to }: Gap) => (from === to ? t("one", { number: from }) : t("several", { from, to }));
  return (
    <Page
      title={t("title")}
      lead={unexplained > 0 ? t("lead_waiting", { count: unexplained }) : t("lead")}
      done={{ explained: t("done") }}
    >
      <p class="crumb">
        <a href={editingPaths("act").list[page.locale]}>{t("to_acts")}</a>
      </p>
      <Show when={isGone && !page.form}>
        <p class="note bad" role="alert">
          {t("gone")}
        </p>
      </Show>
      <Show when={asked ?? (page.form && !asked ? lost(page.form.values) : null)}>
        {(gap) => (
          <Show when={mayChange} fallback={<p class="note">{t("read_only")}</p>}>
            <Explain gap={gap()} />
          </Show>
        )}
      </Show>
      <Show
        when={gaps.length > 0}
        fallback={
          <EmptyState title={t("none")}>
            <p>{t("none_text")}</p>
          </EmptyState>
        }
      >
        <section aria-label={t("title")}>
          <RegisterTable
            caption={t("title")}
            rows={gaps}
            columns={[
              { label: t("numbers"), cell: numbers },
              { label: t("series"), cell: ({ word, series }) => `${word}, ${series.replace("-", "–")}` },
              { label: t("reason"), cell: (gap) => <Why gap={gap} /> },
              {
                label: t("do"),
                cell: (gap) => (
                  <Show when={mayChange && !gap.url && !gap.holder}>
                    <a href={`${gapsPath[page.locale]}?gap=${gap.key}#gap`}>
                      {t(gap.reason ? "change" : "explain")}
                      <span class="hidden-visually"> {numbers(gap)}</span>
                    </a>
                  </Show>
                ),
              },
            ]}
          />
        </section>
      </Show>
    </Page>
  );
}

/** What was sent of a gap that is not there any more: nothing that was typed is lost. */
const lost = (values: Readonly<Record<string, string | readonly string[]>>): Gap => ({
  ...{ key: "", type: String(values.type ?? "") as Gap["type"], series: String(values.series ?? "") },
  ...{ from: Number(values.from) || 0, to: Number(values.to) || 0, word: "", reason: null, url: null, holder: null },
});

function Why(props: { gap: Gap }) {
  const t = useT("gaps");
  const { page } = useWorkspace();
  const { say, lang } = useLocalized();
  const { reason, url, holder } = props.gap;
  if (url) return <a href={url}>{t("withdrawn")}</a>;
  if (holder)
    return (
      <>
        {t("holder")}{" "}
        <a href={fillPath(editingPaths("act").one, { id: holder.id })[page.locale]} lang={lang(holder.title)}>
          {say(holder.title)}
        </a>
      </>
    );
  if (reason) return <span lang={lang(reason)}>{say(reason)}</span>;
  return <span class="tag warn">{t("unexplained")}</span>;
}

function Explain(props: { gap: Gap }) {
  const t = useT("gaps");
  const { page } = useWorkspace();
  const { type, series, from, to, word, reason } = props.gap;
  return (
    <section aria-labelledby="explain">
      <h2 id="explain">{word ? t("explain_what", { type: word, series: series.replace("-", "–") }) : t("explain")}</h2>
      <Form
        name="gap"
        action={gapsPath[page.locale]}
        values={{ from: String(from), to: String(to), "reason.sq": reason?.sq, "reason.en": reason?.en }}
      >
        <Hidden name="type" value={type} />
        <Hidden name="series" value={series} />
        <Hidden name="gap" value={String(from)} />
        <Stood shown={gapStood(reason ? [reasonTold(reason)] : [])} />
        <div class="both-fields">
          <Field name="from" label={t("from")} inputmode="numeric" maxlength={4} required />
          <Field name="to" label={t("to")} hint={t("to_hint")} inputmode="numeric" maxlength={4} required />
        </div>
        <BothFields name="reason" label={t("why")} hint={t("why_hint")} rows={3} maxlength={500} required />
        <Buttons>
          <SubmitButton>{t("save")}</SubmitButton>
        </Buttons>
      </Form>
    </section>
  );
}
