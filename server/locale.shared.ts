export const locales = ["sq", "en"] as const;
export type Locale = (typeof locales)[number];
/** Text that people read. Albanian is required; English falls back to it and the page says so. */
export interface LocalizedText {
  sq: string;
  en?: string | null;
}
