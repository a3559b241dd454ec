import { recordEvidence } from "~/placements/commands/record-evidence.server";
import type { EvidenceInput } from "~/placements/gate-schema";
import { must } from "./must";
import { type Calendar, type CastMember, ctxAt } from "./time";

const PAPER = new TextEncoder().encode("%PDF-1.4\n%demo\n");

const pdf = (name: string) => ({
  field: "file",
  name: `${name}.pdf`,
  mediaType: "application/pdf",
  bytes: PAPER,
});

const PAPERS: readonly (Omit<EvidenceInput, "placement" | "subject" | "doneOn"> & {
  days: number;
  also?: number;
  until?: number;
  name: string;
})[] = [
  { kind: "inspection", days: -60, name: "实地考察报告" },
  { kind: "unit_list", days: -50, also: -45, name: "党组织会议纪要" },
  { kind: "plan", days: -40, name: "校企共同制订方案记录" },
  { kind: "rules", days: -39, name: "管理办法与应急预案" },
  { kind: "filing", days: -30, number: "穗教职备〔2026〕18 号", name: "备案回执" },
  { kind: "training", days: -8, name: "岗前培训签到" },
  { kind: "safety_test", days: -6, until: 300, name: "安全考核成绩" },
  {
    kind: "insurance",
    days: -2,
    until: 220,
    number: "PZAB2026440100088",
    payer: "school",
    insurer: "示例保险",
    name: "实习责任保险保单",
  },
];

export const clear = async (
  school: CastMember,
  calendar: Calendar,
  ids: readonly string[],
  from: number,
  without: readonly string[] = [],
): Promise<void> => {
  for (const { days, also, until, name, ...paper } of PAPERS) {
    if (without.includes(paper.kind)) continue;
    const day = from + days;
    const insured = paper.kind === "insurance";
    const said = Math.min(insured ? day - 3 : Math.max(day, from + (also ?? days)), 0);
    must(
      await recordEvidence(
        ctxAt(school, calendar.at(said, 9)),
        {
          ...paper,
          doneOn: calendar.day(day),
          ...(also === undefined ? {} : { alsoOn: calendar.day(from + also) }),
          ...(until === undefined ? {} : { validTo: calendar.day(from + until) }),
          placement: [...ids],
          subject: [],
        },
        pdf(name),
      ),
    );
  }
};
