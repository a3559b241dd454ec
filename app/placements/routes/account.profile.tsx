import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fieldErrors } from "~/identity/components/field-errors";
import { requirePerson } from "~/identity/session.server";
import { formWithFiles } from "~/marketplace/form-with-files.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { FormErrors } from "~/ui/form/FormErrors";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { profileSchema } from "../application-schema";
import { removeProfileFile } from "../commands/remove-profile-file.server";
import { saveProfile } from "../commands/save-profile.server";
import { ProfileForm } from "../components/ProfileForm";
import { profilePage } from "../queries/profile-page.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor } = await requirePerson(request, context);
  const page = await profilePage(actor);
  if (!page) return throwRefusal({ code: "forbidden", key: "applications.errors.noRecord" });
  return {
    page,
    saved: new URL(request.url).searchParams.has("saved"),
    title: translatorFor(languageOf(request.headers)).room("applications")("profile.title"),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  if (!(await profilePage(ctx.actor))) {
    return throwRefusal({ code: "forbidden", key: "applications.errors.noRecord" });
  }
  const { form, files, refusal } = await formWithFiles(request);
  const typed = typedFrom(form);
  if (refusal) return answerRefusal(refusal, { state: refusedState(refusal, typed) });
  const remove = form.get("remove");
  if (typeof remove === "string" && remove !== "") {
    const removed = await removeProfileFile(ctx, remove);
    if (!removed.ok) return throwRefusal(removed.refusal);
    return redirect("/account/profile?saved", 303);
  }
  const parsed = parseForm(form, profileSchema);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const saved = await saveProfile(ctx, parsed.value, files);
  if (saved.ok) return redirect("/account/profile?saved", 303);
  return answerRefusal(saved.refusal, { state: refusedState(saved.refusal, typed) });
};

/** What a student says of themselves, written once for every application. */
export default function Profile() {
  const t = useWords("applications");
  const { any } = useTranslator();
  const { page, saved } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const labels = {
    strengths: t("profile.strengths"),
    skills: t("profile.skills"),
    "wishRegions[0]": t("profile.wishRegions"),
    "wishRegions[1]": t("profile.wishRegions"),
    "wishRegions[2]": t("profile.wishRegions"),
    commuteMinutes: t("profile.commuteMinutes"),
    availableTo: t("profile.availableTo"),
    files: t("profile.files"),
  };
  return (
    <>
      <PageHeader
        trail={[{ href: "/applications", label: t("title") }]}
        title={t("profile.title")}
        subtitle={t("profile.intro")}
      />
      {saved && !state && <Notice tone="ok">{t("profile.saved")}</Notice>}
      {state && (
        <FormErrors
          errors={fieldErrors(state, labels, any)}
          message={any(state.message.key, state.message.values)}
        />
      )}
      <ProfileForm profile={page.profile} state={state} />
    </>
  );
}
