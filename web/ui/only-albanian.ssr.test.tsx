import { expect, it } from "vitest";
import { useLocalized } from "../lib/localized.ts";
import { rendered } from "../testing/rendered.tsx";
import { OnlyAlbanian } from "./only-albanian.tsx";

const both = { sq: "Ujë", en: "Water" };
const albanian = { sq: "Ujë", en: "" };

function Title(props: { text: { sq: string; en?: string } }) {
  const { say, lang } = useLocalized();
  return <b lang={lang(props.text)}>{say(props.text)}</b>;
}

it("tells readers of English where a text is Albanian, and their screen reader how to pronounce it", () => {
  expect(rendered("en", () => <OnlyAlbanian texts={[both, null, albanian]} />)).toContain("in Albanian only");
  expect(rendered("en", () => <Title text={albanian} />)).toMatch(/lang="sq"[^>]*>Ujë/);
});

it("says nothing of it where the text is in the reader's language", () => {
  for (const [locale, text] of [
    ["en", both],
    ["sq", both],
    ["sq", albanian],
  ] as const) {
    expect(rendered(locale, () => <OnlyAlbanian texts={[text, undefined]} />)).not.toContain("note");
    expect(rendered(locale, () => <Title text={text} />)).not.toContain("lang=");
  }
});
