import { proposePlacement } from "~/placements/commands/propose-placement.server";
import type { ProposalInput } from "~/placements/proposal-schema";
import { SEATED } from "~/placements/rules/lifecycle";
import { read } from "~/platform/db/client.server";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, ctxAt } from "./time";
import { codeOf } from "./trading-codes";

/** Places two students found themselves, each stopped by one rule: a shop too small for an intern, a student too young. */
const FOUND: readonly { serial: number; who: "young" | "any"; host: Partial<ProposalInput> }[] = [
  {
    serial: 741,
    who: "any",
    host: { hostName: "化龙镇小李模具加工点", employees: 6, postHeadcount: 3, title: "模具钳工跟班" },
  },
  {
    serial: 742,
    who: "young",
    host: { hostName: "沙湾镇永兴五金厂", employees: 85, postHeadcount: 30, title: "钻床操作跟班" },
  },
];

const TOO_YOUNG = "罗可欣";

/** The two proposals, before the school that has to decide on them. */
export const proposeUnlawful = async (cast: Cast, calendar: Calendar): Promise<void> => {
  const school = cast.speakers.get("岭南机电")!;
  const placed = await read.placement.findMany({
    where: { schoolId: school.organization.id, state: { in: [...SEATED] } },
    select: { studentId: true },
    take: 1000,
  });
  const inRound = await read.roundStudent.findMany({
    where: { schoolId: school.organization.id, slotId: { not: null } },
    select: { studentId: true },
    take: 1000,
  });
  const busy = new Set([...placed, ...inRound].map((one) => one.studentId));
  const turners = await read.programme.findMany({
    where: { organizationId: school.organization.id, majorCode: { startsWith: "66" } },
    select: { id: true },
  });
  const students = await read.student.findMany({
    where: {
      organizationId: school.organization.id,
      state: "active",
      personId: { not: null },
      programmeId: { in: turners.map(({ id }) => id) },
    },
    orderBy: { studentNumber: "asc" },
    take: 200,
    select: { id: true, name: true, personId: true, emailHash: true },
  });
  for (const { serial, who, host } of FOUND) {
    const student = students.find(({ id, name }) =>
      who === "young" ? name === TOO_YOUNG : name !== TOO_YOUNG && !busy.has(id),
    );
    if (!student?.personId) throw new Error("nobody is left to find a place");
    busy.add(student.id);
    const { organization } = school;
    const speaker = {
      personId: student.personId,
      name: student.name,
      organization: { ...organization, role: "student" as const },
    };
    must(
      await proposePlacement(ctxAt(speaker, calendar.at(-1, 20)), {
        uscc: codeOf(serial),
        hostName: "",
        region: "440113",
        address: "工业路 16 号",
        industry: "3311",
        contactName: "李师傅",
        contactPhone: `138000022${String(serial).slice(-2)}`,
        title: "",
        occupation: "6-18-01-01",
        startsOn: calendar.day(70),
        endsOn: calendar.day(190),
        tasks: ["备料与装夹", "按图加工", "自检与记录"],
        hoursPerDay: 8,
        hoursPerWeek: 40,
        nightShifts: false,
        overtime: false,
        restDayWork: false,
        labourIntensity: "2",
        hazards: ["none"],
        pay: 370_000,
        samePostPay: 430_000,
        lodging: "home",
        fees: "none",
        agent: false,
        insurance: "school",
        why: "离家近，师傅愿意带。",
        ...host,
      }),
    );
  }
};
