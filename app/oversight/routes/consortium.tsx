import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { healthTone } from "~/agreements/components/sentences";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { DataTable } from "~/ui/DataTable";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import { ConsortiumReasons } from "../components/ConsortiumReasons";
import { mayOverseeConsortia } from "../policy";
import { type ConsortiumTold, consortiumOverseen } from "../queries/consortia-page.server";
import { type MemberStanding, QUIET_DAYS } from "../rules/member-standing";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayOverseeConsortia(ctx.actor);
  if (!allowed.ok) throwRefusal(allowed.refusal);
  const consortium = await consortiumOverseen(ctx, params.id ?? "");
  if (!consortium) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const party = consortium.members.some(({ id }) => id === ctx.actor.organizationId);
  return { title: consortium.title, consortium, party };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

const TONES: Record<MemberStanding, Tone> = { moving: "ok", idle: "neutral", quiet: "bad" };
const COUNTS = ["promised", "delivered", "partly", "overdue", "tasks", "done", "late"] as const;

type Member = ConsortiumTold["members"][number];

/** One consortium as its overseers see it: members, what each promised and delivered, who does not move. */
export default function ConsortiumOverseen() {
  const t = useWords("cards");
  const alerts = useWords("alerts");
  const { any, language } = useTranslator();
  const { consortium, party } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={consortium.title}
        trail={[{ href: "/oversight/consortia", label: t("consortia.title") }]}
        subtitle={`${t("consortia.score", { score: consortium.score })} · ${t("consortia.ends", {
          date: absoluteText(consortium.endsOn, language),
        })}`}
        state={
          <StateBadge
            tone={healthTone(consortium.health)}
            word={alerts(`partnerships.health.${consortium.health}`)}
          />
        }
        action={
          party && (
            <LinkButton href={`/agreements/${consortium.id}/consortium`}>{t("consortia.work")}</LinkButton>
          )
        }
      />
      <p className="mt-4">{t("consortia.totals", consortium.totals)}</p>
      <ConsortiumReasons consortium={consortium} />
      <div className="mt-5">
        <Section id="members" title={t("consortia.member")}>
          <DataTable
            caption={t("consortia.member")}
            captionHidden
            rows={consortium.members}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "member",
                label: t("consortia.member"),
                lead: true,
                cell: ({ id, name }: Member) => <a href={`/organizations/${id}`}>{name}</a>,
              },
              { key: "role", label: t("consortia.role"), cell: ({ role }) => any(`agreements.role.${role}`) },
              ...COUNTS.map((key) => ({
                key,
                label: t(`consortia.${key}`),
                numeric: true,
                cell: (member: Member) => member[key],
              })),
              {
                key: "last",
                label: t("consortia.lastDeed"),
                cell: ({ lastMonth }) => lastMonth ?? t("consortia.never"),
              },
              {
                key: "standing",
                label: t("consortia.standing"),
                cell: ({ standing }) => (
                  <StateBadge tone={TONES[standing]} word={t(`consortia.${standing}`)} />
                ),
              },
            ]}
          />
          <p className="note mt-2">{t("consortia.quietText", { days: QUIET_DAYS })}</p>
        </Section>
      </div>
    </>
  );
}
