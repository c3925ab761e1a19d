import type { TenantTx } from "../../db/tenant-db.ts";
import type { ContentArea } from "../../http/scope.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";

/** What a cell holds. `date` is `YYYY-MM-DD`, `instant` ISO 8601, `money` whole lekë, `link` an absolute address. */
export type CellKind = "text" | "integer" | "number" | "money" | "date" | "instant" | "boolean" | "choice" | "link";
export type Cell = string | number | boolean | null | undefined;

/** Where a row is told: its language, and the site's address for links. */
export interface Telling {
  locale: Locale;
  /** Absolute, without a closing slash. */
  origin: string;
}

/** A column of a register's table. Its name is the code's own, so that programs can rely on it. */
export interface RegisterColumn<Row> {
  /** `snake_case` */
  name: string;
  kind: CellKind;
  label: InBoth;
  /** What the values of a `choice` mean; its table has a second column `<name>_label`. */
  choices?: readonly { value: string; label: InBoth }[];
  value(row: Row, telling: Telling): Cell;
}

/** The two columns of a text, `<name>_sq` and `<name>_en`. */
export const textColumns = <Row>(
  name: string,
  label: InBoth,
  text: (row: Row) => LocalizedText | null | undefined,
): RegisterColumn<Row>[] => [
  {
    name: `${name}_sq`,
    kind: "text",
    label: { sq: `${label.sq} (shqip)`, en: `${label.en} (Albanian)` },
    value: (row) => text(row)?.sq,
  },
  {
    name: `${name}_en`,
    kind: "text",
    label: { sq: `${label.sq} (anglisht)`, en: `${label.en} (English)` },
    value: (row) => text(row)?.en,
  },
];

/**
 * A register as open data: at its page's address with `.csv`, `.xlsx` and `.json`, narrowed by the same query as the page,
 * with the schema of its columns, the licence and the instant of its last change.
 */
export interface Register<Filters, Row> {
  /** Names it among the registers: `acts`. */
  name: string;
  title: InBoth;
  /** One sentence about what a row is. */
  description: InBoth;
  /** Paths of its page, without an ending. */
  path: InBoth;
  /** Whose versions tell that it has changed. */
  areas: readonly ContentArea[];
  columns: readonly RegisterColumn<Row>[];
  /** Reads the query as the page does, without `page`. @throws as `readQuery` */
  filters(query: URLSearchParams): Filters;
  total(tx: TenantTx, filters: Filters, now: Date): Promise<number>;
  /** At most `size` rows in the register's order, after this one; each batch is a transaction of its own. */
  batch(tx: TenantTx, filters: Filters, now: Date, after: Row | null, size: number): Promise<Row[]>;
  /**
   * How many rows there are without filters and when one last changed, where that is known more exactly than by its areas,
   * or for several registers at once.
   */
  whole?(tx: TenantTx, now: Date): Promise<{ total: number; changedAt: Date | null }>;
  /** More than the columns hold, for the JSON; else that has the columns. */
  item?(row: Row, telling: Telling): object;
  /** What the JSON says of the register beside its columns. */
  about?: object;
  /** The filters as they were asked for, where they are held otherwise. */
  asked?(filters: Filters): object;
}
/** Registers of different rows stand in one list. */
// biome-ignore lint/suspicious/noExplicitAny: each register fits itself alone, which is all that is asked of it
export type AnyRegister = Register<any, any>;
