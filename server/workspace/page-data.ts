import type { InBoth } from "../features/elements/catalogue.shared.ts";
import type { Council } from "../features/settings/council.schema.ts";
import type { AskedPlace } from "../http/asks-first.ts";
import type { Locale } from "../locale.shared.ts";
import type { TypedValues } from "./typed-values.ts";

/** A form that was refused, with what was typed into it. */
export interface FormState {
  /** The form's name on the page. */
  name: string;
  /** The address to which it was sent, which tells forms of one name apart. */
  sentTo?: string;
  /** What is wrong as a whole. */
  title: string;
  /** What is wrong with single fields, by their names. */
  fields: readonly { path: string; message: string }[];
  /** What somebody should have looked at before it becomes public, and the mark by which they say that they have. */
  asks?: { mark: string; places: readonly AskedPlace[] };
  /** Whether nothing is wrong but that somebody else has changed the same since the form was opened. */
  isMeanwhile?: true;
  /** What they wrote, in words, of fields whose message has no room for it. */
  others?: Readonly<Record<string, string>>;
  /** Fields in which what they wrote can be taken, by `choose.` before the field's name. */
  takes?: readonly string[];
  values: TypedValues;
}

export interface NavigationLink {
  href: string;
  label: string;
  current: "page" | "true" | undefined;
}

/** All that the browser is given to draw a page of the workspace, in the document itself. */
export interface WorkspacePageData {
  view: string;
  locale: Locale;
  here: InBoth;
  /** `?…` or nothing: what stands behind `here` in the address. */
  asked: string;
  /** What was just done, as the address says it. */
  done: string | null;
  /** `null` in the operator's console. */
  council: Pick<Council, "names" | "emblem" | "emblemPicture" | "isExample" | "state"> | null;
  /** `null` before sign-in, and for an operator on a visit. */
  account: { id: string; name: string } | null;
  /** Of an operator who is in a council's workspace; `until` is an instant. */
  visit: { id: string; name: string; reason: string; until: string } | null;
  /** Whether letters reach nobody, since no mail server is set up. */
  isMailOff: boolean;
  navigation: readonly { label: string; links: readonly NavigationLink[] }[];
  /** What is looked for, on the page that shows what was found. */
  search: string;
  data: object;
  form: FormState | null;
}
