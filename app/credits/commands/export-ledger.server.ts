import { keyOf, privateHalf } from "~/agreements/signing-keys.server";
import type { PersonCtx } from "~/identity/actor";
import { kidOf } from "~/placements/certificate-keys.server";
import { issuerUrls } from "~/placements/rules/credential";
import { signCredential } from "~/placements/rules/vc-jwt";
import { config } from "~/platform/config/config.server";
import type { ReadClient } from "~/platform/db/client.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { ledgerSubjects, rowsOfStudent } from "../ledger-scope.server";
import { creditsOf, schoolOf } from "../transcript-answers.server";

const MOST_ENTRIES = 600;

/**
 * A learner's credit ledger (学分账) as a signed transcript, for the learner or a guardian. Goes in: who asks and whose ledger
 * (their first without). Comes out: every entry with its school and basis, and the JWS of the school on whose roll the learner
 * is now, which others check at that school's jwks.json; the export is recorded. Refuses others' ledgers (not found).
 */
export const exportLedger = async (
  ctx: PersonCtx,
  wanted: string | null,
): Promise<Result<{ transcript: object; jws: string }>> =>
  decide(async (tx) => {
    const reader = tx as unknown as ReadClient;
    const subjects = await ledgerSubjects(reader, ctx.actor);
    const chosen = wanted ? subjects.find((one) => one.studentId === wanted) : subjects[0];
    if (!chosen) return reject({ code: "not_found", key: "errors.notFound" });
    const student = await tx.student.findUniqueOrThrow({
      where: { id: chosen.studentId },
      select: { name: true, studentNumber: true, organizationId: true },
    });
    const entries = await tx.creditEntry.findMany({
      where: { studentId: { in: await rowsOfStudent(reader, chosen.studentId) } },
      orderBy: [{ earnedOn: "asc" }, { id: "asc" }],
      take: MOST_ENTRIES,
    });
    const schools = new Map<string, Awaited<ReturnType<typeof schoolOf>>>();
    for (const id of new Set([student.organizationId, ...entries.map((one) => one.schoolId)]))
      schools.set(id, await schoolOf(tx, id));
    const now = ctx.clock.now();
    const { baseUrl } = config();
    const urls = issuerUrls(baseUrl, student.organizationId);
    const transcript = {
      id: `${baseUrl}/credits/transcript.json#${chosen.studentId}-${now.getTime()}`,
      type: ["CreditLedgerTranscript"],
      issuer: urls.issuer,
      validFrom: now.toISOString(),
      keys: urls.jwks,
      school: schools.get(student.organizationId) ?? null,
      student: { name: student.name, number: student.studentNumber },
      entries: entries.map((entry) => ({
        id: entry.id,
        act: entry.act,
        source: entry.source,
        item: entry.item,
        name: entry.name,
        credits: creditsOf(entry.creditsCenti),
        hours: entry.hours,
        grade: entry.grade,
        earnedOn: entry.earnedOn,
        school: schools.get(entry.schoolId) ?? null,
        basis: JSON.parse(entry.basis) as object,
        voids: entry.voidsId,
      })),
    };
    const key = await keyOf(tx, student.organizationId, now);
    const jws = signCredential(transcript, {
      kid: kidOf(student.organizationId, key.id),
      privateKey: privateHalf(key),
    });
    await record(tx, ctx, {
      subject: { type: "student", id: chosen.studentId },
      name: "student.ledger_exported",
      payload: { entries: entries.length },
      audience: [],
    });
    return { transcript, jws };
  });
