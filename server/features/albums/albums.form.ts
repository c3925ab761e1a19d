import { phrases } from "../../http/phrases.ts";
import { type FormOf, group, hidden, inBoth, line, lines, plain, required, rows } from "../editing/form-fields.ts";

export const albumForm: FormOf = async ({ locale, input }) => {
  const t = phrases(locale, "forms");
  return {
    fields: [
      group(t("album_what"), [
        line("title", t("title"), { ...inBoth, ...required, maximum: 300 }),
        plain("day", "date", t("date"), required),
        lines("summary", t("summary"), { ...inBoth, maximum: 1_000 }),
      ]),
      ...(input
        ? [
            rows("photos", t("photos"), {
              ...{ add: "", one: t("photo"), hint: t("photos_hint"), ofPhotos: true },
              fields: [
                hidden("id"),
                lines("caption", t("caption"), { ...inBoth, ...required, maximum: 500 }),
                lines("alternative", t("alternative"), {
                  ...inBoth,
                  ...required,
                  maximum: 500,
                  hint: t("alternative_hint"),
                }),
              ],
            }),
          ]
        : []),
    ],
    lists: {},
  };
};
