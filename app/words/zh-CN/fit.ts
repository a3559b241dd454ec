export const fit = {
  basis: { official: "官方", inferred: "推断" },
  score: "吻合度 {{percent}}%",
  reason: {
    printed: "{{source}}职业面向列出“{{printed}}”",
    printedGroup: "{{source}}职业面向列出本职业所在类别“{{printed}}”",
    printedOlder: "{{source}}职业面向印作“{{printed}}”，职业编码由本平台推断",
    houseWord: "专业名称含“{{word}}”：{{class}}中这类专业通常面向此职业（内部对照）",
    houseClass: "{{class}}面向{{whyZh}}（内部对照）",
    neighbour: "相近专业“{{major}}”（{{majorCode}}）面向此职业",
    sharedName: "专业与职业名称同含“{{shared}}”",
    course: "核心课程“{{course}}”与此职业相关",
    sameGroup: "与更吻合的职业同属“{{group}}”（{{groupCode}}）",
    classHabit: "同类专业多面向“{{group}}”（{{groupCode}}）",
  },
} as const;
