/** What is wrong with a typed field, by the code that its validation gives. */
export const fields = {
  "fields.required": "Fill in this field.",
  "fields.unknown": "This kind of document has no such field.",
  "fields.not_text": "Write text here.",
  "fields.too_long": "The text is too long.",
  "fields.not_one_line": "Write this on one line.",
  "fields.not_a_date": "Write a real date, for example 05.03.2026.",
  "fields.not_a_year": "Write a year of four digits.",
  "fields.not_an_amount": "Write the amount in whole lekë.",
  "fields.not_a_number": "Write a whole number.",
  "fields.out_of_range": "The number is out of range.",
  "fields.not_a_link": "Write a full address that begins with https:// or http://.",
  "fields.not_a_choice": "Choose one of the values offered.",
  "fields.chosen_twice": "The same value is chosen twice.",
  "fields.not_rows": "Fill in the table row by row.",
  "fields.too_many_rows": "The table has too many rows.",
};
