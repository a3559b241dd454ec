export const placements = {
  errors: {
    alreadyPlaced: "{{name}}从 {{from}} 起已有一份实习，时间重叠。请先结束那一份，或改日期。",
    noConsent:
      "{{names}}（共 {{count}} 人）还没有同意把信息交给这家企业；未满十八周岁的，还要监护人同意。请先征得同意。",
    noSeatOfListing: "“{{title}}”还剩 {{left}} 个名额，这次要 {{wanted}} 个。请减少人数或请企业增加名额。",
    rules: "{{names}}（共 {{count}} 人）按规定不能安排到这个岗位，整批没有保存。下面是第一人的判定和改法。",
  },
} as const;
