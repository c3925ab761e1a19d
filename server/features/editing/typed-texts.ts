import { type Locale, locales } from "../../locale.shared.ts";
import { typedValues } from "../../workspace/form-route.ts";
import type { WorkspaceContext } from "../../workspace/scope.ts";
import { inLanguage, type ToldText } from "./told-text.ts";

/** “Arsyeja (shqip)” */
export const withLanguage = ({ var: { locale } }: WorkspaceContext, label: string, language: Locale): string =>
  inLanguage(locale, label, language);

/** What was typed into texts of the form that was sent: by their names without the language, with what they are called. */
export async function typedTexts(c: WorkspaceContext, names: Readonly<Record<string, string>>): Promise<ToldText[]> {
  const values = await typedValues(c);
  return Object.entries(names).flatMap(([name, label]) =>
    locales.map((language): ToldText => {
      const field = `${name}.${language}`;
      return [field, withLanguage(c, label, language), [values[field] ?? ""].flat()[0]!];
    }),
  );
}

/** The mark of what somebody has looked at, as the form says it. */
export const looked = async (c: WorkspaceContext): Promise<string | null> =>
  [(await typedValues(c)).persons ?? ""].flat()[0] || null;
