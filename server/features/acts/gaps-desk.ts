import * as v from "valibot";
import { readQuery, typedText } from "../../http/list-query.ts";
import { phrases } from "../../http/phrases.ts";
import { atFields } from "../../workspace/at-fields.ts";
import { page, type WorkspaceRoute } from "../../workspace/feature.ts";
import { numberOrNone, requiredText, typedInBoth } from "../../workspace/form-fields.schema.ts";
import { form, typedValues } from "../../workspace/form-route.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import type { TypedValues } from "../../workspace/typed-values.ts";
import { mayEdit, maySeeDrafts } from "../accounts/policies.ts";
import { checkTexts } from "../editing/persons.service.ts";
import { checkMayChange, mayChangeAsItStands } from "../editing/public-changes.ts";
import { looked, typedTexts } from "../editing/typed-texts.ts";
import type { ActType } from "./acts.shared.ts";
import { readBefore } from "./gap-meanwhile.ts";
import { gapKey, gapsPath } from "./gaps-desk.shared.ts";
import { explainOpenGap } from "./numbering.service.ts";
import { type DeskGap, findDeskGaps, isUnexplained } from "./open-numbers.queries.ts";

const edits = (actor: Parameters<typeof mayEdit>[0]) => mayEdit(actor, "act");
/** What the register says of its numbers is public as soon as it is written. */
const asPublic = { state: "published" } as const;

/** The gap that the address names, or the one whose form came back. */
const askedOf = (c: WorkspaceContext, typed?: TypedValues): string | null =>
  typed
    ? gapKey({ type: String(typed.type ?? ""), series: String(typed.series ?? ""), from: Number(typed.gap) })
    : readQuery({ gap: typedText }, new URL(c.req.url).searchParams, ["done"]).gap;

async function load(c: WorkspaceContext, typed?: TypedValues) {
  const { db, locale, now, actor } = c.var;
  const words = phrases(locale, "matters");
  const asked = askedOf(c, typed);
  c.set("here", gapsPath);
  return db.read(async (tx) => {
    const gaps = await findDeskGaps(tx, now);
    const told = (gap: DeskGap) => ({
      ...{ key: gapKey(gap), type: gap.type, series: gap.series, from: gap.from, to: gap.to },
      ...{ word: words(`type.${gap.type}`), reason: gap.reason, url: gap.url?.[locale] ?? null, holder: gap.holder },
    });
    const asking = gaps.find((gap) => gapKey(gap) === asked && !gap.url && !gap.holder);
    return {
      // Those that wait for a word first, each part in the order of the register.
      gaps: gaps.map(told).toSorted((one, other) => Number(isSilent(other)) - Number(isSilent(one))),
      unexplained: gaps.filter(isUnexplained).length,
      asked: asking ? told(asking) : null,
      isGone: asked !== null && !asking,
      mayChange: edits(actor) && (await mayChangeAsItStands(tx, actor, asPublic, "act")),
    };
  });
}
const isSilent = (gap: { reason: unknown; url: unknown; holder: unknown }) => !gap.reason && !gap.url && !gap.holder;
export type GapsData = Awaited<ReturnType<typeof load>>;

const gapsPage = async (c: WorkspaceContext, typed?: TypedValues): Promise<Shown> => ({
  view: "acts/gaps-page",
  data: await load(c, typed),
});

const GapForm = v.object({
  type: requiredText,
  series: requiredText,
  /** The first number of the gap as it stood on the page, by which its form is known again. */
  gap: v.optional(v.string(), ""),
  from: numberOrNone,
  to: numberOrNone,
  reason: v.pipe(
    typedInBoth,
    v.transform((text) => text ?? { sq: "", en: null }),
  ),
});

const places = {
  fields: { reason: "reason.sq", "": "from" },
  failures: { "acts.not_a_gap": "from", "acts.no_such_gap": "from", "acts.gap_too_wide": "to" },
};

/** The numbers that no act has, and the form in which somebody says why. */
export const gapsRoutes: readonly WorkspaceRoute[] = [
  page(
    gapsPath,
    (actor) => maySeeDrafts(actor, "act"),
    (c) => gapsPage(c),
  ),
  form(gapsPath, edits, {
    name: "gap",
    schema: GapForm,
    async save(c, { type, series, from, to, reason }) {
      const gap = { type: type as ActType, series, from: from ?? 0, to: to ?? from, reason };
      const replaces = readBefore(await typedValues(c));
      await atFields(places, () =>
        c.var.db.write(async (tx) => {
          await checkMayChange(tx, c.var.actor, asPublic, "act");
          await explainOpenGap(tx, doing(c), gap, replaces);
          const texts = await typedTexts(c, { reason: phrases(c.var.locale, "gaps")("reason") });
          await checkTexts(tx, doing(c), ["act-number", `${type} ${series} ${gap.from}`], texts, await looked(c));
        }),
      );
      return `${gapsPath[c.var.locale]}?done=explained`;
    },
    again: gapsPage,
  }),
];
