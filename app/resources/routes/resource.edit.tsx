import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/marketplace/staff.server";
import { parseForm } from "~/platform/http/form.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { changeResource } from "../commands/change-resource.server";
import { RefusedResourceForm } from "../components/RefusedResourceForm";
import { ResourceFields } from "../components/ResourceFields";
import { refuseSharing, SHARING } from "../policy";
import { ownResourceFacts } from "../queries/own-resource-facts.server";
import { refusedForm, unreadForm } from "../resource-forms.server";
import { changeResourceForm } from "../schema";

const requireOwned = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context, SHARING);
  const resource = await ownResourceFacts(ctx, params.id ?? "");
  if (!resource) return throwRefusal(notFound().refusal);
  const refusal = refuseSharing(ctx.actor);
  return refusal ? throwRefusal(refusal) : { ctx, resource };
};

export const loader = async (args: LoaderFunctionArgs) => {
  const { resource } = await requireOwned(args);
  const t = translatorFor(languageOf(args.request.headers)).room("resources");
  return { title: t("manage.edit"), resource };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async (args: ActionFunctionArgs) => {
  const { ctx, resource } = await requireOwned(args);
  const form = await args.request.formData();
  const parsed = parseForm(form, changeResourceForm);
  if (!parsed.ok) return unreadForm(parsed.state);
  const done = await changeResource(ctx, resource.id, parsed.value);
  return done.ok ? redirect(`/resources/${resource.id}/manage`, 303) : refusedForm(done.refusal, form);
};

/** Correcting what is shared and on which terms. */
export default function EditResource() {
  const t = useWords("resources");
  const { resource } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader
        title={t("manage.edit")}
        subtitle={resource.title}
        trail={[{ href: `/resources/${resource.id}/manage`, label: t("manage.title") }]}
      />
      <form method="post" className="form mt-5 max-w-3xl" data-guard="">
        <RefusedResourceForm state={state} />
        <HiddenField name="version" value={resource.version} />
        <ResourceFields state={state} stored={resource} />
        <p className="meta">{t("manage.editHint")}</p>
        <div>
          <Button>{t("manage.save")}</Button>
        </div>
      </form>
    </>
  );
}
