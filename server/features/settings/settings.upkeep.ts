import { linkFields, type Upkept } from "../upkeep/upkept.ts";

/** The one row that a council always has, in place of an id. */
export const settingsId = "00000000-0000-0000-0000-000000000001";

/** The links in the foot of every page. */
export const settingsUpkeep: Upkept = {
  entity: "settings",
  async read(tx, _now, which) {
    const isAsked = "ids" in which ? which.ids.includes(settingsId) : which.after < settingsId;
    if (!isAsked) return [];
    const { contacts } = await tx.selectFrom("tenant_settings").select("contacts").executeTakeFirstOrThrow();
    return [
      {
        id: settingsId,
        title: { sq: "Kontaktet e këshillit", en: "The council’s contacts" },
        url: { sq: "/", en: "/en/" },
        links: {
          "contacts.municipalityWebsite": contacts.municipalityWebsite,
          ...linkFields("contacts.social", contacts.social),
        },
        inEnglish: true,
      },
    ];
  },
};
