export const demand = {
  title: "没有满足的需求",
  kept: "这次没有找到的，平台按专业类、地区和种类计数，用来提醒企业和主管部门；不记录是谁、也不记录原话。",
  here: "{{place}}近 {{days}} 天",
  times: "{{count}} 次",
  under: "少于 5 次",
  anyKind: "（各类合作）",
  text: "{{place}}近 {{days}} 天，学校和学生找过、问过而没有结果的。发布对口的供需，就能接住它们。",
  note: "来自没有结果的搜索、被婉拒的对接和各方意向；少于 5 次的不显示具体数字。",
} as const;
