import type { EditedEntity } from "../../../server/features/editing/editing.paths.shared.ts";

type Typed = Readonly<Record<string, string>>;

export const inBoth = (name: string, sq: string, en: string) => ({ [`${name}.sq`]: sq, [`${name}.en`]: en });
const titled = (turn: number, name = "title") => inBoth(name, `Titulli ${turn}`, `Title ${turn}`);

const paragraph = "Këshilli miratoi buxhetin dhe caktoi afatet e zbatimit të tij. ";
/** As long as a page of a printed text. */
const text = `<p>${paragraph.repeat(45)}</p>`;

/** What the forms choose from. */
export interface Known {
  council: string;
  /** In the register of people. */
  person: string;
  /** Of pay, in force from 2001 to 2010. */
  rate: string;
}

export interface Kind {
  /** What the address of its empty form asks for. */
  begun?(turn: number): string;
  /** What somebody types into the empty form; each turn something that may stand beside the others. */
  typed(turn: number, known: Known): Typed;
  /** Which field of what stands somebody corrects. */
  corrected: string;
  /** What it corrects it to, where that is no text. */
  correctly?(turn: number, typed: Typed): string;
}

const matter = (turn: number) => ({ ...titled(turn), type: "decision", nature: "normative", subject: "services" });

/** How a secretary fills in the form of each kind. */
export const kinds: Readonly<Record<EditedEntity, Kind>> = {
  publication: {
    begun: () => "?element=V.1.1",
    typed: (turn) => ({ ...titled(turn), date: "2026-11-25", "fields.topic": "budget", "body.sq": text }),
    corrected: "summary.sq",
  },
  page: {
    // Each is there once: the one that stands was made before the first turn.
    begun: (turn) => (turn === 0 ? "?element=II.1.3" : "?element=II.1.2"),
    typed: () => ({ ...inBoth("content.lead", "Si kërkohet.", "How to ask."), "content.who.sq": text }),
    corrected: "content.lead.sq",
  },
  act: {
    typed: (turn, { council }) => ({
      ...{ ...matter(turn), bodyId: council, adoptedOn: "2026-11-24", "legalBasis.sq": "Ligji nr. 139/2015, neni 54" },
      "text.sq": text,
    }),
    corrected: "summary.sq",
  },
  draft_act: {
    typed: (turn) => ({
      ...{ ...matter(turn), registeredOn: "2026-11-02", proposerKind: "mayor", consultationRequired: "yes" },
      ...{ "body.sq": text, "reasons.sq": "<p>Kostot.</p>" },
    }),
    corrected: "summary.sq",
  },
  person: {
    typed: (turn) => ({ name: `Besa Gjoka ${turn}`, familyName: "Gjoka", "cv.sq": text }),
    corrected: "occupation.sq",
  },
  body: {
    typed: (turn) => ({ kind: "committee", ...inBoth("name", `Komisioni ${turn}`, `Committee ${turn}`) }),
    corrected: "duties.sq",
  },
  party: {
    typed: (turn) => ({
      ...inBoth("names.r0.name", `Partia ${turn}`, `Party ${turn}`),
      "names.r0.shortName": `P${turn}`,
    }),
    corrected: "colour",
    correctly: (turn) => `#0b5b${(16 + turn).toString(16)}`,
  },
  term: {
    typed: (turn) => ({ beginsOn: `${1700 + 5 * turn}-01-01`, endsOn: `${1704 + 5 * turn}-12-31`, seats: "31" }),
    corrected: "endsOn",
    correctly: (turn, { beginsOn }) => `${Number(beginsOn!.slice(0, 4)) + 4}-12-${20 + (turn % 9)}`,
  },
  election: {
    typed: (turn) => ({
      ...{ kind: "partial", heldOn: `${1900 + turn}-05-14`, seats: "31" },
      ...inBoth("lists.r0.name", "Lista 1", "List 1"),
      ...{ "lists.r0.shortName": "L1", "lists.r0.votes": "1000", "lists.r0.seats": "31" },
    }),
    corrected: "source.sq",
  },
  album: { typed: (turn) => ({ ...titled(turn), date: "2026-11-25" }), corrected: "summary.sq" },
  plan: {
    typed: (turn) => ({
      year: String(2030 + turn),
      ...{ ...titled(turn, "items.r0.title"), "items.r0.month": "3", "items.r0.type": "decision" },
      ...{ "items.r0.subject": "budget", "items.r0.proposerKind": "mayor" },
    }),
    corrected: "note.sq",
  },
  pay_month: {
    typed: (turn, { person, rate }) => ({
      ...{ year: String(2001 + Math.floor(turn / 12)), month: String((turn % 12) + 1) },
      ...{ "entries.r0.personId": person, "entries.r0.rateId": rate, "entries.r0.amount": "12000" },
    }),
    corrected: "note.sq",
  },
  pay_rate: {
    typed: (turn) => ({
      ...{ appliesTo: "member", basis: "month", amount: "12000" },
      ...inBoth("legalBasis", "Vendim", "Decision"),
      ...{ validFrom: `${1930 + turn}-01-01`, validTo: `${1930 + turn}-12-31` },
    }),
    corrected: "note.sq",
  },
};

/** What readers have on no page of its own: there is nothing to be shown before. */
export const withoutPage: readonly EditedEntity[] = ["party", "term"];
