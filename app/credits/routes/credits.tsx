import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { MemberCtx, PersonCtx } from "~/identity/actor";
import { requirePerson } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { CreditTabs } from "../components/CreditTabs";
import { LedgerView } from "../components/LedgerView";
import { RegionCredits } from "../components/RegionCredits";
import { SchoolCredits } from "../components/SchoolCredits";
import { refuseCreditWork, SCHOOLS } from "../policy";
import { ownLedger } from "../queries/own-ledger.server";
import { regionSuccess } from "../queries/region-success.server";
import { schoolCredits } from "../queries/school-credits.server";
import { regionTables } from "../queries/tables-list.server";

const viewOf = async (ctx: PersonCtx, student: string | null) => {
  const { organization } = ctx.actor;
  const staff = organization && !["student", "viewer"].includes(organization.role);
  if (staff && (SCHOOLS.includes(organization.kind) || organization.kind === "authority")) {
    const member: MemberCtx = {
      ...ctx,
      actor: { ...ctx.actor, organization, organizationId: organization.id },
    };
    if (organization.kind !== "authority") {
      const may = refuseCreditWork({ organization }) === null;
      return { side: "school" as const, may, page: await schoolCredits(member) };
    }
    const { rows, schools } = await regionTables(member);
    return { side: "authority" as const, tables: rows, success: await regionSuccess(schools) };
  }
  const page = await ownLedger(ctx, student);
  if (!page && student) return throwRefusal(notFound().refusal);
  return { side: "person" as const, page };
};

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  return {
    title: translatorFor(languageOf(request.headers)).room("credits")("title"),
    view: await viewOf(ctx, new URL(request.url).searchParams.get("student")),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

/** Credits from the reader's side: a learner's ledger, a school's work, a region's tables. */
export default function Credits() {
  const t = useWords("credits");
  const { title, view } = useLoaderData<typeof loader>();
  if (view.side === "school") {
    return (
      <>
        <PageHeader title={title} subtitle={t("home.subtitleSchool")} />
        <CreditTabs current="home" side={view.may ? "school" : "teacher"} />
        <SchoolCredits page={view.page} may={view.may} />
      </>
    );
  }
  if (view.side === "authority") {
    return (
      <>
        <PageHeader title={title} subtitle={t("home.subtitleAuthority")} />
        <CreditTabs current="home" side="authority" />
        <RegionCredits tables={view.tables} success={view.success} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={view.page ? t("ledger.of", { name: view.page.chosen.name }) : t("ledger.title")}
        subtitle={t("home.subtitlePerson")}
        action={
          view.page?.chosen.own && (
            <LinkButton href="/credits/claims" look="ghost">
              {t("ledger.propose")}
            </LinkButton>
          )
        }
      />
      <CreditTabs current="home" side="person" />
      {view.page ? (
        <LedgerView page={view.page} />
      ) : (
        <EmptyState level={2} title={t("ledger.noChildren")}>
          <p>{t("ledger.noChildrenText")}</p>
        </EmptyState>
      )}
    </>
  );
}
