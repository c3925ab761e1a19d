import type { meetingNames as english } from "../en/meeting-names.ts";

export const meetingNames = {
  of_body: "{{kind}}: {{body}}",
  "of_council.ordinary": "Mbledhje e radhës e Këshillit",
  "of_council.extraordinary": "Mbledhje e jashtëzakonshme e Këshillit",
  "of_council.constitutive": "Mbledhja e parë e Këshillit",
  "of_council.joint": "Mbledhje e përbashkët me Këshillin",
  "of_council.hearing": "Dëgjesë publike e Këshillit",
  "of_council.consultation": "Konsultim publik i Këshillit",
  "of_council.event": "Ngjarje e Këshillit",
  "of_council.ceremony": "Ceremoni e Këshillit",
} satisfies Record<keyof typeof english, string>;
