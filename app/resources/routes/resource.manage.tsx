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
import { newId } from "~/platform/id";
import { notFound } from "~/platform/result";
import { addDays, civilDate, isCivilDate } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import { cancelSession } from "../commands/cancel-session.server";
import { changeResourceState } from "../commands/change-resource-state.server";
import { openSessions } from "../commands/open-sessions.server";
import { PlanSessions } from "../components/PlanSessions";
import { RefusedResourceForm } from "../components/RefusedResourceForm";
import { useResourceTexts } from "../components/use-resource-texts";
import { SHARING } from "../policy";
import { ownerOf } from "../queries/owner-of.server";
import { CALENDAR_DAYS, resourcePage } from "../queries/resource-page.server";
import { refusedForm, unreadForm } from "../resource-forms.server";
import { cancelSlotForm, resourceStateForm, sessionsForm } from "../schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context, SHARING);
  const query = new URL(request.url).searchParams;
  const today = civilDate(ctx.clock.now());
  const asked = query.get("from") ?? "";
  const from = isCivilDate(asked) ? asked : today;
  const page = await resourcePage(params.id ?? "", from, today);
  if (!page || page.organizationId !== ctx.actor.organizationId) return throwRefusal(notFound().refusal);
  const count = (name: string) => Number(query.get(name)) || 0;
  return {
    page,
    today,
    later: addDays(from, CALENDAR_DAYS),
    earlier: addDays(from, -CALENDAR_DAYS),
    submissionKey: newId(),
    added: query.has("opened") ? { opened: count("opened"), skipped: count("skipped") } : null,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.page.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context, SHARING);
  const id = params.id ?? "";
  const here = `/resources/${id}/manage`;
  if ((await ownerOf(id)) !== ctx.actor.organizationId) return throwRefusal(notFound().refusal);
  const form = await request.formData();
  const intent = form.get("intent");
  if (intent === "callOff") {
    const parsed = parseForm(form, cancelSlotForm);
    if (!parsed.ok) return unreadForm(parsed.state);
    const done = await cancelSession(ctx, id, parsed.value);
    return done.ok ? redirect(here, 303) : refusedForm(done.refusal, form);
  }
  if (intent === "state") {
    const parsed = parseForm(form, resourceStateForm);
    if (!parsed.ok) return unreadForm(parsed.state);
    const done = await changeResourceState(ctx, id, parsed.value);
    return done.ok ? redirect(here, 303) : refusedForm(done.refusal, form);
  }
  const parsed = parseForm(form, sessionsForm);
  if (!parsed.ok) return unreadForm(parsed.state);
  const done = await openSessions(ctx, id, parsed.value);
  if (!done.ok) return refusedForm(done.refusal, form);
  return redirect(`${here}?opened=${done.value.opened}&skipped=${done.value.skipped}`, 303);
};

/** The owner's side of a resource: its sessions, calling one off, and whether it takes bookings. */
export default function ManageResource() {
  const t = useWords("resources");
  const { any } = useTranslator();
  const { when } = useResourceTexts();
  const { page, today, later, earlier, submissionKey, added } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const open = page.state === "open";
  return (
    <>
      <PageHeader
        title={page.title}
        subtitle={t("manage.title")}
        trail={[{ href: "/resources/mine", label: t("tabs.mine") }]}
        state={<StateBadge tone={open ? "ok" : "wait"} word={any(`resources.manage.state.${page.state}`)} />}
        action={
          <form method="post">
            <HiddenField name="version" value={page.version} />
            <HiddenField name="state" value={open ? "closed" : "open"} />
            <Button look="ghost" name="intent" value="state">
              {open ? t("manage.close") : t("manage.reopen")}
            </Button>
          </form>
        }
      />
      <div className="stack mt-5">
        <RefusedResourceForm state={state} />
        <p>
          <a href={`/resources/${page.id}/edit`}>{t("manage.edit")}</a> ·{" "}
          <a href={`/resources/${page.id}`}>{t("page.about")}</a>
        </p>
        {added && <Notice tone="ok">{t("manage.added", added)}</Notice>}
        <Section id="plan" title={t("manage.plan")}>
          <PlanSessions state={state} today={today} submissionKey={submissionKey} />
        </Section>
        <Section id="coming" title={t("manage.coming")}>
          <DataTable
            caption={t("manage.coming")}
            captionHidden
            rows={page.days.flatMap(({ sessions }) => sessions)}
            rowKey={(row) => row.id}
            empty={<EmptyState title={t("page.none")} />}
            columns={[
              { key: "when", label: t("bookings.when"), lead: true, cell: when },
              {
                key: "taken",
                label: t("mine.seats"),
                cell: (row) => t("manage.booked", { taken: row.seats - row.left, seats: row.seats }),
              },
              {
                key: "act",
                label: t("manage.callOff"),
                cell: (row) =>
                  row.state === "cancelled" ? (
                    t("page.cancelled", { reason: row.reason ?? "" })
                  ) : row.day < today ? (
                    t("page.over")
                  ) : (
                    <form method="post" className="row">
                      <HiddenField name="slot" value={row.id} />
                      <HiddenField name="version" value={row.version} />
                      <TextField
                        bare
                        id={`reason-${row.id}`}
                        name="reason"
                        label={t("field.reason")}
                        placeholder={t("field.reason")}
                        maxLength={300}
                      />
                      <Button small look="ghost" name="intent" value="callOff">
                        {t("manage.callOff")}
                      </Button>
                    </form>
                  ),
              },
            ]}
          />
          <nav className="row mt-3" aria-label={t("manage.coming")}>
            <a href={`?from=${earlier}#coming`}>{t("page.earlier")}</a>
            <a href={`?from=${later}#coming`}>{t("page.later")}</a>
          </nav>
        </Section>
      </div>
    </>
  );
}
