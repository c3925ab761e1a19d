import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import { renameCouncil } from "../../db/council-names.ts";
import type { TenantNames } from "../../db/registry-db.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { parsed } from "../../http/validated.ts";
import type { Locale } from "../../locale.shared.ts";
import { mayDecideApproval } from "../accounts/policies.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import {
  ApprovalChange,
  BroadcastChange,
  ColourChange,
  ContactsChange,
  DataOfficerChange,
  EmblemChange,
  LanguagesChange,
  MediaChange,
  NamesChange,
  type Network,
  NumberingChange,
  networks,
  SocialChange,
} from "./changes.schema.ts";
import { emblemNames, emblemOf } from "./emblems.ts";
import { requireOffered } from "./modules.service.ts";
import { standingEmblem } from "./section-values.shared.ts";
import { approvalIsCouncils, emblemChanged, emblemUnknown } from "./settings.errors.ts";
import { findBroadcast } from "./settings.queries.ts";
import { Contacts, type Theme } from "./settings.schema.ts";
import { requireReadable } from "./theme.ts";

/** The council's settings, held so that two sections saved at once come one after the other. */
const lockSettings = (tx: TenantTx) =>
  tx
    .selectFrom("tenant_settings")
    .select(["languages", "theme", "contacts", "numbering", "approval"])
    .forUpdate()
    .executeTakeFirstOrThrow();

const store = (tx: TenantTx, by: Doing, values: object) =>
  tx
    .updateTable("tenant_settings")
    .set({ ...values, updated_at: by.now })
    .execute();

/** Records a change of one section; nothing where nothing changed. */
async function recordSection(tx: TenantTx, by: Doing, section: string, before: object, after: object) {
  await recordChange(tx, by, "settings.changed", "settings", section, before, after);
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * The council's names, which every page, feed and file carries.
 * @throws `InvalidInput`
 */
export async function changeNames(tx: TenantTx, by: Doing, given: NamesChange): Promise<void> {
  const names: TenantNames = parsed(NamesChange, given);
  const before = await renameCouncil(tx, names);
  if (isSame(before, names)) return;
  await raiseVersion(tx, "settings");
  await recordSection(tx, by, "names", before, names);
}

/** Puts some of the contacts in the place of those before, and leaves the others. */
async function changePart(tx: TenantTx, by: Doing, section: string, change: Partial<Contacts>) {
  const { contacts } = await lockSettings(tx);
  const names = Object.keys(change) as (keyof Contacts)[];
  const before = Object.fromEntries(names.map((name) => [name, contacts[name]]));
  // What is unknown leaves no trace: JSON drops it.
  const after = parsed(Contacts, JSON.parse(json({ ...contacts, ...change })));
  if (isSame(contacts, after)) return;
  await store(tx, by, { contacts: json(after) });
  await raiseVersion(tx, "settings");
  await recordSection(tx, by, section, before, change);
}

/**
 * How the council is reached, and what stands under its name.
 * @throws `InvalidInput`
 */
export async function changeContacts(tx: TenantTx, by: Doing, given: ContactsChange): Promise<void> {
  const { address, phone, email, hours, municipalityWebsite, units, seats, term } = parsed(ContactsChange, given);
  const known = { address, phone, email, hours, municipalityWebsite, seats, term } as Partial<Contacts>;
  await changePart(tx, by, "contacts", { ...known, units: units.length > 0 ? units : undefined });
}

/**
 * The council's accounts on social networks.
 * @throws `InvalidInput`
 */
export async function changeSocial(tx: TenantTx, by: Doing, given: SocialChange): Promise<void> {
  const input = parsed(SocialChange, given);
  const { contacts } = await lockSettings(tx);
  const others = (contacts.social ?? []).filter(({ network }) => !networks.includes(network as Network));
  const named = networks.flatMap((network) => {
    const url = input[network] as string | undefined;
    return url ? [{ network, url }] : [];
  });
  const social = [...named, ...others];
  if (social.length > 0) await requireOffered(tx, "V.1.4");
  await changePart(tx, by, "social", { social });
}

/**
 * Whom journalists reach.
 * @throws `InvalidInput`
 */
export async function changeMedia(tx: TenantTx, by: Doing, given: MediaChange): Promise<void> {
  await changePart(tx, by, "media", { media: parsed(MediaChange, given) as Contacts["media"] });
}

/**
 * Who answers for the protection of personal data.
 * @throws `InvalidInput`
 */
export async function changeDataOfficer(tx: TenantTx, by: Doing, given: DataOfficerChange): Promise<void> {
  await changePart(tx, by, "dataOfficer", { dataOfficer: parsed(DataOfficerChange, given) as Contacts["dataOfficer"] });
}

async function changeTheme(tx: TenantTx, by: Doing, section: string, change: Partial<Theme>) {
  const { theme } = await lockSettings(tx);
  const after = { ...theme, ...change };
  if (isSame(theme, after)) return;
  await store(tx, by, { theme: json(after) });
  await raiseVersion(tx, "settings");
  await recordSection(tx, by, section, theme, after);
}

/**
 * The council's colour, from which all others follow.
 * @throws `InvalidInput`, `settings.low_contrast` with the nearest shade that can be read
 */
export async function changeColour(tx: TenantTx, by: Doing, given: ColourChange): Promise<void> {
  const { brand } = parsed(ColourChange, given);
  requireReadable({ brand });
  await changeTheme(tx, by, "colours", { brand });
}

/**
 * One of the emblems that every council may take; its own, if it had one, is given up.
 * @throws `InvalidInput`, `settings.emblem_unknown`
 */
export async function takeEmblem(tx: TenantTx, by: Doing, given: EmblemChange): Promise<void> {
  const { emblem } = parsed(EmblemChange, given);
  if (!emblemNames.includes(emblem)) throw emblemUnknown();
  await changeTheme(tx, by, "emblem", { emblem, picture: undefined });
}

/**
 * The council's own emblem; its file must be among the council's.
 * @param seen which emblem stood when this one was chosen; `null` where nobody looked
 * @throws `meanwhile.emblem` where somebody has set another since
 */
export async function setPicture(
  tx: TenantTx,
  by: Doing,
  picture: NonNullable<Theme["picture"]>,
  seen: string | null = null,
): Promise<void> {
  const { theme } = await lockSettings(tx);
  const isWhatStands = theme.picture?.sha256 === picture.sha256;
  if (seen !== null && seen !== standingEmblem(emblemOf(theme)) && !isWhatStands) throw emblemChanged();
  await changeTheme(tx, by, "emblem", { picture });
}

/** In which languages the site is. */
export async function changeLanguages(tx: TenantTx, by: Doing, given: LanguagesChange): Promise<void> {
  const { english } = parsed(LanguagesChange, given);
  const languages: Locale[] = english ? ["sq", "en"] : ["sq"];
  const { languages: before } = await lockSettings(tx);
  if (isSame(before, languages)) return;
  await store(tx, by, { languages });
  await raiseVersion(tx, "settings");
  await recordSection(tx, by, "languages", { languages: before }, { languages });
}

/**
 * Whether acts are numbered anew each year or through the term. Numbers that were given stay.
 * @throws `InvalidInput`
 */
export async function changeNumbering(tx: TenantTx, by: Doing, given: NumberingChange): Promise<void> {
  const change = parsed(NumberingChange, given);
  const { numbering } = await lockSettings(tx);
  const after = { ...numbering, ...change };
  if (isSame(numbering, after)) return;
  await store(tx, by, { numbering: json(after) });
  await raiseVersion(tx, "settings", "acts");
  await recordSection(tx, by, "numbering", numbering, after);
}

/**
 * Whether what editors prepare waits for a publisher. What is waiting already goes on waiting.
 * @throws `settings.approval_is_councils` to operators
 */
export async function changeApproval(tx: TenantTx, by: Doing, given: ApprovalChange): Promise<void> {
  if (!mayDecideApproval(by.actor)) throw approvalIsCouncils();
  const approval = parsed(ApprovalChange, given).approval === "on";
  const { approval: before } = await lockSettings(tx);
  if (before === approval) return;
  await store(tx, by, { approval });
  await recordSection(tx, by, "approval", { approval: before }, { approval });
}

/**
 * Where the meetings of the council's own body are streamed, and the most connections of one network to a meeting that
 * sits. A stream is the body's; without a body there is none.
 */
export async function changeBroadcast(tx: TenantTx, by: Doing, given: BroadcastChange): Promise<void> {
  const { stream = null, connections } = parsed(BroadcastChange, given);
  await lockSettings(tx);
  const before = await findBroadcast(tx);
  const after = { stream: before.body ? stream : null, connections };
  if (isSame({ stream: before.stream, connections: before.connections }, after)) return;
  await store(tx, by, { live_connections: connections });
  if (before.body)
    await tx
      .updateTable("bodies")
      .set({ stream_url: after.stream, updated_at: by.now })
      .where("id", "=", before.body)
      .execute();
  // Meetings show the stream; how many may watch is read with the settings.
  await raiseVersion(tx, "settings", "meetings");
  await recordSection(tx, by, "broadcast", { stream: before.stream, connections: before.connections }, after);
}
