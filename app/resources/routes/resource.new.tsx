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
import { newId } from "~/platform/id";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { createResource } from "../commands/create-resource.server";
import { RefusedResourceForm } from "../components/RefusedResourceForm";
import { ResourceFields } from "../components/ResourceFields";
import { refuseSharing, SHARING } from "../policy";
import { refusedForm, unreadForm } from "../resource-forms.server";
import { resourceForm } from "../schema";

const requireSharing = async (request: Request, facts: LoaderFunctionArgs["context"]) => {
  const ctx = await requireStaff(request, facts, SHARING);
  const refusal = refuseSharing(ctx.actor);
  return refusal ? throwRefusal(refusal) : ctx;
};

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  await requireSharing(request, context);
  return {
    title: translatorFor(languageOf(request.headers)).room("resources")("create.title"),
    submissionKey: newId(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireSharing(request, context);
  const form = await request.formData();
  const parsed = parseForm(form, resourceForm);
  if (!parsed.ok) return unreadForm(parsed.state);
  const done = await createResource(ctx, parsed.value);
  return done.ok ? redirect(`/resources/${done.value.id}/manage`, 303) : refusedForm(done.refusal, form);
};

/** Sharing a base, laboratory, course, teacher or experience day. */
export default function NewResource() {
  const t = useWords("resources");
  const { submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader title={t("create.title")} trail={[{ href: "/resources/mine", label: t("tabs.mine") }]} />
      <form method="post" className="form mt-5 max-w-3xl" data-guard="">
        <RefusedResourceForm state={state} />
        <HiddenField name="submissionKey" value={submissionKey} />
        <ResourceFields state={state} />
        <div>
          <Button>{t("create.act")}</Button>
        </div>
      </form>
    </>
  );
}
