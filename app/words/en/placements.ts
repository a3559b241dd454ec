export const placements = {
  errors: {
    alreadyPlaced:
      "{{name}} already has a placement from {{from}} on overlapping days. End that one first, or change the dates.",
    noConsent:
      "{{names}} ({{count}} in all) have not agreed to share their details with this host; under eighteen a guardian must agree as well. Obtain consent first.",
    noSeatOfListing:
      "“{{title}}” has {{left}} seats left and {{wanted}} are wanted. Send fewer, or ask the host for more seats.",
    rules:
      "{{names}} ({{count}} in all) may not be placed on this post under the rules, and nothing of the batch was saved. The findings of the first one and how to mend them stand below.",
  },
} as const;
