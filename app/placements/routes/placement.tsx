import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { BatonLine } from "~/ui/BatonLine";
import { PageHeader } from "~/ui/PageHeader";
import { SealMark } from "~/ui/SealMark";
import { StateBadge } from "~/ui/StateBadge";
import { Tabs } from "~/ui/Tabs";
import { Tag } from "~/ui/Tag";
import { useTranslator, useWords } from "~/words/use-words";
import { PLACEMENT_TONES, taskText } from "../components/placement-sentences";
import { PLACEMENT_TABS } from "../placement-tabs";
import { placementPage } from "../queries/placement-page.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requirePerson(request, context);
  const page = await placementPage(actor, params.id ?? "", clock.now());
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return { title: `${page.row.studentName} · ${page.row.title}`, page };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Whether the reader is the one who must act next. */
const isMine = (as: string, who: string | null): boolean =>
  who !== null &&
  (who === as || (who === "school" && as === "teacher") || (who === "host" && as === "mentor"));

/** One placement: whose, where, its state, what comes next; below it the part that was chosen. */
export default function PlacementFrame() {
  const t = useWords("placements");
  const translator = useTranslator();
  const { page } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const { row, next, as } = page;
  const base = `/placements/${row.id}`;
  const tabs = PLACEMENT_TABS.filter(
    (tab) => (!tab.states || tab.states.includes(row.state)) && (!tab.for || tab.for.includes(as)),
  );
  return (
    <>
      <PageHeader
        trail={[{ href: "/placements", label: t("title") }]}
        title={row.studentName}
        subtitle={`${row.hostName} · ${row.title}`}
        state={
          <>
            <StateBadge
              tone={PLACEMENT_TONES[row.state] ?? "neutral"}
              word={translator.any(`placements.state.${row.state}`)}
            />
            <Tag>{translator.any(`placements.type.${row.type}`)}</Tag>
            <Tag>
              <span className="num">
                {row.startsOn} — {row.endsOn}
              </span>
            </Tag>
          </>
        }
        {...(row.document?.state === "sealed"
          ? {
              seal: (
                <SealMark text={t("agreement.sealText")} parties={`${row.schoolName}、${row.hostName}`} />
              ),
            }
          : {})}
        turn={
          next.who ? (
            <BatonLine
              holder={translator.any(`placements.who.${next.who}`)}
              mine={isMine(as, next.who)}
              task={taskText(next, translator)}
              now={page.now}
              {...(next.by ? { due: next.by } : {})}
            />
          ) : null
        }
      />
      <Tabs
        label={t("tab.label")}
        tabs={tabs.map((tab) => {
          const href = tab.path ? `${base}/${tab.path}` : base;
          return { href, label: translator.any(tab.label), current: pathname === href };
        })}
      />
      <Outlet context={page} />
    </>
  );
}
