import type { AgreementContent } from "~/agreements/rules/content";
import { templateOf } from "~/agreements/rules/templates/all";

export const FIRM = "0192f000-0000-7000-8000-000000000001";
export const SCHOOL = "0192f000-0000-7000-8000-000000000002";

/** A complete order-class agreement between a firm and a school, as drafted from its template. */
export const sampleContent = (change: Partial<AgreementContent> = {}): AgreementContent => {
  const template = templateOf("order-class-2026");
  if (!template) throw new Error("template");
  return {
    form: 1,
    kind: "order_class",
    templateId: template.id,
    title: "数控“订单班”合作协议",
    startsOn: "2026-12-01",
    endsOn: "2029-11-30",
    acceptsInterns: true,
    apprenticeStatus: null,
    forms: [],
    reviewMonths: 6,
    signing: "parallel",
    parties: [
      { organizationId: FIRM, name: "南粤精密", uscc: null, role: "enterprise" },
      { organizationId: SCHOOL, name: "岭南机电", uscc: null, role: "school" },
    ],
    clauses: template.clauses.map((one, index) => ({
      id: `c${index + 1}`,
      purpose: one.purpose,
      title: one.title.zh,
      text: one.text,
    })),
    commitments: [
      {
        id: "p1",
        title: "学徒岗位",
        quantity: 60,
        unit: "个",
        dueOn: "2027-09-01",
        byId: FIRM,
        toId: SCHOOL,
        owner: "陈工",
      },
      {
        id: "p2",
        title: "企业导师授课",
        quantity: 320,
        unit: "课时",
        dueOn: "2028-12-31",
        byId: FIRM,
        toId: SCHOOL,
        owner: "陈工",
      },
      {
        id: "p3",
        title: "共建课程",
        quantity: 4,
        unit: "门",
        dueOn: "2028-06-30",
        byId: SCHOOL,
        toId: FIRM,
        owner: "林老师",
      },
    ],
    charter: null,
    ...change,
  };
};
