import type { photos as english } from "../../en/workspace/photos.ts";

export const photos = {
  photo: "Fotografia",
  photos: "Fotografitë",
  back: "Te formulari",
  none: "Ende nuk ka fotografi.",
  says: "Kush nuk e sheh lexon:",
  add: "Shtoni një fotografi",
  replace: "Një fotografi tjetër në vend të saj",
  remove: "Hiqni fotografinë",
  file: "Fotografia",
  file_hint:
    "JPEG, PNG, WebP ose AVIF. Drejtohet dhe bëhet në disa madhësi; çfarë ka shënuar aparati, si vendi, nuk del te ajo që shfaqet.",
  alternative: "Çfarë shihet",
  alternative_hint: "Për kë nuk e sheh: kush dhe çfarë është në fotografi.",
  caption: "Mbishkrimi",
  keep: "Ruani fotografinë",
  shape: "Sa shfaqet prej saj",
  shape_instead: "Pa kornizën e mësipërme",
  shape_cut: "Vlen korniza që u vizatua më sipër.",
  "shape.whole": "E gjitha",
  "shape.square": "Katror nga mesi",
  "shape.square_top": "Katror nga lart, për portrete",
  "shape.wide": "Tre me dy, nga mesi",
  crop_hint:
    "Vizatojeni kornizën me maus ose me gisht. Me tastierë shigjetat e zhvendosin, kurse Shift bashkë me shigjetat ia ndryshon madhësinë. Ose zgjidhni një formë më poshtë.",
  crop_frame: "Korniza mbi fotografinë",
  crop_not: "Mos e prisni",
  done_kept: "Fotografia u ruajt.",
  done_removed: "Fotografia u hoq.",
} satisfies Record<keyof typeof english, string>;
