import type { uploadsErrors as english } from "../../en/errors/uploads.ts";

export const uploadsErrors = {
  "uploads.not_found": "Ky ngarkim nuk ekziston. Zgjidheni skedarin sërish.",
  "uploads.expired": "Ky ngarkim priti më shumë se një ditë dhe u fshi. Zgjidheni skedarin sërish.",
  "uploads.elsewhere": "Skedari ka ecur ndërkohë. Ngarkimi vazhdon aty ku ka mbetur.",
  "uploads.incomplete": "Skedari nuk ka mbërritur ende i plotë.",
  "uploads.too_long": "Po vjen më shumë se ç’u njoftua. Zgjidheni skedarin sërish.",
  "uploads.changed": "Skedari ndryshoi rrugës dhe nuk u mbajt. Dërgojeni sërish.",
  "uploads.too_many": "Presin {{maximum}} skedarë të papërfunduar. Përfundoni ose hiqni disa prej tyre.",
  "documents.carried": "Ky dokument është vënë diku. Hiqeni më parë prej andej.",
  "photos.not_found": "Kjo fotografi nuk ekziston.",
  "photos.crop_outside": "Pjesa e zgjedhur del jashtë fotografisë.",
  "photos.crop_too_small": "Pjesa e zgjedhur është tepër e vogël.",
  "photos.heic":
    "“{{name}}” është HEIC, të cilin shfletuesit nuk e shfaqin. Ruajeni si JPEG: në iPhone, Cilësimet → Kamera → Formatet → Më i përputhshmi.",
  "files.virus_found": "Te “{{name}}” u gjet virusi {{virus}}. Skedari nuk u mbajt.",
  "files.virus_check_unavailable":
    "Kontrolli për viruse nuk përgjigjet tani, dhe pa të skedari nuk merret. Provoni sërish pas pak.",
} satisfies Record<keyof typeof english, string>;
