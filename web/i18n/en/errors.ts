/** Keyed by error code; every `AppError` has its sentence here. */
export const errors = {
  "http.not_found": "There is nothing at this address.",
  "http.internal": "Something went wrong on our side. It has been recorded; please try again in a moment.",
  "http.invalid_input": "Some of what was sent cannot be accepted. See the fields named.",
  "http.unknown_filter": "The filter “{{name}}” does not exist here.",
  "http.malformed": "The request cannot be read.",
  "http.body_too_large": "What was sent is larger than this address accepts.",
  "http.method_not_allowed": "This address does not accept that method.",
  "http.cross_site": "The request came from another site and was refused.",
  "http.unavailable": "The data cannot be reached right now. Please try again in a moment.",
  "http.suspended": "This council’s site is closed for the time being.",
  "http.unknown_host": "No council is served at this address.",
  "date.malformed": "A date is written like 2026-03-05.",
  "date.impossible": "That day does not exist.",
  "text.required": "This is required.",
  "text.too_long": "This text is too long.",
  "settings.low_contrast":
    "This colour cannot be read: its contrast is {{ratio}} and must be at least {{required}}. The nearest shade that can be read is {{suggestion}}.",
  "settings.colour_malformed": "A colour is written like #0b5b46.",
};
