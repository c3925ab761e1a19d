export const importErrors = {
  "import.empty": "The file is empty.",
  "import.too_large": "The file is larger than {{megabytes}} MB.",
  "import.workbook": "This is an Excel workbook. Save it as “CSV UTF-8” and send that file.",
  "import.utf16": "The file is in UTF-16. Save it as “CSV UTF-8” and send it again.",
  "import.not_text": "This is not a text file. A table is sent as “CSV UTF-8”.",
  "import.old_encoding":
    "The file is not in UTF-8: in line {{line}} the letters of “{{word}}” are in an old Windows encoding. Save it as “CSV UTF-8” and send it again.",
  "import.garbled":
    "Letters were broken before the file came here: line {{line}} has “{{word}}”. Go back to the original and save that as “CSV UTF-8”.",
  "import.damaged":
    "Letters were lost before the file came here: line {{line}} has “{{word}}”. Go back to the original and save that as “CSV UTF-8”.",
  "import.malformed":
    "Line {{line}} cannot be read: a quotation mark is not closed, or there are more cells than columns.",
  "import.columns_missing": "These columns are missing: {{columns}}.",
  "import.columns_unknown": "These columns are not known: {{columns}}. Known are: {{known}}.",
  "import.column_twice": "The column {{column}} is there twice.",
  "import.without_rows": "Below the header there is nothing.",
  "import.too_many_rows": "A file has at most {{most}} rows.",
  "import.unknown_value": "This value is not one of those that can stand here.",
  "import.differs_from_first": "This is said otherwise in the first of the rows that belong together.",
};
