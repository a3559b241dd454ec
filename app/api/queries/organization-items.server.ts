import type { OrganizationItem } from "~/organizations/shapes";
import { config } from "~/platform/config/config.server";
import { read } from "~/platform/db/client.server";

/** A page of organizations as the API prints them, each with how it answers enquiries. */
export const organizationAnswers = async (items: readonly OrganizationItem[]) => {
  const records = await read.replyRecord.findMany({
    where: { organizationId: { in: items.map((item) => item.id) } },
  });
  const byId = new Map(records.map((record) => [record.organizationId, record]));
  return items.map((item) => ({
    id: item.id,
    url: `${config().baseUrl}/organizations/${item.id}`,
    kind: item.kind,
    name: item.name,
    verified: item.state === "verified",
    regionCode: item.regionCode,
    region: item.region,
    programmes: item.programmes,
    posts: item.posts,
    reply: { answered: byId.get(item.id)?.answered ?? 0, due: byId.get(item.id)?.due ?? 0 },
  }));
};
