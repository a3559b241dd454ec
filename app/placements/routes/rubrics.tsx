import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { requireStaff } from "~/marketplace/staff.server";
import { languageOf } from "~/platform/i18n/language";
import { civilDate } from "~/platform/time/clock";
import { DataTable } from "~/ui/DataTable";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { rubricsOf } from "../queries/rubrics.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requireStaff(request, context, ["school"]);
  return {
    title: translatorFor(languageOf(request.headers)).room("rubrics")("title"),
    mayEdit: mayWrite(actor),
    rubrics: await rubricsOf(actor.organizationId, civilDate(clock.now())),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** 考核标准 of a school, major by major: what is used today, and what is set for later. */
export default function Rubrics() {
  const t = useWords("rubrics");
  const { rubrics, mayEdit } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        trail={[{ href: "/organization/outcomes", label: t("trail") }]}
        title={t("title")}
        subtitle={t("lead")}
      />
      <div className="mt-6">
        <DataTable
          caption={t("title")}
          captionHidden
          rows={rubrics}
          rowKey={(row) => row.code}
          columns={[
            {
              key: "major",
              label: t("major"),
              lead: true,
              cell: ({ code, name }) => (
                <>
                  {name || t("allMajors")}
                  {name && <div className="note num">{code}</div>}
                </>
              ),
            },
            {
              key: "parts",
              label: t("parts"),
              cell: ({ now, own }) => (
                <>
                  {now.parts
                    .map((part) => t("partLine", { name: part.name, percent: part.weightBp / 100 }))
                    .join("、")}
                  {(now.competences ?? []).length > 0 && (
                    <div className="note">
                      {t("competencesLine", { list: (now.competences ?? []).join("、") })}
                    </div>
                  )}
                  <div className="note">
                    {t(own ? "ownSince" : now.id === "house" ? "house" : "fromAll", { date: now.validFrom })}
                  </div>
                </>
              ),
            },
            {
              key: "credits",
              label: t("creditsPerWeek"),
              numeric: true,
              cell: ({ now }) => now.creditsPerWeekCenti / 100,
            },
            {
              key: "act",
              label: t("act"),
              cell: ({ code, name, next }) => (
                <>
                  {mayEdit && (
                    <a
                      className="whitespace-nowrap"
                      href={`/organization/rubrics/new?major=${encodeURIComponent(code)}`}
                    >
                      {t("set")}
                      <span className="sr-only"> {name || t("allMajors")}</span>
                    </a>
                  )}
                  {next && <div className="note num">{t("next", { date: next })}</div>}
                </>
              ),
            },
          ]}
        />
      </div>
    </>
  );
}
