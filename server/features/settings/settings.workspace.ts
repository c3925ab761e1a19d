import { Hono } from "hono";
import * as v from "valibot";
import type { Day } from "../../db/columns.ts";
import { findCouncilNames } from "../../db/council-names.ts";
import { registryDb } from "../../db/registry-db.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { phrases } from "../../http/phrases.ts";
import { InvalidInput, problemOf } from "../../http/problem.ts";
import { dayIn } from "../../local-time.ts";
import type { Locale } from "../../locale.shared.ts";
import { isoDate, localizedText } from "../../text.schema.ts";
import { ChangedMeanwhile } from "../../workspace/changed-meanwhile.ts";
import { page, type WorkspaceFeatureOf, type WorkspaceRoute } from "../../workspace/feature.ts";
import { form } from "../../workspace/form-route.ts";
import { requires } from "../../workspace/guard.ts";
import { doing, type Shown, type WorkspaceContext, type WorkspaceScope } from "../../workspace/scope.ts";
import { sentForm } from "../../workspace/sent-form.ts";
import type { TypedValues } from "../../workspace/typed-values.ts";
import { mayChangeSettings, mayDecideApproval, mayReadSettings } from "../accounts/policies.ts";
import { checkMayOrder, findOrder, orderMembers } from "../bodies/order.service.ts";
import { yearOf } from "../deadlines/calendar.ts";
import { addDayOff, confirmDayOff, moveDayOff, removeDayOff, withdrawDay } from "../deadlines/days-off.service.ts";
import { findCouncilDays, findCouncilPeriods } from "../deadlines/deadlines.queries.ts";
import { basisOf, holidaysOf } from "../deadlines/holidays.ts";
import { endCouncilPeriod, setCouncilPeriod } from "../deadlines/periods.service.ts";
import { CountedUnit } from "../deadlines/rules.schema.ts";
import { allRules } from "../deadlines/rules.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import { ColourChange, type EmblemChange, networks } from "./changes.schema.ts";
import { contrastTold } from "./contrast.ts";
import { systemDns } from "./dns.ts";
import { checkDomain, dropDomain, findDomains, wishDomain } from "./domain.service.ts";
import { emblemNames, emblemOf } from "./emblems.ts";
import { switchOff, switchOn } from "./modules.service.ts";
import { type ModuleName, moduleNames } from "./modules.shared.ts";
import { largestEmblem, uploadEmblem } from "./own-emblem.ts";
import { type GuardedSection, isOwnEmblem, moduleValues, ownEmblem, sectionValues } from "./section-values.shared.ts";
import { emblemUnreadable } from "./settings.errors.ts";
import { settingsPath, settingsPaths, settingsSections } from "./settings.paths.shared.ts";
import { findBroadcast } from "./settings.queries.ts";
import {
  changeApproval,
  changeBroadcast,
  changeColour,
  changeContacts,
  changeDataOfficer,
  changeLanguages,
  changeMedia,
  changeNames,
  changeNumbering,
  changeSocial,
  takeEmblem,
} from "./settings.service.ts";
import type { SettingsData } from "./settings-data.ts";
import { readThemePresets } from "./theme-presets.ts";

/** Rules whose period a council's own rules may better, or must set. */
const changeable = allRules.filter(({ councilMay }) => councilMay !== "fixed");
const presets = readThemePresets();

const readSettings = (c: WorkspaceContext) =>
  c.var.db.read((tx) =>
    tx
      .selectFrom("tenant_settings")
      .select(["languages", "theme", "modules", "contacts", "numbering", "approval"])
      .executeTakeFirstOrThrow(),
  );

/** How many people sign in with a passkey. */
const countPasskeyHolders = async (tx: TenantTx): Promise<number> => {
  const { holders } = await tx
    .selectFrom("account_passkeys")
    .select((eb) => eb.fn.count<number>("account_id").distinct().as("holders"))
    .executeTakeFirstOrThrow();
  return Number(holders);
};

const Anything = v.looseObject({});

/**
 * Public holidays of this year and the next that are still to come and of which the council has said nothing, those first
 * that may still change.
 */
function holidaysAhead(today: Day, entered: readonly { day: Day }[]) {
  const year = yearOf(today);
  return [year, year + 1]
    .flatMap((one) => {
      const basis = basisOf(one);
      return basis ? holidaysOf(one).map((holiday) => ({ ...holiday, isDerived: basis === "generated" })) : [];
    })
    .filter(({ day }) => day >= today && !entered.some((entry) => entry.day === day))
    .map(({ day, name, inLieuOf, estimated, isDerived }) => ({
      day,
      name,
      inLieuOf,
      mayChange: estimated || isDerived,
    }))
    .toSorted((one, other) => Number(other.mayChange) - Number(one.mayChange) || one.day.localeCompare(other.day));
}

/** What is wrong with the length that was given, said of the period by its name. */
function aboutLength(failure: unknown, rule: string, locale: Locale): unknown {
  const isIts = failure instanceof AppError && "code" in failure.params && failure.status === 422;
  const title = changeable.find(({ code }) => code === rule)?.title[locale];
  if (!isIts || !title) return failure;
  return new InvalidInput([{ path: "number", code: failure.code, params: { ...failure.params, code: `“${title}”` } }]);
}

export const settingsWorkspace: WorkspaceFeatureOf = ({ config, pool, registry, storage }) => {
  const dns = systemDns();
  const hosts = registryDb(pool);

  async function settingsPage(c: WorkspaceContext, typed?: TypedValues): Promise<Shown> {
    const { db, locale, now, tenant } = c.var;
    c.set("here", settingsPath);
    const t = phrases(locale, "settings");
    const today = dayIn(now);
    const [settings, { names, days, periods, domains, passkeyHolders, body, broadcast, members }] = await Promise.all([
      readSettings(c),
      db.read(async (tx) => {
        const [names, days, periods, domains, passkeyHolders, broadcast, body] = await Promise.all([
          findCouncilNames(tx),
          findCouncilDays(tx),
          findCouncilPeriods(tx),
          findDomains(tx, hosts, tenant),
          countPasskeyHolders(tx),
          findBroadcast(tx),
          tx.selectFrom("bodies").select("id").where("kind", "=", "council").executeTakeFirst(),
        ]);
        return {
          names,
          days,
          periods,
          domains,
          passkeyHolders,
          broadcast,
          body,
          members: body ? await findOrder(tx, body.id, today) : [],
        };
      }),
    ]);
    const { theme } = settings;
    const emblem = emblemOf(theme);
    // A colour that was refused is the one that is spoken of, not the one that still stands.
    const tried = String(typed?.brand ?? new URL(c.req.url).searchParams.get("colour") ?? "").toLowerCase();
    const isColour = v.is(ColourChange, { brand: tried });
    const isRefused = typed?.brand !== undefined && !isColour;
    return {
      view: "settings/settings-page",
      data: {
        today,
        names,
        contacts: settings.contacts,
        networks,
        languages: settings.languages,
        acts: settings.numbering.acts ?? "year",
        approval: settings.approval,
        mayChange: mayChangeSettings(c.var.actor),
        mayDecideApproval: mayDecideApproval(c.var.actor),
        broadcast,
        colour: {
          own: theme.brand,
          contrast: isRefused ? null : contrastTold(isColour ? tried : theme.brand, locale),
        },
        presets: presets.map(({ code, name, brand }) => ({ code, brand, name: name[locale] })),
        emblem,
        emblems: emblemNames.map((value) => ({ value, label: t(`emblem.${value as "default"}`) })),
        // What the choice of an emblem is told to have become, once somebody has uploaded one.
        emblemOfOwn: emblem.emblemPicture && { value: ownEmblem(emblem.emblemPicture), label: t("emblem_own") },
        largestEmblem,
        rules: changeable.map(({ code, title, number, unit, councilMay }) => ({
          code,
          title: title[locale],
          number,
          unit,
          councilMay,
        })),
        periods: periods.map((period) => ({
          id: period.id,
          rule: period.rule,
          title: changeable.find(({ code }) => code === period.rule)?.title[locale] ?? period.rule,
          number: period.number,
          unit: period.unit,
          basis: period.basis,
          ground: period.ground,
          validFrom: period.validFrom,
          validTo: period.validTo,
        })),
        days: days
          .filter(({ day }) => day >= `${Number(today.slice(0, 4)) - 1}-01-01`)
          .map(({ day, change, name, reason, source }) => ({ day, change, name, reason, source })),
        holidays: holidaysAhead(today, days),
        body: body?.id ?? null,
        members: members.map(({ id, name }) => ({ id, name })),
        domains,
        passkeyHolders,
        modules: settings.modules,
      },
    };
  }

  /** Where a section is after it was saved: said at the top, and shown where it stands. */
  const done = (c: WorkspaceContext, section: string) =>
    `${settingsPath[c.var.locale]}?done=${section}#${section}-section`;

  /** A section whose service checks all that it is given. */
  const section = <T>(
    name: GuardedSection,
    path: InBoth,
    change: (
      tx: Parameters<Parameters<WorkspaceContext["var"]["db"]["write"]>[0]>[0],
      by: ReturnType<typeof doing>,
      input: T,
    ) => Promise<void>,
  ): WorkspaceRoute =>
    form(path, mayChangeSettings, {
      name,
      schema: Anything,
      standing: ({ data }) => sectionValues[name](data as SettingsData),
      async save(c, input) {
        await c.var.db.write((tx) => change(tx, doing(c), input as T));
        return done(c, name);
      },
      again: settingsPage,
    });

  const PeriodForm = v.object({
    rule: v.picklist(
      changeable.map(({ code }) => code),
      "settings.period_not_chosen",
    ),
    number: v.pipe(v.string(), v.trim(), v.regex(/^\d{1,4}$/, "number.not_whole"), v.transform(Number)),
    unit: CountedUnit,
    ground: localizedText(300),
    validFrom: v.pipe(v.string(), v.minLength(1, "text.required"), isoDate),
  });
  const ReasonForm = { reason: localizedText(300) };
  const DayForm = v.object({
    day: v.pipe(v.string(), v.minLength(1, "text.required"), isoDate),
    name: localizedText(120),
    source: v.pipe(v.string(), v.trim(), v.minLength(1, "text.required"), v.maxLength(300, "text.too_long")),
    ...ReasonForm,
  });

  const HolidayForm = v.object({
    day: v.pipe(v.string("settings.holiday_not_chosen"), v.minLength(1, "settings.holiday_not_chosen"), isoDate),
    what: v.picklist(["confirm", "move", "remove"], "input.wrong"),
    to: v.optional(v.union([v.literal(""), v.pipe(v.string(), isoDate)]), ""),
    source: DayForm.entries.source,
    ...ReasonForm,
  });

  /**
   * The order that is meant, where somebody may have changed it since the list was opened: a list in which nothing was
   * dragged follows the other's, so that a button moves within that.
   * @throws {ChangedMeanwhile} once, where both have put them in an order of their own
   */
  async function inOrderOfNow(
    tx: TenantTx,
    { body, people, was, today }: { body: string; people: readonly string[]; was: string; today: Day },
  ) {
    const now = await findOrder(tx, body, today);
    const ids = now.map(({ id }) => id);
    const [theirs, mine] = [ids.join(" "), people.join(" ")];
    // Who came or went is told by the service; it is no question of order.
    const isSamePeople = ids.toSorted().join(" ") === people.toSorted().join(" ");
    if (was === "" || theirs === was || theirs === mine || !isSamePeople) return people;
    if (mine === was) return ids;
    const text = now.map(({ name }) => name).join(", ");
    throw new ChangedMeanwhile([{ path: "people", code: "meanwhile.ordered", params: { text } }], {
      ...{ body, people, was: theirs },
    });
  }

  /** `move` is `up <id>` or `down <id>` of a button; without one the order is as it was sent. */
  function movedOrder(people: readonly string[], move: string | undefined): string[] {
    const order = [...people];
    const [way, id] = (move ?? "").split(" ");
    const at = order.indexOf(id ?? "");
    const to = way === "up" ? at - 1 : at + 1;
    if (at >= 0 && to >= 0 && to < order.length) [order[at], order[to]] = [order[to]!, order[at]!];
    return order;
  }

  const ownPicture: WorkspaceRoute = {
    method: "POST",
    path: settingsPaths.ownEmblem,
    policy: mayChangeSettings,
    async answer(c) {
      try {
        const sent = await sentForm(c);
        const file = sent.get("file");
        if (!(file instanceof File) || file.size === 0) throw emblemUnreadable();
        const shelf = { storage, tenantId: c.var.tenant.id };
        const seen = sent.get("seen");
        const bytes = new Uint8Array(await file.arrayBuffer());
        await uploadEmblem(shelf, c.var.db, doing(c), bytes, typeof seen === "string" ? seen : null);
        return c.redirect(done(c, "emblem"), 303);
      } catch (failure) {
        if (!(failure instanceof AppError) || ![409, 422].includes(failure.status)) throw failure;
        const { title } = problemOf(failure, c.var.locale, c.var.requestId);
        const state = { name: "own-emblem", title, fields: [{ path: "file", message: title }], values: {} };
        return c.var.show({ ...(await settingsPage(c)), status: failure.status }, state);
      }
    },
  };

  const HostForm = v.object({ host: v.pipe(v.string(), v.maxLength(300, "text.too_long")) });
  const isActive = async (c: WorkspaceContext, host: string) =>
    (await c.var.db.read((tx) => findDomains(tx, hosts, c.var.tenant))).wishes.some(
      (wish) => wish.host === host && wish.state === "active",
    );

  const api = new Hono<WorkspaceScope>().get("/contrast", requires(mayChangeSettings), (c) => {
    const brand = (c.req.query("colour") ?? "").toLowerCase();
    if (!v.is(ColourChange, { brand })) throw new AppError("settings.colour_malformed", 422);
    return c.json(contrastTold(brand, c.req.query("lang") === "en" ? "en" : "sq"), 200);
  });

  return {
    api: { path: "/settings", routes: api },
    routes: [
      page(settingsPath, mayReadSettings, (c) => settingsPage(c)),
      form(settingsPaths.names, mayChangeSettings, {
        name: "names",
        schema: Anything,
        standing: ({ data }) => sectionValues.names(data as SettingsData),
        async save(c, input) {
          await c.var.db.write((tx) => changeNames(tx, doing(c), input as never));
          await registry.reload();
          return done(c, "names");
        },
        again: settingsPage,
      }),
      section("contacts", settingsPaths.contacts, changeContacts),
      section("social", settingsPaths.social, changeSocial),
      section("media", settingsPaths.media, changeMedia),
      section("data-officer", settingsPaths.dataOfficer, changeDataOfficer),
      section("colour", settingsPaths.colour, changeColour),
      section("emblem", settingsPaths.emblem, async (tx, by, input: EmblemChange) => {
        // Untouched, the picture that stands comes back.
        if (!isOwnEmblem(String(input.emblem))) await takeEmblem(tx, by, input);
      }),
      ownPicture,
      section("languages", settingsPaths.languages, changeLanguages),
      section("numbering", settingsPaths.numbering, changeNumbering),
      section("approval", settingsPaths.approval, changeApproval),
      section("broadcast", settingsPaths.broadcast, changeBroadcast),
      form(settingsPaths.period, mayChangeSettings, {
        name: "periods",
        schema: PeriodForm,
        async save(c, input) {
          await c.var.db
            .write((tx) => setCouncilPeriod(tx, doing(c), { ...input, basis: "council" }))
            .catch((failure) => {
              throw aboutLength(failure, input.rule, c.var.locale);
            });
          return done(c, "periods");
        },
        again: settingsPage,
      }),
      form(settingsPaths.periodEnd, mayChangeSettings, {
        name: "period-end",
        schema: v.object({ id: v.pipe(v.string(), v.uuid()), validTo: v.pipe(v.string(), isoDate), ...ReasonForm }),
        async save(c, input) {
          await c.var.db.write((tx) => endCouncilPeriod(tx, doing(c), input));
          return done(c, "periods");
        },
        again: settingsPage,
      }),
      form(settingsPaths.dayOff, mayChangeSettings, {
        name: "days",
        schema: DayForm,
        async save(c, input) {
          await c.var.db.write((tx) => addDayOff(tx, doing(c), input));
          return done(c, "days");
        },
        again: settingsPage,
      }),
      form(settingsPaths.holiday, mayChangeSettings, {
        name: "holiday",
        schema: HolidayForm,
        async save(c, { what, to, ...grounds }) {
          if (what === "move" && !to) throw new InvalidInput([{ path: "to", code: "text.required" }]);
          await c.var.db.write(async (tx) => {
            if (what === "confirm") await confirmDayOff(tx, doing(c), grounds);
            else if (what === "remove") await removeDayOff(tx, doing(c), grounds);
            else await moveDayOff(tx, doing(c), { ...grounds, to });
          });
          return done(c, "days");
        },
        again: settingsPage,
      }),
      form(settingsPaths.dayBack, mayChangeSettings, {
        name: "day-back",
        schema: v.object({ day: v.pipe(v.string(), isoDate), ...ReasonForm }),
        async save(c, { day, reason }) {
          await c.var.db.write((tx) => withdrawDay(tx, doing(c), day, reason));
          return done(c, "days");
        },
        again: settingsPage,
      }),
      form(settingsPaths.order, mayChangeSettings, {
        name: "order",
        schema: v.object({
          body: v.pipe(v.string(), v.uuid()),
          people: v.union([
            v.array(v.pipe(v.string(), v.uuid())),
            v.pipe(
              v.string(),
              v.uuid(),
              v.transform((id) => [id]),
            ),
          ]),
          /** The order that the list showed when it was opened. */
          was: v.optional(v.string(), ""),
          move: v.optional(v.string()),
        }),
        async save(c, { body, people, was, move }) {
          const today = dayIn(c.var.now);
          await c.var.db.write(async (tx) => {
            await checkMayOrder(tx, c.var.actor, body);
            const meant = await inOrderOfNow(tx, { body, people, was, today });
            await orderMembers(tx, doing(c), { bodyId: body, people: movedOrder(meant, move), today });
          });
          return done(c, "order");
        },
        again: settingsPage,
      }),
      form(settingsPaths.modules, mayChangeSettings, {
        name: "modules",
        schema: Anything,
        standing: ({ data }, { module }) =>
          moduleNames.some((name) => name === module) ? moduleValues(data as SettingsData, module as ModuleName) : {},
        async save(c, input) {
          await c.var.db.write((tx) => switchOff(tx, doing(c), input as never));
          return done(c, "modules");
        },
        again: settingsPage,
      }),
      form(settingsPaths.moduleOn, mayChangeSettings, {
        name: "module-on",
        schema: Anything,
        async save(c, input) {
          await c.var.db.write((tx) => switchOn(tx, doing(c), input as never));
          return done(c, "modules");
        },
        again: settingsPage,
      }),
      form(settingsPaths.domain, mayChangeSettings, {
        name: "domain",
        schema: HostForm,
        async save(c, { host }) {
          await c.var.db.write((tx) => wishDomain(tx, doing(c), host, config.baseDomain));
          return done(c, "domain");
        },
        again: settingsPage,
      }),
      form(settingsPaths.domainCheck, mayChangeSettings, {
        name: "domain-check",
        schema: HostForm,
        async save(c, { host }) {
          const { own } = await c.var.db.read((tx) => findDomains(tx, hosts, c.var.tenant));
          await checkDomain(c.var.db, dns, doing(c), { host, ours: own });
          return done(c, "domain");
        },
        again: settingsPage,
      }),
      form(settingsPaths.domainDrop, mayChangeSettings, {
        name: "domain-drop",
        schema: HostForm,
        async save(c, { host }) {
          const wish = { host, isActive: await isActive(c, host) };
          await c.var.db.write((tx) => dropDomain(tx, doing(c), wish));
          return done(c, "domain");
        },
        again: settingsPage,
      }),
    ],
    places: settingsSections.map((name) => ({
      path: settingsPath,
      policy: mayChangeSettings,
      anchor: `${name}-section`,
      label: (locale) => phrases(locale, "settings")(`section_${name}`),
      within: (locale) => phrases(locale, "settings")("title"),
    })),
    navigation: [
      {
        path: settingsPath,
        policy: mayReadSettings,
        group: "running",
        order: 90,
        label: (locale) => phrases(locale, "settings")("title"),
      },
    ],
  };
};
