import type { recordingsErrors as english } from "../../en/errors/recordings.ts";

export const recordingsErrors = {
  "recordings.not_found": "Ky regjistrim nuk ekziston ose nuk është publik.",
  "recordings.no_such_page": "Videoteka nuk ka kaq faqe. E fundit është faqja {{pages}}.",
  "recordings.none_yet": "Kjo mbledhje nuk ka ende regjistrim: shtoni më parë një skedar ose një lidhje.",
  "recordings.not_begun": "Regjistrimi shtohet pasi mbledhja të ketë filluar.",
  "recordings.meeting_not_public": "Mbledhja nuk është publike: publikojeni atë më parë.",
  "recordings.closed_meeting": "Mbledhja ishte e mbyllur për publikun: regjistrimi i saj nuk publikohet.",
  "recordings.already_public": "Ky regjistrim është publik tashmë.",
  "recordings.not_published": "Ky regjistrim nuk është publikuar.",
  "recordings.withdraw_first": "Ky regjistrim është publik: tërhiqeni më parë.",
  "recordings.source_changed":
    "Ndërkohë dikush tjetër vuri këtu: “{{text}}”. Nuk u zëvendësua asgjë; nëse e dërgoni përsëri, vendin e saj e zë ajo që dërgoni ju.",
  "recordings.no_log": "Kjo mbledhje nuk ka ditar seance: shkruani vetë çastet.",
  "recordings.no_chapters": "Ende nuk ka kapituj për t’u zhvendosur.",
  "recordings.not_a_video": "“{{name}}” nuk është film që shihet dot: pranohen MP4 dhe WebM me pamje.",
  "recordings.replaced_there":
    "Ky skedar është regjistrimi i një mbledhjeje: zëvendësohet te regjistrimi i saj, ku lexohen edhe gjatësia e kapitujt.",
  "recordings.link_not_https": "Adresa fillon me https://.",
  "recordings.clock": "Çasti shkruhet si 12:34, ose 1:02:34 me orë.",
  "recordings.same_second": "Një kapitull tjetër fillon po në këtë sekondë.",
  "recordings.chapter_gone":
    "“{{chapter}}”, {{moment}}: ndërkohë dikush e hoqi këtë kapitull ose i mori të gjithë sërish nga ditari. Asgjë nuk u ruajt: shkruajeni çastin te kapitulli ku hyn tani dhe zbrazeni këtë fushë.",
  "recordings.not_captions":
    "Ky skedar nuk ka titra që lexohen dot: duhet WebVTT në UTF-8, që fillon me fjalën WEBVTT.",
  "recordings.captions_line":
    "Titrat nuk lexohen dot në rreshtin {{line}}: kohët shkruhen si 00:01:02.500 --> 00:01:05.000, secila pas asaj që ka përpara.",
} satisfies Record<keyof typeof english, string>;
