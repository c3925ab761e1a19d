import type { TenantTx } from "../../../db/tenant-db.ts";
import { phrases } from "../../../http/phrases.ts";
import { numericDay } from "../../../local-time.ts";
import type { Locale } from "../../../locale.shared.ts";
import { actUrl, draftActUrl } from "../../elements/item-urls.shared.ts";
import { documentsOf, type Source, said, saidInHtml, yearOf } from "../source.ts";
import { isPublicAt, publishedAfter, willBePublic } from "./standing.ts";

interface Numbered {
  type: "decision" | "ordinance" | "resolution";
  number: number;
  adopted_on: string;
}
/** How an act is called besides its title: “Vendim nr. 112, datë 12.02.2026”, “VKB 112/2026”. */
export function actNames({ type, number, adopted_on }: Numbered, locale: Locale): string[] {
  const year = adopted_on.slice(0, 4);
  const named = phrases(locale, "acts")("named", {
    type: phrases(locale, "matters")(`type.${type}`),
    number,
    date: numericDay(adopted_on),
  });
  return [named, type === "decision" && locale === "sq" ? `VKB ${number}/${year}` : `${number}/${year}`];
}

const findActs = (tx: TenantTx, ids: readonly string[]) =>
  tx
    .selectFrom("acts as t")
    .where(willBePublic)
    .where("t.id", "in", ids)
    .select(["t.id", "t.slug", "t.type", "t.number", "t.title", "t.summary", "t.body"])
    .select(["t.legal_basis", "t.subject", "t.body_id", "t.adopted_on", "t.public_from"])
    .execute();

export const acts: Source = {
  name: "act",
  batch: 100,
  idsAfter: publishedAfter("acts"),
  async documents(tx, ids) {
    const rows = await findActs(tx, ids);
    return rows.flatMap((act) =>
      documentsOf({
        subject: `act:${act.id}`,
        kind: "act",
        url: actUrl(act.slug),
        title: act.title,
        names: (locale) => actNames(act, locale),
        texts: (locale) => [
          said(act.summary, locale),
          saidInHtml(act.body, locale),
          saidInHtml(act.legal_basis, locale),
        ],
        date: act.adopted_on,
        year: yearOf(act.adopted_on),
        body: act.body_id,
        topic: act.subject,
        visibleFrom: act.public_from!,
      }),
    );
  },
  async shown(tx, found, now) {
    const ids = found.map(({ id }) => id);
    const rows = await tx
      .selectFrom("acts as t")
      .where(isPublicAt(now))
      .where("t.id", "in", ids)
      .select(["t.id", "t.type", "t.number", "t.adopted_on"])
      .execute();
    return new Map(
      rows.map((act) => [act.id, { beside: { sq: actNames(act, "sq")[0]!, en: actNames(act, "en")[0]! } }]),
    );
  },
};

export const draftActs: Source = {
  name: "draft_act",
  batch: 100,
  idsAfter: publishedAfter("draft_acts"),
  async documents(tx, ids) {
    const rows = await tx
      .selectFrom("draft_acts as t")
      .where(willBePublic)
      .where("t.id", "in", ids)
      .select(["t.id", "t.slug", "t.type", "t.title", "t.summary", "t.body", "t.reasons", "t.expected_effect"])
      .select(["t.subject", "t.proposer_body_id", "t.registered_on", "t.protocol_number", "t.public_from"])
      .execute();
    return rows.flatMap((draft) =>
      documentsOf({
        subject: `draft_act:${draft.id}`,
        kind: "draft_act",
        url: draftActUrl(draft.slug),
        title: draft.title,
        names: (locale) => [phrases(locale, "matters")(`draft.${draft.type}`), draft.protocol_number],
        texts: (locale) => [
          said(draft.summary, locale),
          saidInHtml(draft.body, locale),
          saidInHtml(draft.reasons, locale),
          saidInHtml(draft.expected_effect, locale),
        ],
        date: draft.registered_on,
        year: yearOf(draft.registered_on),
        body: draft.proposer_body_id,
        topic: draft.subject,
        visibleFrom: draft.public_from!,
      }),
    );
  },
  async shown(tx, found, now) {
    const ids = found.map(({ id }) => id);
    const rows = await tx
      .selectFrom("draft_acts as t")
      .where(isPublicAt(now))
      .where("t.id", "in", ids)
      .select(["t.id", "t.type"])
      .execute();
    return new Map(
      rows.map(({ id, type }) => [
        id,
        { beside: { sq: phrases("sq", "matters")(`draft.${type}`), en: phrases("en", "matters")(`draft.${type}`) } },
      ]),
    );
  },
};
