/** One of several values, in the reader's language. */
export interface FormChoice {
  value: string;
  label: string;
  /** What somebody should look at before it is published. */
  warnings?: readonly string[];
}

interface FieldBase {
  /** The way to its value in the input; `contacts.phone` lies in `contacts`. */
  name: string;
  label: string;
  hint?: string | undefined;
  required?: boolean | undefined;
}

/** Text of people: one line, several, or HTML. A localized one has a column for each language. */
export interface TextField extends FieldBase {
  kind: "line" | "lines" | "rich";
  localized?: boolean;
  /** Characters a language. */
  maximum?: number;
}
/** `instant` is a day and an hour in Tirana. */
export interface PlainField extends FieldBase {
  kind: "day" | "instant" | "number" | "link" | "email" | "phone" | "tags" | "yes";
}
export interface ChoiceField extends FieldBase {
  kind: "choice" | "choices";
  choices: readonly FormChoice[];
  /** What the choice is called that means nothing. */
  none?: string | undefined;
  /** Nothing is a value of its own, and not the lack of one. */
  isNullable?: boolean;
  /** The values are numbers. */
  isNumber?: boolean;
}
/** Something else of the council, from a list of the form that many fields share. */
export interface PickField extends FieldBase {
  kind: "pick";
  from: string;
  none?: string | undefined;
  isNullable?: boolean;
  /** Chosen once: what is chosen is only shown from then on. */
  isFixed?: boolean;
}
/** A value that does not change, and travels along. */
export interface FixedField extends FieldBase {
  kind: "fixed";
  value: string;
  shown: string | null;
}
/** Any number of things alike, in an order that can be changed. */
export interface RowsField extends FieldBase {
  kind: "rows";
  fields: readonly FormField[];
  /** What the button says that adds one, and what one is called. */
  add: string;
  one: string;
  /** The list holds plain values: those of this field. */
  only?: string;
  /** By which fields a row is known in one line; a long list is then folded, and its rows are opened one by one. */
  says?: readonly string[];
  /** Each row is about a photo, which is shown with it by its id. */
  ofPhotos?: boolean;
  /** Files may be dropped on the list: each becomes a row with the id of what it has become in this field. */
  takes?: { as: "document" | "picture"; field: string };
}
/** Fields under one heading. */
export interface FieldGroup {
  kind: "group";
  label: string;
  hint?: string | undefined;
  fields: readonly FormField[];
  /** Seldom filled in, and closed until somebody opens it or it holds something. */
  isSeldom?: boolean;
}
export type FormField = TextField | PlainField | ChoiceField | PickField | FixedField | RowsField | FieldGroup;

/** What stands in a form, by the names of its fields: `title.sq`, `items.r0.title.sq`. Rows are `r0`, `r1` … in their order. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** Lists that are too long to be read through: what is looked for is typed. */
export const searchedLists = ["people", "acts", "drafts", "items", "documents"] as const;
export type SearchedList = (typeof searchedLists)[number];
export const isSearched = (list: string): list is SearchedList => searchedLists.some((one) => one === list);

/** A whole form in the reader's language. */
export interface FormDescription {
  fields: readonly FormField[];
  /** What can be picked, by the name of the list. */
  lists: Readonly<Record<string, readonly FormChoice[]>>;
  /** Where files go without script, with the whole form; `null` where whoever asks may not send any. */
  upload?: string | null;
  /** What somebody without script looked for: in which field, and what was found. */
  sought?: { field: string; found: readonly FormChoice[] };
  /** Rows that are open though their list is folded, and fields in them, by their names: `items.r3`. */
  open?: readonly string[];
  /** Where the photos of its rows lie, by their ids. */
  photos?: string | undefined;
  /** What a new one begins with. */
  initial?: Readonly<Record<string, unknown>>;
}
