export const upkeepErrors = {
  "upkeep.not_found": "This defect does not exist, or it has been mended.",
  "upkeep.already_ignored": "This defect has already been put aside.",
  "upkeep.not_ignored": "This defect has not been put aside.",
  "upkeep.already_asked": "The site is being looked through already. The result will stand here in a few minutes.",
};
