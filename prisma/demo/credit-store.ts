import { depositTranscript } from "~/credits/commands/deposit-transcript.server";
import { makeStoreSecret } from "~/credits/commands/make-store-secret.server";
import { markCollected } from "~/credits/commands/mark-collected.server";
import type { TranscriptLine } from "~/credits/rules/convert";
import { COLLECTABLE, type TranscriptDocument } from "~/credits/rules/deposit";
import type { ActingCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, type CastMember, ctxAt } from "./time";

/** A school's own system, acting by a key. */
const systemOf = (member: CastMember, at: Date): ActingCtx => {
  const ctx = ctxAt(member, at);
  return {
    ...ctx,
    actor: { ...ctx.actor, kind: "key", personId: null, name: "教务系统" },
  };
};

const documentOf = (
  deposit: string,
  sequence: number,
  number: string,
  issuedOn: string,
  lines: readonly TranscriptLine[],
): TranscriptDocument => ({
  form: "bridge-transcript/1",
  deposit,
  sequence,
  student: { number },
  issuedOn,
  lines: lines.map(({ creditsCenti, ...line }) => ({ ...line, credits: creditsCenti / 100 })),
});

/**
 * The intermediate store of the demo city: the transcripts behind the recognitions told elsewhere, deposited by the schools'
 * systems, one of them out of order, sent twice and with a wrong signature, and collected by the receiving school.
 */
export const depositTranscripts = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const schools = ["岭南机电", "番禺八中"].map((name) => cast.speakers.get(name) as CastMember);
  const schoolOf = (id: string) => schools.find((one) => one.organization.id === id) as CastMember;
  for (const school of schools)
    must(await makeStoreSecret(ctxAt(school, calendar.at(-30, 9)), { version: 0 }));
  const transfers = await read.transfer.findMany({
    where: {
      state: { in: [...COLLECTABLE] },
      fromSchoolId: { in: schools.map((one) => one.organization.id) },
    },
    orderBy: { createdAt: "asc" },
    take: 12,
  });
  let deposits = 0;
  for (const [index, transfer] of transfers.entries()) {
    const conversion = await read.creditConversion.findUnique({ where: { transferId: transfer.id } });
    const lines = JSON.parse(conversion?.transcript ?? "[]") as TranscriptLine[];
    if (lines.length === 0) continue;
    const { studentNumber } = await read.student.findUniqueOrThrow({
      where: { id: transfer.studentId },
      select: { studentNumber: true },
    });
    const from = schoolOf(transfer.fromSchoolId);
    const to = schoolOf(transfer.toSchoolId);
    const name = `CJ-${studentNumber}`;
    const at = (day: number, hour: number) => systemOf(from, calendar.at(day - index, hour));
    const whole = documentOf(name, 2, studentNumber, calendar.day(-13 - index), lines);
    const kept = must(await depositTranscript(at(-12, 9), whole, true));
    deposits += 1;
    if (index > 0) continue;
    must(await depositTranscript(at(-12, 10), whole, true));
    const early = documentOf(name, 1, studentNumber, calendar.day(-20), lines.slice(0, -1));
    must(await depositTranscript(at(-11, 9), early, true));
    await depositTranscript(at(-10, 9), { ...whole, sequence: 3 }, false);
    must(await markCollected(systemOf(to, calendar.at(-9, 9)), kept.id, { hash: kept.hash }));
  }
  say(`  ${deposits} transcripts in the intermediate store`);
};
