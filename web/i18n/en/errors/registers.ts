export const registersErrors = {
  "registers.declined": "The Council says that it does not have this, so there is no such register. Its page says why.",
  "registers.not_found": "There is no register “{{name}}”.",
  "registers.busy": "Too many workbooks are being made right now. Please try again in a moment, or take the CSV.",
  "registers.too_large_for_a_workbook":
    "{{total}} rows are too many for one workbook, which holds at most {{maximum}}. Narrow the list with a filter, or take the CSV.",
};
