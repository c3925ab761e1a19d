import type { Locale } from "../locale.shared.ts";
import { AppError } from "./errors.ts";

/** Something to look at, in the words of whoever looks. */
export interface AskedPlace {
  /** The field of the form in which it stands, by its name. */
  field: string;
  /** Where it is changed, if it stands in another form. */
  href?: string | undefined;
  label: string;
  what: string;
  /** Nothing was found there, but nobody could look. */
  isUnseen: boolean;
}

/**
 * A refusal that is a question: something is about to become public that somebody should have looked at. Whoever has
 * looked sends its mark back, and is not asked again.
 */
export abstract class AsksFirst extends AppError {
  abstract readonly mark: string;
  abstract asks(locale: Locale): AskedPlace[];
}
