export const operatorsErrors = {
  "operators.hand_over_unusable":
    "This hand-over has been used, has expired or is not for this council. Ask for a new one in the operator’s console.",
  "operators.council_unknown": "There is no such council.",
  "operators.council_suspended": "The site of this council is closed for now, and its workspace with it.",
  "operators.reason_short": "Say in a sentence why you enter: the council will read it.",
};
