import type { Person } from "~/identity/actor";
import { mayWrite } from "~/identity/actor";
import { findingLines } from "~/marketplace/finding-lines";
import { codeFieldText } from "~/organizations/queries/resolve-code.server";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { historyOf } from "~/platform/events/history.server";
import { civilDate } from "~/platform/time/clock";
import type { Translator } from "~/words/translate";
import { sideOf } from "../application-policy";
import { ownStudent } from "../application-record.server";
import { judgeProposal, knownHost, termsOfProposal } from "../proposal-record.server";
import { moveProposal, type ProposalState } from "../rules/proposal-lifecycle";
import { termsView } from "../terms-view.server";

/**
 * A self-found place as the student or their school reads it, with what the rules say of it today. Comes out: null for
 * everybody else. The contact is opened for these two alone.
 */
export const proposalPage = async (actor: Person, id: string, now: Date, t: Translator) => {
  const on = civilDate(now);
  const row = await read.placementProposal.findUnique({ where: { id } });
  if (!row) return null;
  const side = sideOf(actor);
  const own = side === "student" && (await ownStudent(read, actor))?.id === row.studentId;
  const school = side === "school" && actor.organizationId === row.schoolId;
  if (!own && !school) return null;
  const terms = termsOfProposal(row);
  const [student, host, judged, history] = await Promise.all([
    read.student.findUnique({
      where: { id: row.studentId },
      select: { id: true, name: true, className: true },
    }),
    knownHost(read, row.hostUscc, terms.occupationCode),
    judgeProposal(read, { ...row, terms }, on),
    historyOf("placement_proposal", id, 20),
  ]);
  const state = row.state as ProposalState;
  const may = (move: "approve" | "return" | "withdraw" | "propose", who: "student" | "school") =>
    moveProposal(state, move, who, "any").ok;
  const decides = school && actor.organization !== null && mayWrite({ organization: actor.organization });
  const applying = judged.findings.filter(({ verdict, applies }) => applies && verdict !== "pass");
  return {
    id,
    version: row.version,
    side: own ? ("student" as const) : ("school" as const),
    state,
    student,
    host: {
      id: host?.id ?? row.hostId,
      name: row.hostName,
      uscc: row.hostUscc,
      known: host !== null && host.state !== "unclaimed",
      region: await codeFieldText("regions", row.hostRegion),
      industry: await codeFieldText("industries", row.hostIndustry),
      employees: row.hostEmployees,
      postHeadcount: row.postHeadcount,
      contactName: row.contactName,
      contactPhone: openField("proposal.contactPhone", row.contactPhone),
    },
    raw: terms,
    occupationText: await codeFieldText("occupations", terms.occupationCode),
    terms: await termsView(terms),
    why: row.why,
    reason: row.reason,
    justification: row.justification,
    replyBy: row.replyBy,
    placementId: row.placementId,
    createdAt: row.createdAt.toISOString(),
    verdict: judged.verdict,
    findings: findingLines(applying, t),
    mayDecide: decides && may("approve", "school"),
    mayWithdraw: own && may("withdraw", "student"),
    mayResend: own && may("propose", "student"),
    history: history.map((entry) => ({
      id: entry.id,
      name: entry.name.replace("application.", ""),
      at: entry.at.toISOString(),
    })),
  };
};

export type ProposalPage = NonNullable<Awaited<ReturnType<typeof proposalPage>>>;
