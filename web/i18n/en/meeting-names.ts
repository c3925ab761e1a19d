/** Of `meetings`, what only feeds and files say. */
export const meetingNames = {
  of_body: "{{kind}}: {{body}}",
  "of_council.ordinary": "Ordinary meeting of the Council",
  "of_council.extraordinary": "Extraordinary meeting of the Council",
  "of_council.constitutive": "Constitutive meeting of the Council",
  "of_council.joint": "Joint meeting with the Council",
  "of_council.hearing": "Public hearing of the Council",
  "of_council.consultation": "Public consultation of the Council",
  "of_council.event": "Event of the Council",
  "of_council.ceremony": "Ceremony of the Council",
};
