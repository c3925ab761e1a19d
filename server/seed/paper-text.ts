import type { Dice } from "./dice.ts";
import { committees, familyNames, givenNames, months, villages } from "./words.ts";

/** What stands in papers of councils, sentence by sentence; `{…}` is filled in. */
const sentences = [
  "Këshilli Bashkiak, në mbështetje të nenit 54 të ligjit nr. 139/2015 “Për vetëqeverisjen vendore”, i ndryshuar, me propozim të kryetarit të bashkisë, vendosi sa vijon.",
  "Ngarkohet {drejtori} për zbatimin e këtij vendimi dhe për raportimin para Këshillit brenda muajit {muaji} {viti}.",
  "Ky vendim hyn në fuqi dhjetë ditë pas shpalljes dhe botohet në faqen zyrtare të Këshillit.",
  "Shpenzimet e parashikuara janë {lekë} lekë dhe përballohen nga zëri {zëri} i buxhetit të vitit {viti}.",
  "{komisioni} e shqyrtoi projektin dhe propozoi miratimin e tij me {vota} vota pro dhe {kundër} kundër.",
  "Banorët e fshatit {vendi} kërkuan që punimet të nisin para dimrit dhe të njoftohen për afatet.",
  "Rruga {emri} {mbiemri} asfaltohet në gjatësinë {metra} metra, me trotuare, ndriçim dhe kullim të ujërave të bardha.",
  "Tarifa vjetore për familje është {tarifa} lekë, ndërsa për bizneset e vogla {tarifa2} lekë; përjashtohen familjet që marrin ndihmë ekonomike.",
  "Kontrata lidhet për {vite} vjet me operatorin fitues, sipas procedurave të prokurimit publik, dhe mbikëqyret nga {drejtori}.",
  "Parcela nr. {numri} në njësinë administrative {vendi}, me sipërfaqe {metra} metra katrorë, kalon në përdorim të shkollës së mesme.",
  "Gjatë dëgjesës publike u paraqitën {vota} komente me shkrim; më të shumtat kishin të bënin me ujin e pijshëm dhe me pastrimin.",
  "Kopshti dhe çerdhja në {vendi} presin {vota} fëmijë më shumë se vitin e kaluar, prandaj shtohet një grup.",
  "Anëtarja e Këshillit {emri} {mbiemri} kërkoi sqarime për ecurinë e investimeve në kanalizime.",
  "Subjektet që shfrytëzojnë hapësirën publike paguajnë për metër katror {tarifa} lekë në muaj gjatë stinës turistike.",
  "Stacioni i autobusëve zhvendoset pranë tregut të fshatarëve; linja e re lidh qytetin me {vendi} çdo gjysmë ore.",
  "Fondi rezervë përdoret për dëmet që shkaktoi përmbytja në {vendi} në muajin {muaji} {viti}.",
  "Relacioni u hartua nga {drejtori} dhe u plotësua me vërejtjet e prefektit të qarkut.",
  "Pylli komunal në {vendi} mbrohet nga prerja për {vite} vjet; lejohet vetëm mbledhja e bimëve mjekësore.",
  "Biblioteka publike blen {metra} libra të rinj, mes tyre botime për fëmijë dhe për persona që nuk shohin.",
  "Mbledhja u hap në orën 10:00 me {numri2} anëtarë të pranishëm dhe u drejtua nga kryetari i Këshillit.",
] as const;

const offices = [
  "drejtoria e financës",
  "drejtoria e shërbimeve publike",
  "drejtoria e planifikimit të territorit",
  "drejtoria e arsimit dhe e kulturës",
  "policia bashkiake",
  "drejtoria e të ardhurave",
];

const said = (dice: Dice, sentence: string, year: number): string => {
  const words: Record<string, () => string | number> = {
    drejtori: () => dice.oneOf(offices),
    muaji: () => dice.oneOf(months.sq),
    viti: () => year,
    lekë: () => `${dice.number(1, 48)} ${dice.number(100, 999)} 000`,
    zëri: () => dice.number(600, 660),
    komisioni: () => dice.oneOf(committees).sq,
    vota: () => dice.number(3, 40),
    kundër: () => dice.number(0, 4),
    vendi: () => dice.oneOf(villages),
    emri: () => dice.oneOf(givenNames.female),
    mbiemri: () => dice.oneOf(familyNames),
    metra: () => dice.number(80, 2_400),
    tarifa: () => dice.number(4, 60) * 100,
    tarifa2: () => dice.number(60, 300) * 100,
    vite: () => dice.number(2, 12),
    numri: () => `${dice.number(1, 400)}/${dice.number(1, 60)}`,
    numri2: () => dice.number(15, 31),
  };
  return sentence.replace(/\{(\p{L}+2?)\}/gu, (_, name: string) => String(words[name]!()));
};

/** Sentences of one page. */
const perPage = 7;

/** The pages of a paper of this title, as they would be read in its file. */
export function paperPages(dice: Dice, title: string, year: number): string[] {
  const pages = dice.chance(0.3) ? 2 : 1;
  return Array.from({ length: pages }, (_, page) => {
    const own = Array.from({ length: perPage }, () => said(dice, dice.oneOf(sentences), year));
    return [...(page === 0 ? [title] : []), ...own].join("\n");
  });
}
