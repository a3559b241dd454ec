export const quota = {
  title: "Monthly limit of new enquiries",
  limit: "Limit",
  text: "When hands are few, say how many new enquiries you take in a month. Once there are so many, others still see your listings but can open a new enquiry only next month; those under way go on as they are.",
  perMonth: "At most",
  perMonthHint: "1 to {{most}}",
  unit: "new enquiries a month",
  save: "Save limit",
  lift: "No limit",
  takenFree: "{{taken}} new enquiries this month, no limit set",
  taken: "{{taken}} new enquiries this month of at most {{perMonth}}",
  full: "No more new enquiries this month; open again from {{date}}",
  fullOwn:
    "This month's new enquiries are taken: others can open a new one from {{date}}. Raise or lift the limit to be open again at once.",
  seen: "Once the limit is reached, others read on your profile, your listings and among suggestions: “{{words}}”.",
  errors: { role: "Only owners and coordinators may set the limit." },
} as const;
