export const demand = {
  title: "Unmet demand",
  kept: "What was not found is counted by class of majors, region and kind, to tell enterprises and authorities; neither who asked nor their words are kept.",
  here: "{{place}}, last {{days}} days",
  times: "{{count}} times",
  under: "fewer than 5 times",
  anyKind: " (any kind)",
  text: "What schools and students looked for or asked in vain in {{place}} in the last {{days}} days. Publish what fits and you meet it.",
  note: "From searches without results, declined enquiries and stated appetite; counts under 5 are not shown.",
} as const;
