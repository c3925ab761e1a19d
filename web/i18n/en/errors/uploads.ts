export const uploadsErrors = {
  "uploads.not_found": "There is no such upload. Choose the file again.",
  "uploads.expired": "This upload waited for more than a day and was removed. Choose the file again.",
  "uploads.elsewhere": "The file has moved on meanwhile. The upload continues from where it stands.",
  "uploads.incomplete": "The file has not arrived whole yet.",
  "uploads.too_long": "More is coming than was announced. Choose the file again.",
  "uploads.changed": "The file changed on its way and was not kept. Send it again.",
  "uploads.too_many": "{{maximum}} unfinished files are waiting. Finish or remove some of them.",
  "documents.carried": "This document stands somewhere. Take it from there first.",
  "photos.not_found": "There is no such photo.",
  "photos.crop_outside": "The chosen part reaches beyond the photo.",
  "photos.crop_too_small": "The chosen part is too small.",
  "photos.heic":
    "“{{name}}” is a HEIC photo, which browsers do not show. Save it as JPEG: on an iPhone, Settings → Camera → Formats → Most Compatible.",
  "files.virus_found": "The virus {{virus}} was found in “{{name}}”. The file was not kept.",
  "files.virus_check_unavailable":
    "The virus check does not answer now, and no file is taken without it. Please try again in a moment.",
};
