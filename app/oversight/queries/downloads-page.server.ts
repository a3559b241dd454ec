import { regionRange } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { COPY_FILE } from "../report-copy.server";

const PAGE = 30;

/**
 * Who took which report away, the newest first: an authority reads it for its region, everybody else for their own reports.
 * Goes in: the member and the id after which to go on. Comes out: a page of the log and the key to go on.
 */
export const downloadsPage = async (ctx: MemberCtx, after: string | null) => {
  const { organizationId, organization } = ctx.actor;
  const { regionCode } = await read.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { regionCode: true },
  });
  const { from, before } = regionRange(regionCode);
  const region = organization.kind === "authority";
  const found = await read.reportDownload.findMany({
    where: {
      ...(region ? { regionCode: { gte: from, lt: before } } : { organizationId }),
      ...(after ? { id: { lt: after } } : {}),
    },
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const items = found.slice(0, PAGE);
  return {
    region,
    items: items.map(({ id, reference, kind, title, format, readerName, readerOrgName, at }) => ({
      id,
      reference,
      kind,
      title,
      format,
      readerName,
      readerOrgName,
      at: at.toISOString(),
    })),
    next: found.length > PAGE ? (items.at(-1)?.id ?? null) : null,
  };
};

/** A copy the reader asked for: what it is and its file once it is drawn; null for copies of others. */
export const ownCopy = async (ctx: MemberCtx, id: string) => {
  const download = await read.reportDownload.findFirst({
    where: { id, readerId: ctx.actor.personId, readerOrgId: ctx.actor.organizationId, format: "pdf" },
  });
  if (!download) return null;
  const file = await read.storedFile.findFirst({
    where: { subjectType: COPY_FILE, subjectId: id },
    select: { name: true, mediaType: true, storageKey: true },
  });
  return { title: download.title, reference: download.reference, at: download.at.toISOString(), file };
};
