import type { shortcuts as english } from "../../en/workspace/shortcuts.ts";

export const shortcuts = {
  title: "Tastiera",
  lead: "Gjithçka këtu arrihet me tastin Tab, në rendin në të cilin lexohet. Këto shkurtore kërkojnë gjithmonë edhe një tast tjetër, prandaj nuk pengojnë lexuesit e ekranit.",
  table: "Shkurtoret",
  keys: "Tastet",
  does: "Çfarë bëjnë",
  search: "Kërkon në hapësirën e punës, nga çdo vend",
  save: "Ruan formularin në të cilin jeni; jashtë formularëve, atë të faqes",
  send: "Dërgon formularin në të cilin po shkruani, edhe nga një fushë me disa rreshta",
  menu: "Shkon te menuja",
  help: "Hapni këtë faqe",
  arrows: "Në kërkim: kalon nëpër gjetje; Enter e hap, Esc e mbyll listën",
  mac: "Në Mac, në vend të Ctrl përdoret ⌘.",
  on: "Shkurtoret janë të ndezura",
  on_hint: "Vlen vetëm për këtë shfletues. Tab, Enter dhe shigjetat punojnë gjithmonë.",
  skip: "Në krye të çdo faqeje, tasti i parë Tab tregon lidhjen që kalon drejt te përmbajtja. Kur një formular nuk pranohet, fokusi shkon te lista e gabimeve, ku çdo gabim çon te fusha e tij.",
} satisfies Record<keyof typeof english, string>;
