import { pinyinKey } from "~/catalogues/pinyin-key.server";
import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import { knownHost, type ProposalRow } from "./proposal-record.server";
import type { PlacementTerms } from "./terms";

/** The profile of a company nobody acts for yet, as the school approved it. */
const foundUnclaimed = async (tx: Tx, ctx: Ctx, row: ProposalRow, school: string): Promise<string> => {
  const at = ctx.clock.now();
  const id = newId(at.getTime());
  const { pinyin, initials } = pinyinKey(row.hostName);
  await tx.organization.create({
    data: {
      id,
      kind: "enterprise",
      name: row.hostName,
      shortName: row.hostName.slice(0, 20),
      namePinyin: pinyin,
      nameInitials: initials,
      uscc: row.hostUscc,
      state: "unclaimed",
      regionCode: row.hostRegion,
      address: "",
      industryCode: row.hostIndustry,
      employees: row.hostEmployees,
      introduction: "",
      source: `${school} · 自主选择实习单位 · ${civilDate(at)}`,
      createdAt: at,
      updatedAt: at,
      version: 1,
    },
  });
  await record(tx, ctx, {
    subject: { type: "organization", id },
    name: "organization.noted",
    payload: { name: row.hostName },
    audience: [],
  });
  return id;
};

/**
 * The host of an approved proposal with its kind of post, both on record, so that head-count is counted for it as for any
 * other; one organization a credit code. Goes in: the proposal and its terms. Comes out: the host's id and the terms with
 * the post. A company that acts on the platform names its own posts: where it has none for this occupation the approval is rejected, and the
 * company is the one to add it.
 */
export const hostOfProposal = async (
  tx: Tx,
  ctx: Ctx,
  row: ProposalRow,
  terms: PlacementTerms,
): Promise<{ hostId: string; terms: PlacementTerms }> => {
  const known = await knownHost(tx, row.hostUscc, terms.occupationCode);
  if (known?.postId) return { hostId: known.id, terms: { ...terms, postId: known.postId } };
  if (known && known.state !== "unclaimed") {
    return reject({
      code: "blocked",
      key: "applications.errors.hostPost",
      values: { name: known.name },
    });
  }
  const school = await tx.organization.findUniqueOrThrow({
    where: { id: row.schoolId },
    select: { name: true },
  });
  const hostId = known?.id ?? (await foundUnclaimed(tx, ctx, row, school.name));
  const at = ctx.clock.now();
  const postId = newId(at.getTime());
  await tx.post.create({
    data: {
      id: postId,
      organizationId: hostId,
      name: terms.title,
      occupationCode: terms.occupationCode ?? "",
      headcount: row.postHeadcount ?? 0,
      samePostPayFen: terms.samePostPayFen,
      labourIntensity: terms.labourIntensity,
      hazards: (terms.hazards ?? []).join(","),
      createdAt: at,
      version: 1,
    },
  });
  return { hostId, terms: { ...terms, postId } };
};
