import type { Person } from "~/identity/actor";
import { addEvidence } from "~/organizations/commands/add-evidence.server";
import { returnOrganization } from "~/organizations/commands/return-organization.server";
import { submitForVerification } from "~/organizations/commands/submit-for-verification.server";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, ctxAt } from "./time";

const paper = (name: string): Uint8Array =>
  new TextEncoder().encode(`${name}\n营业执照（演示用文本，不是真实证照）\n`);

const operatorAt = (personId: string, at: Date) => {
  const actor: Person = {
    kind: "person",
    personId,
    organizationId: null,
    name: "平台运营",
    language: "zh-CN",
    isOperator: true,
    sessionPublicId: newId(),
    organization: null,
  };
  return { actor, clock: fixedClock(at.toISOString()), requestId: newId() };
};

/** Parties that wait for the operator, one of them late, and one whose papers came back with notes. */
export const queueForVerification = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const waiting: readonly [short: string, daysAgo: number][] = [
    ["新岸锂电", 8],
    ["粤才人力", 5],
    ["岭南云仓", 2],
    ["从化农林", 1],
  ];
  const reviews = new Map<string, string>();
  for (const [short, daysAgo] of waiting) {
    const speaker = cast.speakers.get(short)!;
    const ctx = ctxAt(speaker, calendar.at(-daysAgo));
    const file = {
      field: "evidence",
      name: `${short}-证照.txt`,
      mediaType: "text/plain",
      bytes: paper(speaker.organization.name),
    };
    must(await addEvidence(ctx, [file]));
    const { version } = await read.organization.findUniqueOrThrow({
      where: { id: speaker.organization.id },
      select: { version: true },
    });
    reviews.set(short, must(await submitForVerification(ctx, { version })).reviewId);
  }
  must(
    await returnOrganization(operatorAt(cast.operatorId, calendar.at(-3)), {
      reviewId: reviews.get("粤才人力")!,
      reason: "主营为劳务派遣，且电话与从化农林一致；请说明与学校的关系。实习不得由中介组织。",
      notes: { industry: "行业为劳务派遣（7263），不能作为实习单位", contactPhone: "与一所学校的电话相同" },
    }),
  );
  say(`  ${waiting.length - 1} parties wait for verification, one was returned`);
};
