export const electionsReadiness = {
  "elections.empty": "No election has been published here yet.",
  "elections.of_an_earlier_term": "The elections from which the present Council came are not published.",
  "elections.without_turnout": "The turnout of the last local elections is not known here.",
  "elections.without_ballots": "The valid ballots of the last local elections are not known here.",
  "elections.without_source": "The official source of the last results is missing.",
  "elections.without_english": "Part of the last results is missing in English.",
  "elections.full": "The results of {{year}} are published by list, with turnout, seats and source, in both languages.",
};
