import { For, type ParentProps, Show } from "solid-js";
import { sectionValues } from "../../../server/features/settings/section-values.shared.ts";
import {
  type SettingsGroup,
  type SettingsSection,
  settingsGroups,
  settingsPaths,
} from "../../../server/features/settings/settings.paths.shared.ts";
import type { SettingsData } from "../../../server/features/settings/settings-data.ts";
import { useT } from "../../lib/i18n.ts";
import { Buttons, Form, Stood, SubmitButton } from "../ui/form.tsx";
import { Choices, Field, TextArea } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { Reading, Writing } from "../ui/reading.tsx";
import { useWorkspace } from "../workspace.tsx";
import { ColourSection } from "./colour-section.tsx";
import { DomainSection } from "./domain-section.tsx";
import { EmblemSection } from "./emblem-section.tsx";
import { ModulesSection } from "./modules-section.tsx";
import { OrderSection } from "./order-section.tsx";
import { DaysSection, PeriodsSection } from "./periods-sections.tsx";

/** What the council sets for itself: each section a form of its own with its own save. */
export default function SettingsPage(props: { data: SettingsData }) {
  const t = useT("settings");
  return (
    <Page title={t("title")} lead={t(props.data.mayChange ? "lead" : "lead_reading")}>
      <nav class="settings-contents" aria-label={t("contents")}>
        <For each={Object.entries(settingsGroups) as [SettingsGroup, readonly SettingsSection[]][]}>
          {([group, sections]) => (
            <div>
              <h2>{t(`group_${group}`)}</h2>
              <ul>
                <For each={sections}>
                  {(name) => (
                    <li>
                      <a href={`#${name}-section`}>{t(`section_${name}`)}</a>
                    </li>
                  )}
                </For>
              </ul>
            </div>
          )}
        </For>
      </nav>
      <Reading when={!props.data.mayChange}>
        <Names data={props.data} />
        <ContactsSection data={props.data} />
        <Person name="data-officer" data={props.data} />
        <Person name="media" data={props.data} />
        <Social data={props.data} />
        <ColourSection data={props.data} />
        <EmblemSection data={props.data} />
        <Languages data={props.data} />
        <OrderSection data={props.data} />
        <Numbering data={props.data} />
        <Approval data={props.data} />
        <Broadcast data={props.data} />
        <PeriodsSection data={props.data} />
        <DaysSection data={props.data} />
        <ModulesSection data={props.data} />
        <DomainSection data={props.data} />
      </Reading>
    </Page>
  );
}

/** A section with its heading. What was saved is said here, where the address leads after saving. */
export function Section(props: ParentProps<{ name: SettingsSection; lead?: string }>) {
  const t = useT("settings");
  const { page } = useWorkspace();
  const isSaved = page.done === props.name && !page.form;
  return (
    <section id={`${props.name}-section`} class="setting" aria-labelledby={`${props.name}-title`}>
      <h2 id={`${props.name}-title`}>{t(`section_${props.name}`)}</h2>
      <Show when={isSaved}>
        <p class="done" role="status">
          {t("saved", { section: t(`section_${props.name}`) })}
        </p>
      </Show>
      <Show when={props.lead}>
        <p class="soft">{props.lead}</p>
      </Show>
      {props.children}
    </section>
  );
}

export function Save() {
  const t = useT("settings");
  return (
    <Buttons>
      <SubmitButton>{t("save")}</SubmitButton>
    </Buttons>
  );
}

/** One text in both languages, side by side. */
export function Both(props: { name: string; label: string; required?: boolean; hint?: string; maxlength?: number }) {
  const t = useT("settings");
  return (
    <div class="both">
      <Field
        name={`${props.name}.sq`}
        label={t("in_albanian", { label: props.label })}
        hint={props.hint}
        required={props.required}
        maxlength={props.maxlength}
      />
      <Field name={`${props.name}.en`} label={t("in_english", { label: props.label })} maxlength={props.maxlength} />
    </div>
  );
}

function Names(props: { data: SettingsData }) {
  const t = useT("settings");
  const { page } = useWorkspace();
  return (
    <Section name="names" lead={t("names_lead")}>
      <Form name="names" action={settingsPaths.names[page.locale]} values={sectionValues.names(props.data)}>
        <Stood />
        <Both name="council" label={t("council")} required maxlength={160} />
        <Both name="municipality" label={t("municipality")} required maxlength={120} />
        <Both name="place" label={t("place")} required maxlength={80} />
        <Save />
      </Form>
    </Section>
  );
}

function ContactsSection(props: { data: SettingsData }) {
  const t = useT("settings");
  const { page } = useWorkspace();
  return (
    <Section name="contacts" lead={t("contacts_lead")}>
      <Form name="contacts" action={settingsPaths.contacts[page.locale]} values={sectionValues.contacts(props.data)}>
        <Stood />
        <Both name="address" label={t("address")} maxlength={300} />
        <div class="both">
          <Field name="phone" label={t("phone")} type="tel" maxlength={40} />
          <Field name="email" label={t("email")} type="email" maxlength={254} />
        </div>
        <Both name="hours" label={t("hours")} maxlength={200} />
        <Field name="municipalityWebsite" label={t("website")} type="url" maxlength={500} />
        <div class="both">
          <Field name="seats" label={t("seats")} inputmode="numeric" maxlength={2} />
          <Field name="term" label={t("term")} hint={t("term_hint")} maxlength={9} />
        </div>
        <TextArea name="units" label={t("units")} hint={t("units_hint")} rows={4} maxlength={4000} />
        <Save />
      </Form>
    </Section>
  );
}

function Social(props: { data: SettingsData }) {
  const t = useT("settings");
  const { page } = useWorkspace();
  return (
    <Section name="social" lead={t("social_lead")}>
      <Form name="social" action={settingsPaths.social[page.locale]} values={sectionValues.social(props.data)}>
        <Stood />
        <div class="both">
          <For each={props.data.networks}>
            {(network) => <Field name={network} label={network} type="url" maxlength={500} />}
          </For>
        </div>
        <Save />
      </Form>
    </Section>
  );
}

function Person(props: { name: "media" | "data-officer"; data: SettingsData }) {
  const t = useT("settings");
  const { page } = useWorkspace();
  const isMedia = props.name === "media";
  return (
    <Section name={props.name} lead={t(isMedia ? "media_lead" : "officer_lead")}>
      <Form
        name={props.name}
        action={settingsPaths[isMedia ? "media" : "dataOfficer"][page.locale]}
        values={sectionValues[props.name](props.data)}
      >
        <Stood />
        <Field name="name" label={t("person")} hint={t("person_hint")} maxlength={120} />
        <Both name="role" label={t("role")} maxlength={200} />
        <div class="both">
          <Field name="phone" label={t("phone")} type="tel" maxlength={40} />
          <Field name="email" label={t("email")} type="email" maxlength={254} />
        </div>
        <Both name="hours" label={t("hours")} maxlength={200} />
        <Show when={isMedia}>
          <div class="both">
            <TextArea name="accreditation.sq" label={t("in_albanian", { label: t("accreditation") })} maxlength={600} />
            <TextArea name="accreditation.en" label={t("in_english", { label: t("accreditation") })} maxlength={600} />
          </div>
        </Show>
        <Save />
      </Form>
    </Section>
  );
}

function Languages(props: { data: SettingsData }) {
  const t = useT("settings");
  const { page } = useWorkspace();
  return (
    <Section name="languages" lead={t("languages_lead")}>
      <Form name="languages" action={settingsPaths.languages[page.locale]} values={sectionValues.languages(props.data)}>
        <Stood />
        <Choices
          kind="checkbox"
          name="english"
          label={t("languages_too")}
          required
          choices={[{ value: "on", label: t("english"), hint: t("english_hint") }]}
        />
        <Save />
      </Form>
    </Section>
  );
}

function Numbering(props: { data: SettingsData }) {
  const t = useT("settings");
  const { page } = useWorkspace();
  return (
    <Section name="numbering" lead={t("numbering_lead")}>
      <Form name="numbering" action={settingsPaths.numbering[page.locale]} values={sectionValues.numbering(props.data)}>
        <Stood />
        <Choices
          kind="radio"
          name="acts"
          label={t("numbering_acts")}
          required
          choices={[
            { value: "year", label: t("numbering_year"), hint: t("numbering_year_hint") },
            { value: "term", label: t("numbering_term"), hint: t("numbering_term_hint") },
          ]}
        />
        <Save />
      </Form>
    </Section>
  );
}

function Approval(props: { data: SettingsData }) {
  const t = useT("settings");
  const { page } = useWorkspace();
  return (
    <Section name="approval">
      <Show
        when={props.data.mayDecideApproval}
        fallback={
          <>
            <p>{props.data.approval ? t("approval_on") : t("approval_off")}</p>
            <Writing>
              <p class="soft">{t("approval_councils")}</p>
            </Writing>
          </>
        }
      >
        <Form name="approval" action={settingsPaths.approval[page.locale]} values={sectionValues.approval(props.data)}>
          <Stood />
          <Choices
            kind="checkbox"
            name="approval"
            label={t("approval_who")}
            required
            choices={[{ value: "on", label: t("approval"), hint: t("approval_hint") }]}
          />
          <Save />
        </Form>
      </Show>
    </Section>
  );
}

function Broadcast(props: { data: SettingsData }) {
  const t = useT("settings");
  const { page } = useWorkspace();
  return (
    <Section name="broadcast" lead={t("broadcast_lead")}>
      <Form name="broadcast" action={settingsPaths.broadcast[page.locale]} values={sectionValues.broadcast(props.data)}>
        <Stood />
        <Field name="stream" label={t("stream")} hint={t("stream_hint")} type="url" maxlength={500} />
        <Field
          name="connections"
          label={t("connections")}
          hint={t("connections_hint")}
          inputmode="numeric"
          maxlength={6}
          required
        />
        <Save />
      </Form>
    </Section>
  );
}
