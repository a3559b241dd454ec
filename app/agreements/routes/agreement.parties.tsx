import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/marketplace/staff.server";
import { parseForm } from "~/platform/http/form.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { openDocumentId, refusedWith } from "../agreement-actions.server";
import { changeParties } from "../commands/change-parties.server";
import { actRefusal } from "../policy";
import { partiesPage } from "../queries/parties-page.server";
import { partiesForm } from "../schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const searched = new URL(request.url).searchParams.get("q") ?? "";
  const page = await partiesPage(ctx, params.id ?? "", searched);
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const forbidden = actRefusal(ctx.actor);
  if (forbidden) return throwRefusal(forbidden);
  const t = translatorFor(languageOf(request.headers)).room("agreements");
  return { page, title: `${t("parties.title")} · ${page.agreement.title}` };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const form = await request.formData();
  const documentId = await openDocumentId(ctx, params.id ?? "");
  if (!documentId) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const parsed = parseForm(form, partiesForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const outcome = await changeParties(ctx, documentId, parsed.value);
  return outcome.ok
    ? redirect(`/agreements/${params.id}/parties`, 303)
    : refusedWith(outcome.refusal, form).refused;
};

/** Who is in an agreement on its way: who is seated how, and whom to take in. */
export default function AgreementParties() {
  const t = useWords("agreements");
  const { any } = useTranslator();
  const { page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const { agreement, parties, found, mayEdit, version } = page;
  const change = (name: "add" | "remove", id: string, label: string, whom: string) => (
    <form method="post">
      <HiddenField name="version" value={version} />
      <HiddenField name={name} value={id} />
      <Button look="ghost" small aria-label={`${label} ${whom}`}>
        {label}
      </Button>
    </form>
  );
  return (
    <div className="page-narrow stack">
      <PageHeader
        title={t("parties.title")}
        trail={[
          { href: "/agreements", label: t("title") },
          { href: `/agreements/${agreement.id}`, label: agreement.title },
        ]}
        subtitle={t("parties.lead")}
      />
      {state && <FormErrors message={any(state.message.key, state.message.values)} errors={[]} />}
      {!mayEdit && <Notice tone="wait">{t("edit.notNow")}</Notice>}
      <Section id="parties" title={t("parties.title")}>
        {parties.map((one) => (
          <div key={one.id} className="item">
            <div>
              <b>{one.name}</b>
              <div className="meta">{t(`role.${one.role}`)}</div>
            </div>
            <div className="item-figure">
              {one.removable && change("remove", one.id, t("parties.remove"), one.name)}
            </div>
          </div>
        ))}
      </Section>
      {mayEdit && (
        <Section id="add" title={t("parties.search")}>
          <form method="get" className="row my-3 items-end">
            <TextField
              name="q"
              type="search"
              label={t("field.partnerSearch")}
              defaultValue={page.searched}
              required
              minLength={2}
            />
            <Button look="ghost">{t("new.search")}</Button>
          </form>
          {page.searched && found.length === 0 && <p>{t("new.noPartner")}</p>}
          {found.map((one) => (
            <div key={one.id} className="item">
              <b>{one.name}</b>
              <div className="item-figure">{change("add", one.id, t("parties.add"), one.name)}</div>
            </div>
          ))}
        </Section>
      )}
    </div>
  );
}
