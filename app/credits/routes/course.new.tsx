import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm } from "~/platform/http/form.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { saveCourse } from "../commands/save-course.server";
import { CourseFields } from "../components/CourseFields";
import { RefusedCreditForm } from "../components/RefusedCreditForm";
import { refusedForm, requireSchoolStaff, unreadForm } from "../credit-forms.server";
import { refuseCreditWork } from "../policy";
import { majorsOf } from "../queries/courses-page.server";
import { courseForm } from "../schema";

const guarded = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireSchoolStaff(request, context);
  const refusal = refuseCreditWork(ctx.actor);
  return refusal ? throwRefusal(refusal) : ctx;
};

export const loader = async (args: LoaderFunctionArgs) => {
  const ctx = await guarded(args);
  return {
    title: translatorFor(languageOf(args.request.headers)).room("credits")("courses.add"),
    majors: await majorsOf(ctx.actor.organizationId),
    today: civilDate(ctx.clock.now()),
    submissionKey: newId(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async (args: ActionFunctionArgs) => {
  const ctx = await guarded(args);
  const form = await args.request.formData();
  const parsed = parseForm(form, courseForm);
  if (!parsed.ok) return unreadForm(parsed.state);
  const done = await saveCourse(ctx, parsed.value);
  return done.ok ? redirect("/credits/courses", 303) : refusedForm(done.refusal, form);
};

/** Entering one course. */
export default function NewCourse() {
  const t = useWords("credits");
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader title={page.title} trail={[{ href: "/credits/courses", label: t("courses.title") }]} />
      <form method="post" className="form mt-5 max-w-3xl" data-guard="">
        <RefusedCreditForm state={state} />
        <CourseFields state={state} {...page} />
        <div>
          <Button>{t("courses.save")}</Button>
        </div>
      </form>
    </>
  );
}
