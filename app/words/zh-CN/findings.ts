export const findings = {
  title: "每周检查发现",
  lead: {
    school: "每周一按实习规定检查全部在岗学生；下面是学校要处理的，和到期没人处理而上报的。",
    host: "每周一按实习规定检查在岗学生；下面是贵单位要处理的。",
    authority: "两周内没有人处理的问题，不显示学生姓名。",
  },
  evaluated: "最近一次检查：{{monday}}（周一）。",
  empty: "没有未处理的问题",
  what: "问题",
  whose: "学生与单位",
  since: "从哪天起",
  act: "谁来处理",
  level: { l1: "已报学校负责人", l2: "已报主管部门" },
  who: { host: "实习单位", school: "学校", student: "学生", guardian: "监护人", authority: "主管部门" },
  waits: {
    school: "{{count}} 个实习问题等学校处理",
    host: "{{count}} 个实习问题等贵单位处理",
    authority: "{{count}} 个实习问题两周没有处理",
    meta: "最早的从 {{since}} 开始；一周不处理报学校负责人，两周报主管部门",
    act: "查看",
  },
};
