import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { parseQuery } from "~/platform/http/form.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { JoinSlip } from "../components/JoinSlip";
import { joinSlips } from "../queries/join-slips.server";
import { mayKeepStudents } from "../student-policy";
import { slipQuery } from "../student-schema";

const BACK = "/organization/students/invitations";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayKeepStudents(ctx.actor);
  if (!allowed.ok) throwRefusal(allowed.refusal);
  const parsed = parseQuery(new URL(request.url).searchParams, slipQuery);
  return {
    title: translatorFor(languageOf(request.headers)).room("students")("invitations.slips"),
    school: ctx.actor.organization.name,
    ...(await joinSlips(ctx, parsed.ok ? parsed.value : {})),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** Slips of paper to print and cut, one for each student with an open printed code. */
export default function StudentsSlips() {
  const t = useWords("students");
  const { slips, site, school } = useLoaderData<typeof loader>();
  const back = (
    <LinkButton look="ghost" href={BACK}>
      {t("invitations.back")}
    </LinkButton>
  );
  if (slips.length === 0) {
    return (
      <EmptyState level={1} title={t("invitations.slipsEmpty")} action={back}>
        <p>{t("invitations.slipsEmptyText")}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={t("invitations.slips")}
          trail={[
            { href: "/organization/students", label: t("list.title") },
            { href: BACK, label: t("invitations.title") },
          ]}
          subtitle={t("invitations.slipsText", { count: slips.length })}
        />
      </div>
      <ul className="mt-5 grid grid-cols-2 max-lg:grid-cols-1 print:grid-cols-2">
        {slips.map((slip) => (
          <JoinSlip key={slip.id} slip={slip} site={site} school={school} />
        ))}
      </ul>
    </>
  );
}
