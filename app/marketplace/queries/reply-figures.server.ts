import { read } from "~/platform/db/client.server";
import { NO_REPLIES, replyFigures } from "../rules/reply-record";

export type ReplyFigures = ReturnType<typeof replyFigures>;

/** How an organization has answered so far, as it is shown: both numbers, hours and share only where they mean something. */
export const replyFiguresOf = async (organizationId: string): Promise<ReplyFigures> =>
  replyFigures((await read.replyRecord.findUnique({ where: { organizationId } })) ?? NO_REPLIES);
