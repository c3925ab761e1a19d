import type { operator as english } from "../../en/workspace/operator.ts";

export const operator = {
  name: "e-Këshilli",
  issuer: "e-Këshilli, operatori",
  councils: "Këshillat",
  councils_lead: "Të gjitha këshillat që shërben portali. Në hapësirën e punës së secilit hyni vetëm me një arsye.",
  no_councils: "Ende nuk është shtuar asnjë këshill.",
  done_welcome: "Llogaria juaj është gati.",
  "state.live": "I hapur",
  "state.onboarding": "Në ngritje",
  "state.suspended": "I mbyllur përkohësisht",
  example: "Shembull",
  enter: "Hyrja në hapësirën e punës",
  enter_text:
    "Këshilli sheh në auditin e vet se keni hyrë, kur, pse dhe deri kur, si dhe emrin tuaj pranë çdo ndryshimi që bëni. Dilni më së voni pas një ore.",
  enter_suspended: "Faqja është e mbyllur përkohësisht, e bashkë me të edhe hapësira e punës.",
  reason: "Pse hyni",
  reason_hint: "Një fjali që sekretari do ta kuptojë: kush e kërkoi dhe për çfarë.",
  enter_send: "Vazhdoni",
  onward: "Kalimi është gati",
  onward_lead: "Vlen një herë të vetme, brenda dy minutave dhe vetëm në këtë këshill. Si arsye keni dhënë:",
  onward_send: "Kaloni te: {{council}}",
  hand_over: "Po hyni si operator",
  hand_over_lead: "{{name}}, si arsye keni dhënë:",
  hand_over_until:
    "Mund të punoni këtu deri në orën {{time}}. Çdo ndryshim që bëni mban në audit emrin tuaj dhe këtë arsye.",
  hand_over_send: "Hyni",
} satisfies Record<keyof typeof english, string>;
