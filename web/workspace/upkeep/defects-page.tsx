import { For, Show } from "solid-js";
import { whereEdited } from "../../../server/features/editing/where-edited.shared.ts";
import { upkeepPaths } from "../../../server/features/upkeep/upkeep.paths.shared.ts";
import { type DefectKind, defectKinds } from "../../../server/features/upkeep/upkeep.shared.ts";
import type { FileCare } from "../../../server/features/upkeep/upkeep.tables.ts";
import type { Defects } from "../../../server/features/upkeep/upkeep.workspace.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatInstantDay, formatSize, formatTime } from "../../ui/format.ts";
import { Buttons, Form, SubmitButton } from "../ui/form.tsx";
import { TextArea } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

export default function DefectsPage(props: { data: Defects }) {
  const t = useT("upkeep");
  const { data } = props;
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      wide
      done={{ asked: t("done_asked"), ignored: t("done_ignored"), taken_up: t("done_taken_up") }}
    >
      <LastRun data={data} />
      <Filters data={data} />
      <Show
        when={data.total > 0}
        fallback={
          // Of what nobody has looked through nothing can be said.
          <Show when={data.isIgnored || data.run?.finishedAt}>
            <EmptyState title={data.isIgnored ? t("none_ignored") : t("none")}>
              <Show when={!data.isIgnored}>
                <p>{t("none_text")}</p>
              </Show>
            </EmptyState>
          </Show>
        }
      >
        <ul class="rows">
          <For each={data.defects}>{(defect) => <Defect defect={defect} mayMend={data.mayMend} />}</For>
        </ul>
        <Pages data={data} />
      </Show>
      <Care care={data.run?.counts.care} />
      <WithoutEnglish counts={data.run?.counts.withoutEnglish ?? {}} />
    </Page>
  );
}

function LastRun(props: { data: Defects }) {
  const t = useT("upkeep");
  const { page } = useWorkspace();
  const { run, mayMend } = props.data;
  const said = () => {
    if (run?.isUnderWay) return t("under_way");
    if (!run?.finishedAt) return t("never_run");
    const { things = 0, files = 0, links = 0 } = run.counts;
    return t("last_run", {
      day: formatInstantDay(run.finishedAt),
      time: formatTime(run.finishedAt),
      things,
      files,
      links,
    });
  };
  return (
    <section>
      <p>{said()}</p>
      <Show when={mayMend && !run?.isUnderWay}>
        <Form name="check" action={upkeepPaths.check[page.locale]} class="inline-form" label={t("check_now")}>
          <SubmitButton plain>{t("check_now")}</SubmitButton>
        </Form>
      </Show>
    </section>
  );
}

function Filters(props: { data: Defects }) {
  const t = useT("upkeep");
  const { page } = useWorkspace();
  const { kind, isIgnored, counts } = props.data;
  const here = upkeepPaths.defects[page.locale];
  const countOf = (one: DefectKind) => counts.find((found) => found.kind === one)?.count ?? 0;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <nav aria-label={t("filter")}>
      <ul class="day-filters">
        <li>
          <a href={here} aria-current={kind === null && !isIgnored ? "page" : undefined}>
            {t("all")} ({all})
          </a>
        </li>
        <For each={defectKinds.filter((one) => countOf(one) > 0 || one === kind)}>
          {(one) => (
            <li>
              <a href={`${here}?kind=${one}`} aria-current={kind === one ? "page" : undefined}>
                {t(`kind.${one}`)} ({countOf(one)})
              </a>
            </li>
          )}
        </For>
        <li>
          <a href={`${here}?show=ignored`} aria-current={isIgnored ? "page" : undefined}>
            {t("ignored")}
          </a>
        </li>
      </ul>
    </nav>
  );
}

function Defect(props: { defect: Defects["defects"][number]; mayMend: boolean }) {
  const t = useT("upkeep");
  const { page } = useWorkspace();
  const { say } = useLocalized();
  const { defect } = props;
  const { reason, status } = defect.detail;
  return (
    <li>
      <div>
        <span class="tag bad">{t(`kind.${defect.kind}`)}</span>{" "}
        <a href={(whereEdited(defect.entity, defect.entityId) ?? defect.url)[page.locale]}>{say(defect.title)}</a>
        <Show when={defect.address}>
          <p class="breaking">
            <code>{defect.address}</code>
          </p>
        </Show>
        <p class="hint">
          <Show when={reason}>{(why) => <>{t(`why.${why()}`, { status: status ?? "" })} </>}</Show>
          {t(`do.${defect.kind}`)} {t("since", { day: formatInstantDay(defect.firstSeenAt) })}.
        </p>
        <Show when={defect.ignoredReason}>
          <p>{t("ignored_because", { name: defect.ignoredBy ?? "", reason: defect.ignoredReason ?? "" })}</p>
        </Show>
      </div>
      <Show when={props.mayMend}>
        <Show when={defect.ignoredReason === null} fallback={<TakeUp id={defect.id} action={defect.takeUpAction} />}>
          <details open={page.form?.name === "ignore" && page.form.sentTo === defect.ignoreAction}>
            <summary>{t("ignore")}</summary>
            <Form name="ignore" id={`ignore-${defect.id}`} action={defect.ignoreAction} label={t("ignore")}>
              <TextArea name="reason" label={t("reason")} hint={t("reason_hint")} rows={2} maxlength={500} required />
              <Buttons>
                <SubmitButton plain>{t("ignore")}</SubmitButton>
              </Buttons>
            </Form>
          </details>
        </Show>
      </Show>
    </li>
  );
}

function TakeUp(props: { id: string; action: string }) {
  const t = useT("upkeep");
  return (
    <Form name="take-up" id={`take-up-${props.id}`} action={props.action} class="inline-form" label={t("take_up")}>
      <SubmitButton plain>{t("take_up")}</SubmitButton>
    </Form>
  );
}

function Pages(props: { data: Defects }) {
  const t = useT("upkeep");
  const { page } = useWorkspace();
  const { data } = props;
  const to = (number: number) => {
    const query = new URLSearchParams();
    if (data.kind) query.set("kind", data.kind);
    if (data.isIgnored) query.set("show", "ignored");
    query.set("page", String(number));
    return `${upkeepPaths.defects[page.locale]}?${query}`;
  };
  return (
    <Show when={data.pages > 1}>
      <nav class="buttons" aria-label={t("title")}>
        <Show when={data.page > 1}>
          <a href={to(data.page - 1)}>{t("previous")}</a>
        </Show>
        <Show when={data.page < data.pages}>
          <a href={to(data.page + 1)}>{t("next")}</a>
        </Show>
      </nav>
    </Show>
  );
}

/** What was done about stored files: nobody has to do anything, and everybody may know. */
function Care(props: { care: FileCare | undefined }) {
  const t = useT("upkeep");
  const { page } = useWorkspace();
  const lines = (care: FileCare) => [
    ...(care.removed > 0
      ? [t("care_removed", { count: care.removed, size: formatSize(care.bytes, page.locale) })]
      : []),
    ...(care.waiting > 0 ? [t("care_waiting", { count: care.waiting })] : []),
    ...(care.inspected > 0 ? [t("care_inspected", { count: care.inspected })] : []),
    ...(care.infected > 0 ? [t("care_infected", { count: care.infected })] : []),
    ...(care.uninspected > 0 ? [t("care_uninspected", { count: care.uninspected })] : []),
  ];
  return (
    <Show when={props.care}>
      {(care) => (
        <section aria-labelledby="care">
          <div class="bar">
            <h2 id="care">{t("care")}</h2>
          </div>
          <p class="hint">{t("care_lead")}</p>
          <ul class="due-list">
            <For each={lines(care())} fallback={<li class="plain">{t("care_nothing")}</li>}>
              {(line) => <li class="plain">{line}</li>}
            </For>
          </ul>
        </section>
      )}
    </Show>
  );
}

function WithoutEnglish(props: { counts: Readonly<Record<string, number>> }) {
  const t = useT("upkeep");
  return (
    <Show when={Object.keys(props.counts).length > 0}>
      <section aria-labelledby="without-english">
        <div class="bar">
          <h2 id="without-english">{t("without_english")}</h2>
        </div>
        <p class="hint">{t("without_english_text")}</p>
        <ul class="due-list">
          <For each={Object.entries(props.counts)}>
            {([entity, count]) => (
              <li class="plain">
                {t(`entity.${entity as "act"}`)}: {count}
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
