import { read } from "~/platform/db/client.server";

/** How many open enquiries wait for this organization's answer: the number beside 对接 in the rail. */
export const enquiriesWaiting = (organizationId: string): Promise<number> =>
  read.enquiry.count({ where: { batonId: organizationId, state: "open" } });
