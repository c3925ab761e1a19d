import type { ActNature, ActType, ProposerKind, Subject } from "../features/acts/acts.shared.ts";
import type { LocalizedText } from "../locale.shared.ts";

/** Of invented people. */
export const givenNames = {
  female:
    "Arta Blerina Drita Elira Fatime Genta Hana Ilda Jonida Klea Lindita Mirela Nora Orjeta Pranvera Rovena Silva Teuta Valbona Zana".split(
      " ",
    ),
  male: "Agron Besnik Çlirim Dritan Edon Fatos Gëzim Hasan Ilir Jeton Kujtim Luan Mentor Naim Olsi Petrit Rezart Skënder Taulant Ylli".split(
    " ",
  ),
} as const;
export const familyNames =
  "Arapi Balla Cani Dervishi Elezi Frashëri Gjata Hoxhaj Ismaili Jashari Kasa Lika Meta Ndreu Osmani Prifti Qosja Rama Shehu Tafa Uruçi Vata Xhafa Ymeri Zeneli Bardhi Çela Duka Gega Hysa Koka Leka Muça Noka Pasha Rusi Sula Toska Veliu Zeka".split(
    " ",
  );

export interface PartyWords {
  short: string;
  name: LocalizedText;
  colour: string;
}
export const parties: readonly PartyWords[] = [
  { short: "LQ", name: { sq: "Lëvizja Qytetare", en: "Civic Movement" }, colour: "#8a2b3a" },
  { short: "AD", name: { sq: "Aleanca Demokratike Vendore", en: "Local Democratic Alliance" }, colour: "#1d4f91" },
  { short: "PG", name: { sq: "Partia e Gjelbër Vendore", en: "Local Green Party" }, colour: "#2f6b35" },
  { short: "BF", name: { sq: "Bashkimi për Fshatin", en: "Union for the Villages" }, colour: "#8a6412" },
  { short: "RE", name: { sq: "Rinia e Re", en: "New Youth" }, colour: "#5b3a8a" },
];

export const committees: readonly LocalizedText[] = [
  { sq: "Komisioni për financat, buxhetin dhe pronën publike", en: "Committee on Finance, Budget and Public Property" },
  { sq: "Komisioni për shërbimet publike", en: "Committee on Public Services" },
  { sq: "Komisioni për çështjet sociale dhe barazinë gjinore", en: "Committee on Social Affairs and Gender Equality" },
  { sq: "Komisioni për planifikimin e territorit", en: "Committee on Territorial Planning" },
  { sq: "Komisioni për arsimin, kulturën dhe rininë", en: "Committee on Education, Culture and Youth" },
  { sq: "Komisioni ligjor dhe i mandateve", en: "Committee on Legal Matters and Mandates" },
];
export const boards: readonly LocalizedText[] = [
  { sq: "Bordi këshillimor për buxhetin", en: "Advisory Board on the Budget" },
  { sq: "Komiteti i qytetarëve për mjedisin", en: "Citizens’ Committee on the Environment" },
];
export const villages = "Arëz Bregas Drinasi Fushaj Gurras Kodras Lugaj Malësi".split(" ");
export const neighbourhoods = ["Lagjja Nr. 1", "Lagjja Nr. 2", "Lagjja Nr. 3", "Lagjja Nr. 4", "Lagjja Nr. 5"];

export interface ActWords {
  title: LocalizedText;
  subject: Subject;
  nature: ActNature;
  type?: ActType;
  proposer: ProposerKind;
}
const act = (
  subject: Subject,
  nature: ActNature,
  sq: string,
  en: string,
  proposer: ProposerKind = "mayor",
  type?: ActType,
): ActWords => ({ title: { sq, en }, subject, nature, proposer, type });

/** What councils decide, month by month; `{muaji}`, `{viti}`, `{nr}`, `{vendi}` are filled in. */
export const actWords: readonly ActWords[] = [
  act(
    "social",
    "individual",
    "Për miratimin e ndihmës ekonomike për familjet në nevojë për muajin {muaji} {viti}",
    "On economic aid for families in need for {month} {viti}",
  ),
  act(
    "social",
    "individual",
    "Për miratimin e ndihmës ekonomike nga bllok-ndihma deri në 6 % për muajin {muaji} {viti}",
    "On economic aid from the block grant of up to 6 % for {month} {viti}",
  ),
  act(
    "taxes",
    "normative",
    "Për miratimin e tarifës së pastrimit dhe të largimit të mbetjeve për vitin {viti}",
    "On the waste fee for {viti}",
  ),
  act(
    "taxes",
    "normative",
    "Për disa ndryshime në paketën fiskale të vitit {viti}",
    "On changes to the fiscal package of {viti}",
  ),
  act(
    "taxes",
    "normative",
    "Për përjashtimin nga tarifat vendore të familjeve që përfitojnë ndihmë ekonomike",
    "On exempting families on economic aid from local fees",
    "councillors",
  ),
  act("budget", "normative", "Për miratimin e buxhetit të vitit {viti}", "On adopting the budget of {viti}"),
  act("budget", "normative", "Për rishikimin e buxhetit të vitit {viti}", "On revising the budget of {viti}"),
  act(
    "budget",
    "individual",
    "Për përdorimin e fondit rezervë për riparimin e shkollës në {vendi}",
    "On using the reserve fund to repair the school in {vendi}",
  ),
  act(
    "emergencies",
    "individual",
    "Për përdorimin e fondit të emergjencave civile për familjet e dëmtuara në {vendi}",
    "On using the civil emergency fund for families hit in {vendi}",
  ),
  act(
    "emergencies",
    "normative",
    "Për miratimin e planit për parandalimin e zjarreve për vitin {viti}",
    "On the fire prevention plan for {viti}",
  ),
  act(
    "property",
    "individual",
    "Për dhënien në përdorim të objektit nr. {nr} në {vendi}",
    "On giving building No. {nr} in {vendi} into use",
  ),
  act("property", "individual", "Për shitjen e truallit nr. {nr} në {vendi}", "On selling plot No. {nr} in {vendi}"),
  act(
    "property",
    "normative",
    "Për miratimin e inventarit të pronave publike të bashkisë për vitin {viti}",
    "On the inventory of public property for {viti}",
  ),
  act(
    "services",
    "normative",
    "Për rregullat e tregtimit në tregun e {vendi}",
    "On the rules of trade in the market of {vendi}",
    "committee",
    "ordinance",
  ),
  act(
    "services",
    "normative",
    "Për standardet e shërbimit të furnizimit me ujë në {vendi}",
    "On standards of water supply in {vendi}",
  ),
  act(
    "transport",
    "normative",
    "Për miratimin e linjave të transportit publik qytetas",
    "On the lines of public transport in town",
  ),
  act("transport", "individual", "Për dhënien e licencës nr. {nr} të taksisë", "On granting taxi licence No. {nr}"),
  act("territory", "normative", "Për emërtimin e rrugëve në {vendi}", "On naming the streets of {vendi}", "committee"),
  act(
    "territory",
    "normative",
    "Për miratimin e planit të detajuar vendor për zonën nr. {nr}",
    "On the detailed local plan for zone No. {nr}",
  ),
  act(
    "education",
    "individual",
    "Për miratimin e bursave të studentëve për vitin akademik {viti}",
    "On students’ scholarships for the academic year {viti}",
  ),
  act(
    "education",
    "normative",
    "Për rregulloren e çerdheve dhe kopshteve",
    "On the rules of crèches and kindergartens",
  ),
  act(
    "culture",
    "normative",
    "Për kalendarin e veprimtarive kulturore të vitit {viti}",
    "On the calendar of cultural events of {viti}",
  ),
  act("culture", "individual", "Për mbështetjen e festivalit në {vendi}", "On supporting the festival in {vendi}"),
  act(
    "environment",
    "normative",
    "Për administrimin e pyjeve dhe të kullotave në {vendi}",
    "On managing forests and pastures in {vendi}",
  ),
  act(
    "environment",
    "normative",
    "Për mbrojtjen e hapësirave të gjelbra",
    "On protecting green spaces",
    "citizens",
    "ordinance",
  ),
  act(
    "economy",
    "normative",
    "Për programin e mbështetjes së fermerëve për vitin {viti}",
    "On the programme of support for farmers for {viti}",
  ),
  act(
    "economy",
    "normative",
    "Për strategjinë e zhvillimit të turizmit në {vendi}",
    "On the strategy for tourism in {vendi}",
  ),
  act(
    "organisation",
    "normative",
    "Për miratimin e numrit maksimal të punonjësve për vitin {viti}",
    "On the maximum number of employees for {viti}",
  ),
  act(
    "organisation",
    "individual",
    "Për zgjedhjen e anëtarëve të komisionit nr. {nr}",
    "On electing the members of committee No. {nr}",
    "chair",
  ),
  act(
    "organisation",
    "normative",
    "Për disa ndryshime në rregulloren e funksionimit të Këshillit",
    "On changes to the Council’s rules of procedure",
    "councillors",
  ),
  act(
    "honours",
    "individual",
    "Për dhënien e titullit “Qytetar Nderi” me propozimin nr. {nr}",
    "On the title of Honorary Citizen, proposal No. {nr}",
    "councillors",
  ),
  act(
    "participation",
    "normative",
    "Për miratimin e planit të konsultimeve publike për vitin {viti}",
    "On the plan of public consultations for {viti}",
    "secretary",
  ),
  act(
    "participation",
    "normative",
    "Për mbështetjen e kërkesës së banorëve të {vendi}",
    "In support of the request of the residents of {vendi}",
    "citizens",
    "resolution",
  ),
  act(
    "other",
    "individual",
    "Për miratimin e bashkëpunimit me bashkinë nr. {nr}",
    "On cooperation with municipality No. {nr}",
  ),
];

export const months = {
  sq: "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
} as const;
