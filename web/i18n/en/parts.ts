/** Of `elements`, what pages say that list them. */
export const parts = {
  map_lead: "Everything on this site, in one place.",
  map_other: "About the site",
  contents: "On this page",
  strip: "{{full}} of {{all}} fully here",
  strip_partial: "{{full}} of {{all}} fully here, {{partial}} partly",
  board_part: "{{full}} of {{all}} fully here",
  board_element: "Element",
  board_code: "Code",
  board_state: "State",
  board_reason: "Why",
  board_data: "The same as data:",
  lead_I:
    "Who represents you, how the Council decides and what it has decided: councillors, meetings, acts, the budget and the rules of its work.",
  lead_II:
    "How to request information, to complain and to have your say, and who represents you in your neighbourhood or village.",
  lead_III:
    "What the Council promised, what it did, and with how much money: plans, reports, attendance at meetings, and the municipality’s figures.",
  lead_IV: "The Council’s work in simple words: guides that go step by step, and leaflets to print.",
  lead_V: "What is new in the Council: news, statements, video, photographs, and contacts for the media.",
  lead_B: "How this site is kept: how complete it is, who answers for it, by which rules and with how much money.",
};
