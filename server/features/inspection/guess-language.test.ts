import { expect, it } from "vitest";
import { guessLanguage } from "./guess-language.ts";

const albanian =
  "Në mbështetje të nenit 54 të ligjit nr. 139/2015 “Për vetëqeverisjen vendore”, i ndryshuar, Këshilli Bashkiak vendosi miratimin e buxhetit për vitin 2026 dhe ngarkon Kryetarin e Bashkisë për zbatimin e tij.";
const english =
  "The Municipal Council adopted the budget of the year 2026 and asks the Mayor to carry it out, in accordance with the law on local self-government, which is in force from the day of its publication.";

it("A decision is Albanian by its small words, also where a scanner lost the marks of the letters", () => {
  expect(guessLanguage(albanian)).toBe("sq");
  expect(guessLanguage(albanian.normalize("NFD").replace(/\p{M}/gu, ""))).toBe("sq");
});

it("A translation is English", () => expect(guessLanguage(english)).toBe("en"));
it("A paper with both texts is in both languages", () => expect(guessLanguage(`${albanian} ${english}`)).toBe("mul"));
it("What has no sentences tells no language", () => {
  expect(guessLanguage("2026 12.500 lekë")).toBeNull();
  expect(guessLanguage("")).toBeNull();
});
