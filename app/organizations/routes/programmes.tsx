import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { StateBadge } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { OrganizationTabs } from "../components/OrganizationTabs";
import { mayEditProfile, mayHaveProgrammes, maySeeWork } from "../policy";
import { programmesOf } from "../queries/programmes.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  for (const allowed of [mayHaveProgrammes(ctx.actor), maySeeWork(ctx.actor)]) {
    if (!allowed.ok) throwRefusal(allowed.refusal);
  }
  return {
    title: translatorFor(languageOf(request.headers)).room("organizations")("programmes.title"),
    mayEdit: mayEditProfile(ctx.actor).ok,
    programmes: await programmesOf(ctx.actor.organizationId),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

type Row = Awaited<ReturnType<typeof loader>>["programmes"][number];

const Cohorts = ({ programme }: { programme: Row }) => {
  const t = useWords("organizations");
  if (programme.cohorts.length === 0) return "–";
  const rows = programme.cohorts.map((cohort) => (
    <div key={cohort.entryYear}>
      {t("programmes.cohort", { year: cohort.entryYear, students: cohort.students })}
      {cohort.practiceFrom && cohort.practiceTo && (
        <div className="note num">
          {t("programmes.practice", { from: cohort.practiceFrom, to: cohort.practiceTo })}
        </div>
      )}
    </div>
  ));
  return <div>{rows}</div>;
};

/** The own school's programmes: what enterprises are matched with. */
export default function Programmes() {
  const t = useWords("organizations");
  const { programmes, mayEdit } = useLoaderData<typeof loader>();
  const imports = useWords("imports");
  const add = mayEdit && (
    <>
      <LinkButton href="/organization/programmes/import" look="quiet">
        {imports("link")}
      </LinkButton>
      <LinkButton href="/organization/programmes/new">{t("programmes.add")}</LinkButton>
    </>
  );
  return (
    <>
      <PageHeader
        title={t("programmes.title")}
        subtitle={t("programmes.intro")}
        action={programmes.length > 0 && add}
      />
      <OrganizationTabs
        kind="school"
        current="programmes"
        programmes={programmes.filter((programme) => !programme.closed).length}
      />
      <div className="mt-6">
        <DataTable
          caption={t("programmes.title")}
          captionHidden
          rows={programmes}
          rowKey={(programme) => programme.id}
          empty={
            <EmptyState level={2} title={t("programmes.empty")} action={add}>
              <p>{t("programmes.emptyText")}</p>
            </EmptyState>
          }
          columns={[
            {
              key: "name",
              label: t("programmes.name"),
              lead: true,
              cell: (programme) => <a href={`/organization/programmes/${programme.id}`}>{programme.name}</a>,
            },
            {
              key: "major",
              label: t("programmes.major"),
              cell: (programme) => (
                <div>
                  {programme.major} <span className="num">{programme.majorCode}</span>
                  <div className="note">{t(`level.${programme.level as "associate"}`)}</div>
                </div>
              ),
            },
            {
              key: "seats",
              label: t("programmes.seats"),
              numeric: true,
              cell: (programme) => programme.seats,
            },
            {
              key: "cohorts",
              label: t("programmes.cohorts"),
              cell: (programme) => <Cohorts programme={programme} />,
            },
            {
              key: "state",
              label: t("programmes.state"),
              cell: (programme) => (
                <StateBadge
                  tone={programme.closed ? "neutral" : "ok"}
                  word={t(programme.closed ? "programmes.closed" : "programmes.open")}
                />
              ),
            },
          ]}
        />
      </div>
    </>
  );
}
