import { openRows } from "~/oversight/commands/open-rows.server";
import { rebuildIndicators } from "~/oversight/commands/rebuild-indicators.server";
import { setTarget } from "~/oversight/commands/set-target.server";
import { takeSnapshot } from "~/oversight/commands/take-snapshot.server";
import { read } from "~/platform/db/client.server";
import { systemClock } from "~/platform/time/clock";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, ctxAt } from "./time";

/** The city's figures counted, this and last year frozen, targets set, and one look at a school's rows on its log. */
export const countCity = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  await rebuildIndicators(systemClock);
  const authority = cast.speakers.get("市教育局");
  if (!authority) throw new Error("the city has no authority");
  const ctx = ctxAt(authority, calendar.at(0, 0));
  const year = calendar.day(0).slice(0, 4);
  must(await takeSnapshot(ctx, String(Number(year) - 1)));
  must(await takeSnapshot(ctx, year));
  const dueOn = `${year}-12-31`;
  const common = { intent: "set", dueOn, ownerName: "职成教科 李科长" } as const;
  must(
    await setTarget(ctx, { ...common, indicator: "enquiry_reply_rate", goal: 95, project: "对接七日必复" }),
  );
  must(
    await setTarget(ctx, {
      ...common,
      indicator: "commitments_delivered",
      goal: 80,
      project: "协议承诺兑现攻坚",
    }),
  );
  must(await setTarget(ctx, { ...common, indicator: "listings_published", goal: 10, project: "岗位上平台" }));
  must(await setTarget(ctx, { ...common, indicator: "slots_offered", goal: 2_000, project: "百企千岗" }));
  const seen = await read.indicatorShare.findFirst({
    where: { indicatorId: "placements_started", period: year, lead: 1 },
    orderBy: { organizationId: "asc" },
    select: { organizationId: true },
  });
  if (seen) {
    must(
      await openRows(ctx, {
        indicatorId: "placements_started",
        organizationId: seen.organizationId,
        year,
        reason: "核对本市年度报告中到岗实习人次，抽查原始记录。",
      }),
    );
  }
  say("  figures: counted, two snapshots, four targets");
};
