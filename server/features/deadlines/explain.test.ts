import { describe, expect, it } from "vitest";
import { workCalendar } from "./calendar.ts";
import { computeDeadline, instantIn, type SetPeriod } from "./deadline.ts";
import { explain, explainInBoth } from "./explain.ts";
import { ruleFor } from "./rules.ts";

const tell = (code: string, startsOn: string, { at, set }: { at?: string; set?: SetPeriod } = {}) => {
  const startsAt = at ? instantIn(`${startsOn}T${at}`) : null;
  return computeDeadline({ rule: ruleFor(code, startsOn), startsOn, startsAt, set, calendar: workCalendar() }).steps;
};

describe("How a deadline was computed, in full sentences", () => {
  it("working days, in Albanian", () => {
    expect(explain(tell("I1", "2026-03-05"), "sq")).toMatchInlineSnapshot(`
      [
        "Ligji nr. 119/2014, neni 15/1, cakton 10 ditë pune.",
        "Dita e ngjarjes (marrja e kërkesës), 5 mars 2026 (e enjte), nuk numërohet.",
        "Numërimi fillon më 6 mars 2026 (e premte).",
        "6 ditë të fundjavës (të shtuna dhe të diela) nuk numërohen.",
        "Data 16 mars 2026 (e hënë) nuk numërohet: 14 mars 2026 (Dita e Verës) bie të shtunën dhe pushimi shtyhet në këtë ditë.",
        "Data 20 mars 2026 (e premte) nuk numërohet: Dita e Bajramit të Madh.",
        "Data 23 mars 2026 (e hënë) nuk numërohet: 22 mars 2026 (Dita e Nevruzit) bie të dielën dhe pushimi shtyhet në këtë ditë.",
        "Afati prej 10 ditësh pune mbaron më 24 mars 2026 (e martë).",
        "Data 20 mars 2026 (Dita e Bajramit të Madh) është e parashikuar: nëse ndryshon, afati llogaritet sërish.",
      ]
    `);
  });
  it("working days, in English", () => {
    expect(explain(tell("I1", "2026-03-05"), "en")).toMatchInlineSnapshot(`
      [
        "Law No. 119/2014, Article 15/1, sets 10 working days.",
        "The day of the event (the receipt of the request), 5 March 2026 (Thursday), is not counted.",
        "Counting starts on 6 March 2026 (Friday).",
        "6 weekend days (Saturdays and Sundays) are not counted.",
        "16 March 2026 (Monday) is not counted: 14 March 2026 (Summer Day) falls on a Saturday and the day off moves here.",
        "20 March 2026 (Friday) is not counted: Eid al-Fitr.",
        "23 March 2026 (Monday) is not counted: 22 March 2026 (Nowruz Day) falls on a Sunday and the day off moves here.",
        "The period of 10 working days ends on 24 March 2026 (Tuesday).",
        "20 March 2026 (Eid al-Fitr) is an estimate: if it changes, the deadline is computed again.",
      ]
    `);
  });
  it("a last day that is carried over", () => {
    expect(explainInBoth(tell("P1", "2026-03-05"))).toMatchInlineSnapshot(`
      [
        {
          "en": "Law No. 107/2016, Article 16/2/a, sets 10 calendar days.",
          "sq": "Ligji nr. 107/2016, neni 16/2/a, cakton 10 ditë kalendarike.",
        },
        {
          "en": "The day of the event (the announcement of the act), 5 March 2026 (Thursday), is not counted.",
          "sq": "Dita e ngjarjes (shpallja e aktit), 5 mars 2026 (e enjte), nuk numërohet.",
        },
        {
          "en": "Counting starts on 6 March 2026 (Friday).",
          "sq": "Numërimi fillon më 6 mars 2026 (e premte).",
        },
        {
          "en": "The period of 10 calendar days ends on 15 March 2026 (Sunday).",
          "sq": "Afati prej 10 ditësh kalendarike mbaron më 15 mars 2026 (e diel).",
        },
        {
          "en": "15 March 2026 falls on a Sunday, which is not a working day.",
          "sq": "15 mars 2026 bie të dielën, që nuk është ditë pune.",
        },
        {
          "en": "16 March 2026 (Monday) is a day off: 14 March 2026 (Summer Day) falls on a Saturday and the day off moves here.",
          "sq": "16 mars 2026 (e hënë) është ditë pushimi: 14 mars 2026 (Dita e Verës) bie të shtunën dhe pushimi shtyhet në këtë ditë.",
        },
        {
          "en": "The end is carried over to the next working day, 17 March 2026 (Tuesday), under Law No. 44/2015, Articles 56–57.",
          "sq": "Afati shtyhet në ditën e parë të punës, 17 mars 2026 (e martë), sipas ligjit nr. 44/2015, nenet 56–57.",
        },
        {
          "en": "The sources say only “days”; here they are counted as calendar days.",
          "sq": "Burimet thonë vetëm “ditë”; këtu ato numërohen si ditë kalendarike.",
        },
      ]
    `);
  });
  it("a last day that is a holiday itself", () => {
    expect(explainInBoth(tell("P1", "2026-05-17"))).toMatchInlineSnapshot(`
      [
        {
          "en": "Law No. 107/2016, Article 16/2/a, sets 10 calendar days.",
          "sq": "Ligji nr. 107/2016, neni 16/2/a, cakton 10 ditë kalendarike.",
        },
        {
          "en": "The day of the event (the announcement of the act), 17 May 2026 (Sunday), is not counted.",
          "sq": "Dita e ngjarjes (shpallja e aktit), 17 maj 2026 (e diel), nuk numërohet.",
        },
        {
          "en": "Counting starts on 18 May 2026 (Monday).",
          "sq": "Numërimi fillon më 18 maj 2026 (e hënë).",
        },
        {
          "en": "The period of 10 calendar days ends on 27 May 2026 (Wednesday).",
          "sq": "Afati prej 10 ditësh kalendarike mbaron më 27 maj 2026 (e mërkurë).",
        },
        {
          "en": "27 May 2026 (Wednesday) is a day off: Eid al-Adha.",
          "sq": "27 maj 2026 (e mërkurë) është ditë pushimi: Dita e Kurban Bajramit.",
        },
        {
          "en": "The end is carried over to the next working day, 28 May 2026 (Thursday), under Law No. 44/2015, Articles 56–57.",
          "sq": "Afati shtyhet në ditën e parë të punës, 28 maj 2026 (e enjte), sipas ligjit nr. 44/2015, nenet 56–57.",
        },
        {
          "en": "27 May 2026 (Eid al-Adha) is an estimate: if it changes, the deadline is computed again.",
          "sq": "Data 27 maj 2026 (Dita e Kurban Bajramit) është e parashikuar: nëse ndryshon, afati llogaritet sërish.",
        },
        {
          "en": "The sources say only “days”; here they are counted as calendar days.",
          "sq": "Burimet thonë vetëm “ditë”; këtu ato numërohen si ditë kalendarike.",
        },
      ]
    `);
  });
  it("notice before a meeting, longer by the council's own rules", () => {
    const ground = { sq: "Rregullorja e Këshillit, neni 12", en: "the Council’s rules of procedure, Article 12" };
    const set: SetPeriod = { number: 5, unit: "working", by: "council", ground };
    expect(explainInBoth(tell("L3", "2026-03-19", { set }))).toMatchInlineSnapshot(`
      [
        {
          "en": "Law No. 139/2015, Article 53/4, sets at least 5 calendar days before.",
          "sq": "Ligji nr. 139/2015, neni 53/4, cakton të paktën 5 ditë kalendarike përpara.",
        },
        {
          "en": "The Council has set its own period: 5 working days (the Council’s rules of procedure, Article 12).",
          "sq": "Këshilli ka caktuar afatin e vet: 5 ditë pune (Rregullorja e Këshillit, neni 12).",
        },
        {
          "en": "The day of the event (the day of the meeting), 19 March 2026 (Thursday), is not counted.",
          "sq": "Dita e ngjarjes (dita e mbledhjes), 19 mars 2026 (e enjte), nuk numërohet.",
        },
        {
          "en": "Days are counted back from 18 March 2026 (Wednesday).",
          "sq": "Ditët numërohen mbrapsht, nga data 18 mars 2026 (e mërkurë).",
        },
        {
          "en": "2 weekend days (Saturdays and Sundays) are not counted.",
          "sq": "2 ditë të fundjavës (të shtuna dhe të diela) nuk numërohen.",
        },
        {
          "en": "16 March 2026 (Monday) is not counted: 14 March 2026 (Summer Day) falls on a Saturday and the day off moves here.",
          "sq": "Data 16 mars 2026 (e hënë) nuk numërohet: 14 mars 2026 (Dita e Verës) bie të shtunën dhe pushimi shtyhet në këtë ditë.",
        },
        {
          "en": "The last day in time is 11 March 2026 (Wednesday), 5 working days before.",
          "sq": "Dita e fundit brenda afatit është 11 mars 2026 (e mërkurë), 5 ditë pune përpara.",
        },
      ]
    `);
    expect(explainInBoth(tell("L3", "2026-03-19"))).toMatchInlineSnapshot(`
      [
        {
          "en": "Law No. 139/2015, Article 53/4, sets at least 5 calendar days before.",
          "sq": "Ligji nr. 139/2015, neni 53/4, cakton të paktën 5 ditë kalendarike përpara.",
        },
        {
          "en": "The day of the event (the day of the meeting), 19 March 2026 (Thursday), is not counted.",
          "sq": "Dita e ngjarjes (dita e mbledhjes), 19 mars 2026 (e enjte), nuk numërohet.",
        },
        {
          "en": "Days are counted back from 18 March 2026 (Wednesday).",
          "sq": "Ditët numërohen mbrapsht, nga data 18 mars 2026 (e mërkurë).",
        },
        {
          "en": "The last day in time is 14 March 2026 (Saturday), 5 calendar days before.",
          "sq": "Dita e fundit brenda afatit është 14 mars 2026 (e shtunë), 5 ditë kalendarike përpara.",
        },
        {
          "en": "14 March 2026 (Saturday) is not a working day; notice may be given on it too, so the date does not move.",
          "sq": "14 mars 2026 (e shtunë) nuk është ditë pune; njoftimi mund të jepet edhe atë ditë, prandaj data nuk zhvendoset.",
        },
        {
          "en": "The sources say only “days”; here they are counted as calendar days.",
          "sq": "Burimet thonë vetëm “ditë”; këtu ato numërohen si ditë kalendarike.",
        },
      ]
    `);
  });
  it("months, with a day that the last month has not", () => {
    expect(explainInBoth(tell("I12", "2026-11-30"))).toMatchInlineSnapshot(`
      [
        {
          "en": "Law No. 119/2014, Article 8/1, sets 3 months.",
          "sq": "Ligji nr. 119/2014, neni 8/1, cakton 3 muaj.",
        },
        {
          "en": "The day of the event (the previous update), 30 November 2026 (Monday), is not counted.",
          "sq": "Dita e ngjarjes (përditësimi i mëparshëm), 30 nëntor 2026 (e hënë), nuk numërohet.",
        },
        {
          "en": "Counting starts on 1 December 2026 (Tuesday).",
          "sq": "Numërimi fillon më 1 dhjetor 2026 (e martë).",
        },
        {
          "en": "That month has no day 30, so its last day is taken.",
          "sq": "Ai muaj nuk e ka datën 30, prandaj merret dita e tij e fundit.",
        },
        {
          "en": "The period of 3 months ends on 28 February 2027 (Sunday).",
          "sq": "Afati prej 3 muajsh mbaron më 28 shkurt 2027 (e diel).",
        },
        {
          "en": "28 February 2027 falls on a Sunday, which is not a working day.",
          "sq": "28 shkurt 2027 bie të dielën, që nuk është ditë pune.",
        },
        {
          "en": "The end is carried over to the next working day, 1 March 2027 (Monday), under Law No. 44/2015, Articles 56–57.",
          "sq": "Afati shtyhet në ditën e parë të punës, 1 mars 2027 (e hënë), sipas ligjit nr. 44/2015, nenet 56–57.",
        },
        {
          "en": "This rule has yet to be compared with the law’s official text.",
          "sq": "Ky rregull ende duhet krahasuar me tekstin zyrtar të ligjit.",
        },
      ]
    `);
  });
  it("hours, in the clock of each language", () => {
    expect(explainInBoth(tell("I3", "2026-03-27", { at: "10:00" }))).toMatchInlineSnapshot(`
      [
        {
          "en": "Law No. 119/2014, Articles 11–14, sets 48 hours.",
          "sq": "Ligji nr. 119/2014, nenet 11–14, cakton 48 orë.",
        },
        {
          "en": "Time runs from 10:00 on 27 March 2026 (the receipt of the request).",
          "sq": "Koha numërohet nga ora 10.00 e datës 27 mars 2026 (marrja e kërkesës).",
        },
        {
          "en": "The period of 48 hours ends on 29 March 2026 at 11:00.",
          "sq": "Afati prej 48 orësh mbaron më 29 mars 2026, ora 11.00.",
        },
      ]
    `);
  });
  it("what takes effect, a day of the year, and a derived year", () => {
    expect(explainInBoth(tell("L18", "2026-03-05"))).toMatchInlineSnapshot(`
      [
        {
          "en": "Law No. 139/2015, Article 55, sets 10 calendar days.",
          "sq": "Ligji nr. 139/2015, neni 55, cakton 10 ditë kalendarike.",
        },
        {
          "en": "The day of the event (the announcement of the act), 5 March 2026 (Thursday), is not counted.",
          "sq": "Dita e ngjarjes (shpallja e aktit), 5 mars 2026 (e enjte), nuk numërohet.",
        },
        {
          "en": "Counting starts on 6 March 2026 (Friday).",
          "sq": "Numërimi fillon më 6 mars 2026 (e premte).",
        },
        {
          "en": "The period of 10 calendar days ends on 15 March 2026 (Sunday).",
          "sq": "Afati prej 10 ditësh kalendarike mbaron më 15 mars 2026 (e diel).",
        },
        {
          "en": "15 March 2026 (Sunday) is not a working day, but this date is not carried over.",
          "sq": "15 mars 2026 (e diel) nuk është ditë pune, por kjo datë nuk shtyhet.",
        },
        {
          "en": "The sources say only “days”; here they are counted as calendar days.",
          "sq": "Burimet thonë vetëm “ditë”; këtu ato numërohen si ditë kalendarike.",
        },
      ]
    `);
    expect(explainInBoth(tell("L19", "2026-03-05"))).toMatchInlineSnapshot(`
      [
        {
          "en": "Law No. 139/2015, Article 55, sets the day of the event itself.",
          "sq": "Ligji nr. 139/2015, neni 55, cakton vetë ditën e ngjarjes.",
        },
        {
          "en": "The day of the event (the notification of the persons concerned) is 5 March 2026 (Thursday).",
          "sq": "Dita e ngjarjes (njoftimi i personave të cilëve u përket akti) është 5 mars 2026 (e enjte).",
        },
      ]
    `);
    expect(explainInBoth(tell("B5", "2026-01-10"))).toMatchInlineSnapshot(`
      [
        {
          "en": "Law No. 68/2017 sets 15 March of each year.",
          "sq": "Ligji nr. 68/2017 cakton datën 15 mars të çdo viti.",
        },
        {
          "en": "From 10 January 2026 on, that day comes on 15 March 2026 (Sunday).",
          "sq": "Duke u nisur nga data 10 janar 2026, kjo datë vjen më 15 mars 2026 (e diel).",
        },
        {
          "en": "15 March 2026 (Sunday) is not a working day, but this date is not carried over.",
          "sq": "15 mars 2026 (e diel) nuk është ditë pune, por kjo datë nuk shtyhet.",
        },
      ]
    `);
    expect(explainInBoth(tell("I6", "2025-09-03"))).toMatchInlineSnapshot(`
      [
        {
          "en": "Law No. 119/2014, Article 15, sets 3 working days.",
          "sq": "Ligji nr. 119/2014, neni 15, cakton 3 ditë pune.",
        },
        {
          "en": "The day of the event (the receipt of the request), 3 September 2025 (Wednesday), is not counted.",
          "sq": "Dita e ngjarjes (marrja e kërkesës), 3 shtator 2025 (e mërkurë), nuk numërohet.",
        },
        {
          "en": "Counting starts on 4 September 2025 (Thursday).",
          "sq": "Numërimi fillon më 4 shtator 2025 (e enjte).",
        },
        {
          "en": "2 weekend days (Saturdays and Sundays) are not counted.",
          "sq": "2 ditë të fundjavës (të shtuna dhe të diela) nuk numërohen.",
        },
        {
          "en": "5 September 2025 (Friday) is not counted: Saint Teresa Canonisation Day.",
          "sq": "Data 5 shtator 2025 (e premte) nuk numërohet: Dita e Shenjtërimit të Shenjt Terezës.",
        },
        {
          "en": "The period of 3 working days ends on 9 September 2025 (Tuesday).",
          "sq": "Afati prej 3 ditësh pune mbaron më 9 shtator 2025 (e martë).",
        },
        {
          "en": "The holidays of 2025 are derived from the rules for holidays, not from a checked list.",
          "sq": "Festat e vitit 2025 janë nxjerrë nga rregullat për festat, jo nga një listë e verifikuar.",
        },
      ]
    `);
  });
  it("what a case or the official text sets, and one of each is one", () => {
    const ground = { sq: "Fletorja Zyrtare", en: "the Official Gazette" };
    const texts = (["case", "law"] as const).flatMap((by) =>
      (["working", "calendar", "months", "hours"] as const).map((unit) =>
        explainInBoth(tell("I2", "2026-06-02", { at: "09:05", set: { number: 1, unit, by, ground } })),
      ),
    );
    expect(texts.map((sentences) => sentences[1])).toMatchInlineSnapshot(`
      [
        {
          "en": "The period set for this case: 1 working day (the Official Gazette).",
          "sq": "Afati i caktuar për këtë rast: 1 ditë pune (Fletorja Zyrtare).",
        },
        {
          "en": "The period set for this case: 1 calendar day (the Official Gazette).",
          "sq": "Afati i caktuar për këtë rast: 1 ditë kalendarike (Fletorja Zyrtare).",
        },
        {
          "en": "The period set for this case: 1 month (the Official Gazette).",
          "sq": "Afati i caktuar për këtë rast: 1 muaj (Fletorja Zyrtare).",
        },
        {
          "en": "The period set for this case: 1 hour (the Official Gazette).",
          "sq": "Afati i caktuar për këtë rast: 1 orë (Fletorja Zyrtare).",
        },
        {
          "en": "According to the law’s official text the period is: 1 working day (the Official Gazette).",
          "sq": "Sipas tekstit zyrtar të ligjit, afati është: 1 ditë pune (Fletorja Zyrtare).",
        },
        {
          "en": "According to the law’s official text the period is: 1 calendar day (the Official Gazette).",
          "sq": "Sipas tekstit zyrtar të ligjit, afati është: 1 ditë kalendarike (Fletorja Zyrtare).",
        },
        {
          "en": "According to the law’s official text the period is: 1 month (the Official Gazette).",
          "sq": "Sipas tekstit zyrtar të ligjit, afati është: 1 muaj (Fletorja Zyrtare).",
        },
        {
          "en": "According to the law’s official text the period is: 1 hour (the Official Gazette).",
          "sq": "Sipas tekstit zyrtar të ligjit, afati është: 1 orë (Fletorja Zyrtare).",
        },
      ]
    `);
    expect(texts.slice(0, 4).map((sentences) => sentences.at(-1))).toMatchInlineSnapshot(`
      [
        {
          "en": "The period of 1 working day ends on 3 June 2026 (Wednesday).",
          "sq": "Afati prej 1 dite pune mbaron më 3 qershor 2026 (e mërkurë).",
        },
        {
          "en": "The period of 1 calendar day ends on 3 June 2026 (Wednesday).",
          "sq": "Afati prej 1 dite kalendarike mbaron më 3 qershor 2026 (e mërkurë).",
        },
        {
          "en": "The period of 1 month ends on 2 July 2026 (Thursday).",
          "sq": "Afati prej 1 muaji mbaron më 2 korrik 2026 (e enjte).",
        },
        {
          "en": "The period of 1 hour ends on 2 June 2026 at 10:05.",
          "sq": "Afati prej 1 ore mbaron më 2 qershor 2026, ora 10.05.",
        },
      ]
    `);
  });
  it("a weekend day alone, and rules whose facts are weak or not worded alike", () => {
    expect(explain(tell("I6", "2026-06-02"), "sq").join(" ")).not.toContain("fundjav");
    expect(explain(tell("I6", "2026-06-03"), "sq").join(" ")).toContain("fundjav");
    expect(explainInBoth(tell("I6", "2026-06-06")).slice(2, 4)).toMatchInlineSnapshot(`
      [
        {
          "en": "Counting starts on 8 June 2026 (Monday).",
          "sq": "Numërimi fillon më 8 qershor 2026 (e hënë).",
        },
        {
          "en": "1 weekend day is not counted.",
          "sq": "1 ditë e fundjavës nuk numërohet.",
        },
      ]
    `);
    expect(explainInBoth(tell("O2", "2026-06-01")).at(-1)).toMatchInlineSnapshot(`
      {
        "en": "This rule is uncertain: it must be read in the law’s official text.",
        "sq": "Ky rregull është i pasigurt: duhet lexuar në tekstin zyrtar të ligjit.",
      }
    `);
    expect(explainInBoth(tell("K4", "2026-06-01")).at(-1)).toMatchInlineSnapshot(`
      {
        "en": "Not all sources say “working days”; here the days are counted as working days.",
        "sq": "Jo të gjitha burimet thonë “ditë pune”; këtu ditët numërohen si ditë pune.",
      }
    `);
    expect(
      explainInBoth(
        tell("K14a", "2026-06-01", { set: { number: 2, unit: "working", by: "council", ground: { sq: "Vendim" } } }),
      )[0],
    ).toMatchInlineSnapshot(`
      {
        "en": "Law No. 146/2014 does not set this period.",
        "sq": "Ligji nr. 146/2014 nuk e cakton këtë afat.",
      }
    `);
  });
});
