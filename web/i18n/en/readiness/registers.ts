export const registersReadiness = {
  "registers.empty": "The register of meetings is empty.",
  "registers.none_held": "No meeting of the Council that was held is in the register yet.",
  "registers.not_current_one": "The register of meetings has had no held meeting of the Council in the last day.",
  "registers.not_current_other":
    "The register of meetings has had no held meeting of the Council in the last {{count}} days.",
  "registers.without_attendance": "Who attended the last meeting of the Council is not recorded.",
  "registers.full_one": "The register has one meeting with its attendance, as open data in both languages.",
  "registers.full_other":
    "The register has {{count}} meetings, attendance up to the last one, all as open data in both languages.",
};
