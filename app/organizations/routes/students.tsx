import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { requireMember } from "~/identity/session.server";
import { parseQuery } from "~/platform/http/form.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { StudentFilter } from "../components/StudentFilter";
import { StudentTable } from "../components/StudentTable";
import { studentList } from "../queries/student-list.server";
import { maySeeStudents } from "../student-policy";
import { type StudentQuery, studentQuery } from "../student-schema";

const HERE = "/organization/students";
const EVERYBODY: StudentQuery = { state: "active" };

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const seen = maySeeStudents(ctx.actor);
  if (!seen.ok) throwRefusal(seen.refusal);
  const parsed = parseQuery(new URL(request.url).searchParams, studentQuery);
  const query = parsed.ok ? parsed.value : EVERYBODY;
  return {
    title: translatorFor(languageOf(request.headers)).room("students")("list.title"),
    organization: ctx.actor.organization.name,
    keeps: mayWrite(ctx.actor),
    general: ctx.actor.organization.kind === "general_school",
    query,
    ...(await studentList(ctx, query)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const hrefOf = (query: StudentQuery, after: string | null): string => {
  const { q, programme, className, state } = query;
  const given = { q, programme, className, state, after: after ?? undefined };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value) search.set(name, value);
  return `${HERE}?${search}`;
};

/** The school's roll: found, filtered, fifty at a time; the next step is importing or inviting. */
export default function Students() {
  const t = useWords("students");
  const children = useWords("children");
  const { organization, keeps, general, query, total, programmes, classes, students, next } =
    useLoaderData<typeof loader>();
  const add = general ? (
    <LinkButton href="/transfers/students/new" icon="plus">
      {t("list.enrol")}
    </LinkButton>
  ) : (
    <LinkButton href={`${HERE}/import`} icon="upload">
      {t("list.import")}
    </LinkButton>
  );
  const narrowed = Boolean(query.q || query.programme || query.className || query.after);
  const empty =
    total === 0 && !narrowed && query.state === "active" ? (
      <EmptyState level={2} title={t("list.empty")} action={keeps && add}>
        <p>{t(general ? "list.emptyGeneral" : "list.emptyText")}</p>
      </EmptyState>
    ) : (
      <EmptyState
        level={2}
        title={t("list.none")}
        action={
          <LinkButton look="ghost" href={HERE}>
            {t("list.clear")}
          </LinkButton>
        }
      >
        <p>{t("list.noneText")}</p>
      </EmptyState>
    );
  return (
    <>
      <PageHeader
        title={t("list.title")}
        subtitle={
          query.state === "active"
            ? t("list.subtitle", { organization, total })
            : t("list.subtitleOther", { organization, total, state: t(`state.${query.state}`) })
        }
        action={
          keeps && (
            <>
              <LinkButton look="quiet" href={`${HERE}/requests`}>
                {children("school.waiting")}
              </LinkButton>
              <LinkButton look="quiet" href={`${HERE}/invitations`}>
                {t("list.invite")}
              </LinkButton>
              {add}
            </>
          )
        }
      />
      <div className="stack mt-5">
        <StudentFilter programmes={programmes} classes={classes} query={query} />
        <div>
          <StudentTable students={students} empty={empty} />
          {students.length > 0 && <p className="note mt-3">{t("list.phoneNote")}</p>}
          <Pagination
            {...(next ? { nextHref: hrefOf(query, next) } : {})}
            {...(query.after ? { firstHref: hrefOf(query, null) } : {})}
          />
        </div>
      </div>
    </>
  );
}
