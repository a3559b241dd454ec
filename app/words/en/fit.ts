export const fit = {
  basis: { official: "Official", inferred: "Inferred" },
  score: "Fit {{percent}}%",
  reason: {
    printed: "{{source}} names “{{printed}}” among the occupations of this major",
    printedGroup: "{{source}} names the group this occupation belongs to: “{{printed}}”",
    printedOlder: "{{source}} prints “{{printed}}”; the occupation code is our own reading",
    houseWord: "The major’s name holds “{{word}}”: such majors of {{class}} usually lead here (house map)",
    houseClass: "{{class}} prepares for {{whyEn}} (house map)",
    neighbour: "The similar major “{{major}}” ({{majorCode}}) leads here",
    sharedName: "Major and occupation share “{{shared}}” in their names",
    course: "The core course “{{course}}” is close to this occupation",
    sameGroup: "Belongs to the same group as better fits: “{{group}}” ({{groupCode}})",
    classHabit: "Majors of this class often lead to “{{group}}” ({{groupCode}})",
  },
};
