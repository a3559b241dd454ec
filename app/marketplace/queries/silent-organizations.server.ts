import { rawReader } from "~/platform/db/client.server";

export type SilentOrganization = {
  organizationId: string;
  name: string;
  regionCode: string;
  silentInRow: number;
  due: number;
  answered: number;
};

/**
 * Organizations whose last enquiries ran out in silence. Goes in: how many in a row, the id after which to go on, how many
 * rows. Comes out: name, region and the figures of their replies.
 */
export const silentOrganizations = (inRow: number, after: string, take: number): SilentOrganization[] =>
  rawReader()
    .prepare<unknown[], SilentOrganization>(
      `SELECT r.organizationId, o.name, o.regionCode, r.silentInRow, r.due, r.answered FROM ReplyRecord r
       JOIN Organization o ON o.id = r.organizationId
       WHERE r.organizationId > ? AND r.silentInRow >= ? ORDER BY r.organizationId LIMIT ?`,
    )
    .all(after, inRow, take);
