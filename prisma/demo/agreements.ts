import { addContribution } from "~/agreements/commands/add-contribution.server";
import { addTask } from "~/agreements/commands/add-task.server";
import { approveDocument } from "~/agreements/commands/approve-document.server";
import { changeLife } from "~/agreements/commands/change-life.server";
import { commentOnClause } from "~/agreements/commands/comment-on-clause.server";
import { decideEvidence } from "~/agreements/commands/decide-evidence.server";
import { draftAgreement } from "~/agreements/commands/draft-agreement.server";
import { finishTask } from "~/agreements/commands/finish-task.server";
import { holdMeeting } from "~/agreements/commands/hold-meeting.server";
import { holdReview } from "~/agreements/commands/hold-review.server";
import { lookAfterAgreements } from "~/agreements/commands/look-after-agreements.server";
import { nameSignatory } from "~/agreements/commands/name-signatory.server";
import { openAmendment } from "~/agreements/commands/open-amendment.server";
import { openSigning } from "~/agreements/commands/open-signing.server";
import { saveAgreementText } from "~/agreements/commands/save-document.server";
import { sealDocument } from "~/agreements/commands/seal-document.server";
import { sendDocument } from "~/agreements/commands/send-document.server";
import { signDocument } from "~/agreements/commands/sign-document.server";
import { submitEvidence } from "~/agreements/commands/submit-evidence.server";
import { withdrawDocument } from "~/agreements/commands/withdraw-document.server";
import type { AgreementContent } from "~/agreements/rules/content";
import { contentForm } from "~/agreements/schema";
import { DEMO_PASSWORD } from "~/identity/demo-personas";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { type AgreementStory, type Contributed, type Delivered, STORIES } from "./agreement-stories";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, type CastMember, ctxAt } from "./time";

type Telling = { calendar: Calendar; parties: readonly CastMember[]; story: AgreementStory };

const platformAt = (at: Date) => ({
  actor: systemActor("平台"),
  clock: fixedClock(at.toISOString()),
  requestId: newId(),
});

const latest = (agreementId: string) =>
  read.agreementDocument.findFirstOrThrow({ where: { agreementId }, orderBy: { ordinal: "desc" } });

const contentOf = async (documentId: string, number: number): Promise<AgreementContent> => {
  const row = await read.agreementVersion.findUniqueOrThrow({
    where: { documentId_number: { documentId, number } },
  });
  return JSON.parse(row.content) as AgreementContent;
};

const edit = async (
  who: CastMember,
  at: Date,
  agreementId: string,
  change: (content: AgreementContent) => AgreementContent,
): Promise<void> => {
  const document = await latest(agreementId);
  const content = change(await contentOf(document.id, document.number));
  const commitments = content.commitments.map((one) => ({
    ...one,
    dueOn: one.dueOn ?? undefined,
    owner: one.owner ?? undefined,
  }));
  const benefits = content.charter?.benefits.map(({ enterpriseBp, schoolBp, ...one }) => ({
    ...one,
    enterprise: enterpriseBp / 100,
    school: schoolBp / 100,
  }));
  const form = contentForm.parse({
    ...content,
    ...(content.charter ?? {}),
    ...(benefits ? { benefits } : {}),
    commitments,
    base: document.number,
    version: document.version,
  });
  must(await saveAgreementText(ctxAt(who, at), document.id, form));
};

const draft = async ({ calendar, parties, story }: Telling): Promise<string> => {
  const [first, ...others] = parties as [CastMember, ...CastMember[]];
  const at = calendar.at(story.day, 9);
  const { id } = must(
    await draftAgreement(ctxAt(first, at), {
      submissionKey: newId(),
      templateId: story.template,
      title: story.title,
      startsOn: calendar.day(story.startsIn ?? story.day + 6),
      endsOn: calendar.day(story.endsIn ?? story.day + 1101),
      forms: [1, 2],
      partners: others.map((one) => one.organization.id),
    }),
  );
  await edit(first, calendar.at(story.day, 10), id, (content) => ({
    ...content,
    commitments: content.commitments.flatMap((one, index) => {
      const told = story.promises[index];
      if (!told) return [];
      const [quantity, dueIn, owner] = told;
      return [{ ...one, quantity, dueOn: dueIn === null ? null : calendar.day(dueIn), owner }];
    }),
    charter: content.charter && charterOf(parties),
  }));
  return id;
};

const charterOf = (parties: readonly CastMember[]): AgreementContent["charter"] => {
  const [a, b] = parties.map((one) => one.organization.id) as [string, string];
  return {
    organs: [
      { name: "理事会", duty: "审议年度计划、预算和成员进出", seats: 7 },
      { name: "秘书处", duty: "日常运转，登记会议与行动项", seats: 3 },
    ],
    duties: [
      {
        task: "共建装备制造专业课程",
        element: "course",
        responsibleId: b,
        accountableId: a,
        consulted: "成员企业",
        informed: "全体成员",
      },
      {
        task: "开放实训工位",
        element: "base",
        responsibleId: b,
        accountableId: b,
        consulted: "秘书处",
        informed: "全体成员",
      },
      {
        task: "教师企业实践",
        element: "teacher",
        responsibleId: a,
        accountableId: b,
        consulted: "秘书处",
        informed: "全体成员",
      },
    ],
    benefits: [
      {
        what: "培训与技术服务收入",
        rule: "扣除成本后按贡献分配，每年公布",
        enterpriseBp: 4_000,
        schoolBp: 6_000,
      },
    ],
  };
};

const send = async (who: CastMember, at: Date, agreementId: string, note?: string): Promise<void> => {
  const document = await latest(agreementId);
  must(
    await sendDocument(ctxAt(who, at), document.id, { version: document.version, ...(note ? { note } : {}) }),
  );
};

/** Every party approves, names its signatory and the signing is opened. */
const agree = async (
  { parties }: Telling,
  agreementId: string,
  at: (hour: number) => Date,
): Promise<void> => {
  const [first, ...others] = parties as [CastMember, ...CastMember[]];
  await send(first, at(11), agreementId);
  for (const party of [...others, first]) {
    const document = await latest(agreementId);
    must(await approveDocument(ctxAt(party, at(14)), document.id, { version: document.version }));
  }
  for (const party of parties) {
    const known = await read.agreementSignatory.findFirst({
      where: { agreementId, organizationId: party.organization.id },
    });
    if (!known)
      must(
        await nameSignatory(
          ctxAt(party, at(15)),
          agreementId,
          { personId: party.personId, position: "法定代表人", authority: "legal_representative" },
          null,
        ),
      );
  }
  const document = await latest(agreementId);
  must(await openSigning(ctxAt(first, at(16)), document.id, { version: document.version }));
};

const sign = async (agreementId: string, parties: readonly CastMember[], at: Date): Promise<void> => {
  for (const party of parties) {
    const document = await latest(agreementId);
    const signatory = await read.agreementSignatory.findFirstOrThrow({
      where: { agreementId, organizationId: party.organization.id },
    });
    must(
      await signDocument(ctxAt(party, at), document.id, {
        signatoryId: signatory.id,
        digest: document.digest ?? "",
        password: DEMO_PASSWORD,
      }),
    );
  }
};

const deliver = async (
  { calendar, parties }: Telling,
  id: string,
  [day, index, quantity, note, answer]: Delivered,
): Promise<void> => {
  const commitments = await read.agreementCommitment.findMany({
    where: { agreementId: id },
    orderBy: { position: "asc" },
  });
  const speaks = (organizationId: string) =>
    parties.find((one) => one.organization.id === organizationId) as CastMember;
  const promise = commitments[index] as (typeof commitments)[number];
  const given = { submissionKey: newId(), quantity, happenedOn: calendar.day(day), note };
  const submitted = must(
    await submitEvidence(ctxAt(speaks(promise.byId), calendar.at(day, 10)), id, promise.id, given, null),
  );
  if (answer === "pending") return;
  const decision =
    answer === "dispute"
      ? { decision: "dispute" as const, note: "签到表只有一半学生，请补全" }
      : { decision: "accept" as const };
  must(
    await decideEvidence(ctxAt(speaks(promise.toId), calendar.at(day, 15)), id, {
      evidenceId: submitted.id,
      version: 1,
      ...decision,
    }),
  );
};

const review = async ({ calendar, parties }: Telling, id: string, day: number): Promise<void> => {
  must(
    await holdReview(ctxAt(parties[1] as CastMember, calendar.at(day, 16)), id, {
      heldOn: calendar.day(day),
      findings: "逐项核对承诺表，进度与记录一致；落后的两项已定补救日期。",
      next: "下月补交真实生产项目，企业导师课时按周排定。",
    }),
  );
};

const contribute = async (
  { calendar, parties }: Telling,
  id: string,
  [day, kind, what, value]: Contributed,
): Promise<void> => {
  const worth = kind === "hours" ? { hours: value } : { yuan: value };
  const given = { kind, source: "own" as const, what, on: calendar.day(day), ...worth };
  must(await addContribution(ctxAt(parties[0] as CastMember, calendar.at(day, 17)), id, given));
};

/** Everything that happened to a running agreement, day by day. */
const live = async (telling: Telling, id: string): Promise<void> => {
  const { deliveries = [], reviews = [], contributions = [], amendedOn } = telling.story;
  const steps: { day: number; run: () => Promise<void> }[] = [
    ...deliveries.map((one) => ({ day: one[0], run: () => deliver(telling, id, one) })),
    ...reviews.map((day) => ({ day, run: () => review(telling, id, day) })),
    ...contributions.map((one) => ({ day: one[0], run: () => contribute(telling, id, one) })),
    ...(amendedOn ? [{ day: amendedOn, run: () => amend(telling, id, amendedOn) }] : []),
  ];
  for (const step of steps.sort((a, b) => a.day - b.day)) await step.run();
};

const council = async ({ calendar, parties }: Telling, id: string): Promise<void> => {
  const [first, second] = parties as [CastMember, CastMember];
  for (const day of [-150, -60]) {
    const meeting = {
      organ: "理事会",
      heldOn: calendar.day(day),
      attended: 9,
      minutes: "",
      decisions: "通过年度任务清单；确定共享实训工位的排期。",
      element: "base" as const,
    };
    must(
      await holdMeeting(ctxAt(first, calendar.at(day, 15)), id, {
        ...meeting,
        actionTitle: "公布实训工位开放时间",
        actionOwnerId: second.organization.id,
        actionDueOn: calendar.day(day + 30),
      }),
    );
  }
  const own = { ownerId: first.organization.id, dueOn: calendar.day(40) };
  must(
    await addTask(ctxAt(second, calendar.at(-58)), id, {
      element: "teacher",
      title: "安排六名教师到企业实践",
      ...own,
    }),
  );
  const task = await read.consortiumTask.findFirstOrThrow({
    where: { agreementId: id, ownerId: second.organization.id },
    orderBy: { dueOn: "asc" },
  });
  must(
    await finishTask(ctxAt(second, calendar.at(-50)), id, {
      taskId: task.id,
      version: task.version,
      evidence: "开放时间表已公布在平台，三十个工位",
    }),
  );
};

const amend = async (telling: Telling, id: string, day: number): Promise<void> => {
  const { calendar, parties } = telling;
  const [first] = parties as [CastMember];
  must(await openAmendment(ctxAt(first, calendar.at(day, 9)), id, { kind: "amendment" }));
  await edit(first, calendar.at(day, 10), id, (content) => ({
    ...content,
    commitments: content.commitments.map((one, index) =>
      index === 0 ? { ...one, quantity: one.quantity + 20 } : one,
    ),
  }));
  await agree(telling, id, (hour) => calendar.at(day, hour));
  await sign(id, parties, calendar.at(day, 17));
  await sealDocument(platformAt(calendar.at(day, 18)), (await latest(id)).id);
};

const turnTo = async ({ calendar, parties, story }: Telling, id: string): Promise<void> => {
  if (!story.turn) return;
  const [day, action, reason] = story.turn;
  const ctx = ctxAt(parties[0] as CastMember, calendar.at(day, 9));
  const { version } = await read.agreement.findUniqueOrThrow({ where: { id } });
  if (action === "suspend") return void must(await changeLife(ctx, id, { version, action, reason }));
  if (action === "terminate")
    return void must(await changeLife(ctx, id, { version, action, reason, placementPlan: "finish" }));
  const document = await latest(id);
  must(await withdrawDocument(ctx, document.id, { version: document.version, reason }));
};

const tell = async (telling: Telling): Promise<void> => {
  const { calendar, parties, story } = telling;
  const [first, second] = parties as [CastMember, CastMember];
  const id = await draft(telling);
  if (story.until === "draft") return;
  if (story.until === "negotiating") {
    await send(first, calendar.at(story.day, 11), id, "导师课时按每周两次排的，请看是否合适");
    const document = await latest(id);
    const [clause] = (await contentOf(document.id, document.number)).clauses;
    if (clause)
      must(
        await commentOnClause(ctxAt(second, calendar.at(story.day + 1)), document.id, {
          clauseId: clause.id,
          text: "建议写明对应的岗位名称",
        }),
      );
    await edit(second, calendar.at(story.day + 1, 11), id, (content) => ({
      ...content,
      commitments: content.commitments.map((one, index) =>
        index === 1 ? { ...one, quantity: Math.round(one.quantity * 1.25) } : one,
      ),
    }));
    await send(second, calendar.at(story.day + 1, 12), id, "导师课时教务处核定为 100，请确认");
    return turnTo(telling, id);
  }
  const signDay = story.signDay ?? story.day + 6;
  await agree(telling, id, (hour) => calendar.at(story.day + 1, hour));
  if (story.until === "signing") return sign(id, [first], calendar.at(story.day + 2, 17));
  await sign(id, parties, calendar.at(signDay, 10));
  await sealDocument(platformAt(calendar.at(signDay, 11)), (await latest(id)).id);
  await live(telling, id);
  if (story.council) await council(telling, id);
  await turnTo(telling, id);
};

/**
 * Agreements of the demo city, brought about through the commands people use, each at its own day: sound ones, one in
 * negotiation, one waiting for a signature, and deliberately hollow ones, whose parties were told three weeks ago.
 */
export const loadAgreements = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const telling = (story: AgreementStory): Telling => ({
    calendar,
    story,
    parties: story.parties.map((name) => cast.speakers.get(name) as CastMember),
  });
  const hollow = STORIES.filter((story) => story.hollow);
  for (const story of hollow) await tell(telling(story));
  await lookAfterAgreements(platformAt(calendar.at(-25)));
  for (const story of STORIES.filter((one) => !one.hollow)) await tell(telling(story));
  await lookAfterAgreements(platformAt(calendar.at(0)));
  say(`  ${STORIES.length} agreements, ${hollow.length} of them hollow`);
};
