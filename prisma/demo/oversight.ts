import { addRecognitionEvidence } from "~/oversight/commands/add-recognition-evidence.server";
import { answerAlert } from "~/oversight/commands/answer-alert.server";
import { applyForRecognition } from "~/oversight/commands/apply-for-recognition.server";
import { decideRecognition } from "~/oversight/commands/decide-recognition.server";
import { dismissAlert } from "~/oversight/commands/dismiss-alert.server";
import { keepSurchargeYear } from "~/oversight/commands/keep-surcharge-year.server";
import { orderRectification } from "~/oversight/commands/order-rectification.server";
import { raiseAlerts } from "~/oversight/commands/raise-alerts.server";
import { reviewAnswer } from "~/oversight/commands/review-answer.server";
import { read } from "~/platform/db/client.server";
import { fixedClock } from "~/platform/time/clock";
import { addWorkingDays } from "~/platform/time/working-days";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, type CastMember, ctxAt } from "./time";

const alertsNow = () =>
  read.alert.findMany({ where: { state: "open" }, orderBy: [{ ruleId: "asc" }, { title: "asc" }] });

/** 南粤精密 on its way to recognition, in the pool since last month, with its own figures of three years. */
const showRecognition = async (cast: Cast, authority: CastMember, calendar: Calendar): Promise<void> => {
  const firm = cast.speakers.get("南粤精密");
  if (!firm) throw new Error("the city has no 南粤精密");
  const at = (days: number) => ctxAt(firm, calendar.at(days, 14));
  const year = Number(calendar.today.slice(0, 4));
  const given = [
    { amount: 860_000, days: -400, note: "共建数控实训基地：五轴加工中心一台（发票与验收单）" },
    { amount: 240_000, days: -120, note: "捐赠量具与刀具一批（捐赠协议与接收单）" },
  ];
  for (const { amount, days, note } of given) {
    must(
      await addRecognitionEvidence(
        at(-40),
        { intent: "evidence", criterionId: "CJ-5", amount, happenedOn: calendar.day(days), note },
        null,
      ),
    );
  }
  for (const [back, surcharge, investment] of [
    [2, 9_600_000, 30_000_000],
    [1, 10_400_000, 86_000_000],
    [0, 11_000_000, 24_000_000],
  ] as const) {
    must(
      await keepSurchargeYear(at(-39), {
        intent: "figures",
        year: year - back,
        surcharge,
        investment,
        recruit: 680_000,
      }),
    );
  }
  const { id } = must(await applyForRecognition(at(-38), undefined));
  must(
    await decideRecognition(ctxAt(authority, calendar.at(-30, 10)), id, {
      intent: "accept",
      version: 1,
      note: "列入建设培育，一年后复核。",
    }),
  );
};

/** Alerts of the city as its authority has dealt with them: one waits, one is ordered, one answered, one closed. */
export const superviseCity = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const authority = cast.speakers.get("市教育局");
  if (!authority) throw new Error("the city has no authority");
  await raiseAlerts(fixedClock(calendar.at(-12, 6).toISOString()));
  const found = await alertsNow();
  const owners = new Map<string, CastMember>(
    [...cast.speakers.values()].map((member) => [member.organization.id, member]),
  );
  const [first, second, third, fourth] = found.filter(({ organizationId }) => owners.has(organizationId));
  const order = async (alert: (typeof found)[number], days: number) =>
    must(
      await orderRectification(ctxAt(authority, calendar.at(-11, 10)), alert.id, {
        intent: "order",
        version: alert.version,
        text: "请说明合作现状，并在期限内提交兑现证据或者变更、终止协议的方案。",
        dueOn: addWorkingDays(calendar.day(-11), days).date,
      }),
    );
  const versionOf = async (id: string) => (await read.alert.findUniqueOrThrow({ where: { id } })).version;
  const answer = async (alert: (typeof found)[number], day: number, text: string) => {
    const owner = owners.get(alert.organizationId);
    if (!owner) return;
    must(
      await answerAlert(
        ctxAt(owner, calendar.at(day, 15)),
        alert.id,
        { intent: "answer", version: await versionOf(alert.id), text },
        null,
      ),
    );
  };
  if (first) await order(first, 20);
  if (second) {
    await order(second, 15);
    await answer(second, -3, "已与对方约定本周四现场交接，交接单和签到表会在平台提交，请复核。");
  }
  if (third) {
    await order(third, 10);
    await answer(third, -8, "双方已商定下学期恢复，变更协议正在签署。");
    must(
      await reviewAnswer(ctxAt(authority, calendar.at(-6, 9)), third.id, {
        intent: "accept",
        version: await versionOf(third.id),
        note: "下学期初抽查。",
      }),
    );
  }
  if (fourth) {
    must(
      await dismissAlert(ctxAt(authority, calendar.at(-10, 11)), fourth.id, {
        intent: "dismiss",
        version: fourth.version,
        note: "企业已书面说明停产检修至月底，到期再看。",
      }),
    );
  }
  await showRecognition(cast, authority, calendar);
  const { raised } = await raiseAlerts(fixedClock(calendar.at(0, 6).toISOString()));
  say(`  ${found.length + raised} alerts`);
};
