import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm } from "~/platform/http/form.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { newId } from "~/platform/id";
import { notFound } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import { saveCourse } from "../commands/save-course.server";
import { CourseFields } from "../components/CourseFields";
import { RefusedCreditForm } from "../components/RefusedCreditForm";
import { useCreditWords } from "../components/use-credit-words";
import { refusedForm, requireSchoolStaff, unreadForm } from "../credit-forms.server";
import { refuseCreditWork } from "../policy";
import { coursePage } from "../queries/course-page.server";
import { majorsOf } from "../queries/courses-page.server";
import { courseForm } from "../schema";

const guarded = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireSchoolStaff(request, context);
  const page = await coursePage(ctx, params.id ?? "");
  return page ? { ctx, page } : throwRefusal(notFound().refusal);
};

export const loader = async (args: LoaderFunctionArgs) => {
  const { ctx, page } = await guarded(args);
  return {
    page,
    may: refuseCreditWork(ctx.actor) === null,
    majors: await majorsOf(ctx.actor.organizationId),
    today: civilDate(ctx.clock.now()),
    submissionKey: newId(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.page.newest.name }];

export const action = async (args: ActionFunctionArgs) => {
  const { ctx, page } = await guarded(args);
  const form = await args.request.formData();
  form.set("code", page.newest.code);
  const parsed = parseForm(form, courseForm);
  if (!parsed.ok) return unreadForm(parsed.state);
  const done = await saveCourse(ctx, parsed.value);
  return done.ok ? redirect(`/credits/courses/${done.value.id}`, 303) : refusedForm(done.refusal, form);
};

/** One course: every version with the days it counts, and the next one. */
export default function Course() {
  const t = useWords("credits");
  const { any } = useTranslator();
  const { credits } = useCreditWords();
  const { page, may, majors, today, submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const { newest, versions } = page;
  return (
    <>
      <PageHeader
        title={newest.name}
        subtitle={[newest.code, any(`credits.kind.${newest.kind}`), credits(newest.creditsCenti)].join(" · ")}
        trail={[{ href: "/credits/courses", label: t("courses.title") }]}
      />
      <div className="stack mt-5">
        <RefusedCreditForm state={state} />
        <Section id="versions" title={t("courses.history")}>
          <DataTable
            caption={t("courses.history")}
            captionHidden
            rows={versions}
            rowKey={(row) => String(row.ordinal)}
            columns={[
              {
                key: "version",
                label: t("field.version"),
                lead: true,
                cell: (row) => t("courses.version", { ordinal: row.ordinal }),
              },
              { key: "from", label: t("field.validFrom"), cell: (row) => row.validFrom },
              { key: "name", label: t("field.name"), cell: (row) => row.name },
              {
                key: "credits",
                label: t("field.credits"),
                numeric: true,
                cell: (row) => credits(row.creditsCenti),
              },
              {
                key: "hours",
                label: t("field.hours"),
                numeric: true,
                cell: (row) => t("hours", { hours: row.hours }),
              },
              {
                key: "when",
                label: t("courses.when"),
                cell: (row) =>
                  row.offered
                    ? t("courses.whenValue", { grade: row.grade, term: row.term })
                    : t("courses.stopped"),
              },
              { key: "by", label: t("field.note"), cell: (row) => t("courses.by", { name: row.author }) },
            ]}
          />
        </Section>
        {may && (
          <Section id="change" title={t("courses.change")}>
            <p className="meta mt-2">{t("courses.subtitle")}</p>
            <form method="post" className="form mt-3 max-w-3xl" data-guard="">
              <CourseFields
                state={state}
                stored={newest}
                majors={majors}
                today={today}
                submissionKey={submissionKey}
              />
              <div>
                <Button>{t("courses.save")}</Button>
              </div>
            </form>
          </Section>
        )}
      </div>
    </>
  );
}
