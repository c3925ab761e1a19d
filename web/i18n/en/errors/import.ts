export const importErrors = {
  "import.empty": "The file is empty.",
  "import.too_large": "The file is larger than {{megabytes}} MB.",
  "import.old_workbook":
    "This is a workbook of an old Excel (.xls), or one with a password. Save it as .xlsx without a password and send it again.",
  "import.workbook_damaged":
    "The workbook cannot be read: it is damaged or is no .xlsx file. Save it anew and send it again.",
  "import.workbook_too_large":
    "The workbook holds too much. Keep only the sheet with the table, without pictures and empty columns, and send it again.",
  "import.several_sheets":
    "Several sheets have these columns: {{sheets}}. Keep the one that is meant and send it again.",
  "import.wrong_sheet":
    "None of the sheets {{sheets}} has the columns that are needed. “{{nearest}}” comes nearest; it lacks: {{columns}}.",
  "import.not_text": "This is not a text file. A table is sent as “CSV UTF-8”.",
  "import.old_encoding":
    "In line {{line}} the letters of “{{word}}” are in an encoding that is not recognised. Save it as “CSV UTF-8” and send it again.",
  "import.garbled":
    "Letters were broken before the file came here: line {{line}} has “{{word}}”. Go back to the original and save that as “CSV UTF-8”.",
  "import.damaged":
    "Letters were lost before the file came here: line {{line}} has “{{word}}”. Go back to the original and save that as “CSV UTF-8”.",
  "import.malformed":
    "Line {{line}} cannot be read: a quotation mark is not closed, or there are more cells than columns.",
  "import.columns_missing": "These columns are missing: {{columns}}.",
  "import.columns_unknown": "These columns are not known: {{columns}}. Known are: {{known}}.",
  "import.day_malformed": "Write the day as 05.03.2026: day, month and the whole year.",
  "import.cell_without_value":
    "The cell {{cell}} has an error (such as #REF!) or a formula without a result. Put it right, save the file and send it again.",
  "import.column_twice": "The column {{column}} is there twice.",
  "import.without_rows": "Below the header there is nothing.",
  "import.too_many_rows": "A file has at most {{most}} rows.",
  "import.unknown_value": "This value is not one of those that can stand here.",
  "import.unknown_value_of": "Only one of these may stand here: {{values}}.",
  "import.differs_from_first": "This is said otherwise in the first of the rows that belong together.",
  "import.files_not_given":
    "The table names files ({{asked}}), but none came with it. Add the ZIP archive or the folder.",
  "import.file_missing": "The file “{{name}}” is not among those that came.",
  "import.file_ambiguous": "Several folders have a file “{{name}}”: write its path too.",
  "import.files_left_over": "Files that no row names: {{number}} ({{names}}).",
  "import.file_names_persons":
    "“{{name}}” tells something about persons ({{found}} places): look at it before you publish it.",
  "import.file_scanned":
    "“{{name}}” has scanned pages without text: search does not find it and it cannot be read aloud.",
  "import.too_many_files": "An archive holds at most {{most}} files.",
  "import.archive_damaged": "The ZIP archive cannot be read: it is damaged, has a password or holds a name twice.",
  "import.not_found": "There is no such import.",
  "import.brought_in_already": "This table has been brought in already.",
  "import.undone_already": "This import has been taken back already.",
  "import.changed_since": "Somebody changed it since.",
  "import.was_there_before": "It was there before the import, which only changed it.",
  "import.is_gone": "It is not there any more.",
  "import.check_not_found":
    "This table is not here any more: it was brought in, or thrown away after two days. Send it again.",
  "import.table_not_sent": "Choose the table’s file.",
  "import.another_brings_in":
    "The council wants one person to prepare and another to approve: this table is brought in by somebody else who may publish.",
  "import.kind_not_chosen": "Choose what the table holds.",
};
