import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ImportUpload } from "~/organizations/components/ImportUpload";
import { headerOf } from "~/organizations/import-template.server";
import { receiveImport } from "~/organizations/import-upload.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { recentImports } from "~/platform/imports/import-page.server";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { COURSE_IMPORT } from "../course-import.server";
import { refusedForm, requireSchoolStaff } from "../credit-forms.server";
import { refuseCreditWork } from "../policy";
import { COURSE_COLUMNS } from "../rules/course-columns";

const guarded = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireSchoolStaff(request, context);
  const refusal = refuseCreditWork(ctx.actor);
  return refusal ? throwRefusal(refusal) : ctx;
};

export const loader = async (args: LoaderFunctionArgs) => {
  const ctx = await guarded(args);
  const language = languageOf(args.request.headers);
  return {
    title: translatorFor(language).room("imports")("courses"),
    required: COURSE_COLUMNS.filter((def) => def.required)
      .map((def) => headerOf(def, language))
      .join("、"),
    now: ctx.clock.now().toISOString(),
    recent: await recentImports(ctx.actor.organizationId, "courses"),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async (args: ActionFunctionArgs) => {
  const ctx = await guarded(args);
  const started = await receiveImport(args.request, ctx, COURSE_IMPORT);
  return started.ok
    ? redirect(`/organization/imports/${started.value.id}`, 303)
    : refusedForm(started.refusal, new FormData());
};

/** A whole course catalogue at once: upload, check, decide. */
export default function CoursesImport() {
  const t = useWords("imports");
  const { title, required, recent, now } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const template = "/credits/courses/template";
  return (
    <>
      <PageHeader title={title} trail={[{ href: "/credits/courses", label: t("back.courses") }]} />
      <ImportUpload
        kind="courses"
        required={required}
        state={state}
        recent={recent}
        now={now}
        templates={
          <>
            <LinkButton look="ghost" icon="download" href={template} download>
              {t("template")}
            </LinkButton>
            <LinkButton look="quiet" icon="download" href={`${template}?format=csv`} download>
              {t("templateCsv")}
            </LinkButton>
          </>
        }
      />
    </>
  );
}
