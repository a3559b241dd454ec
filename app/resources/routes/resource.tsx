import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { personOf } from "~/identity/session.server";
import { requireStaff } from "~/marketplace/staff.server";
import { parseForm } from "~/platform/http/form.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { newId } from "~/platform/id";
import { notFound } from "~/platform/result";
import { addDays, civilDate, isCivilDate, systemClock } from "~/platform/time/clock";
import { EmptyState } from "~/ui/EmptyState";
import { Facts } from "~/ui/Facts";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { Tag } from "~/ui/Tag";
import { useTranslator, useWords } from "~/words/use-words";
import { bookSession } from "../commands/book-session.server";
import { BookingForm } from "../components/BookingForm";
import { RefusedResourceForm } from "../components/RefusedResourceForm";
import { SessionCalendar } from "../components/SessionCalendar";
import { useResourceTexts } from "../components/use-resource-texts";
import { refuseBooking, SHARING } from "../policy";
import { ownerOf } from "../queries/owner-of.server";
import { CALENDAR_DAYS, resourcePage } from "../queries/resource-page.server";
import { refusedForm, unreadForm } from "../resource-forms.server";
import { bookingForm } from "../schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const query = new URL(request.url).searchParams;
  const today = civilDate(systemClock.now());
  const asked = query.get("from") ?? "";
  const from = isCivilDate(asked) && asked > today ? asked : today;
  const page = await resourcePage(params.id ?? "", from, today);
  if (!page) return throwRefusal(notFound().refusal);
  const organization = (await personOf(request, context))?.organization ?? null;
  const own = organization?.id === page.organizationId;
  const books =
    organization !== null && !own && SHARING.includes(organization.kind) && !refuseBooking({ organization });
  return {
    page,
    from,
    own,
    books,
    stranger: organization === null,
    picked: query.get("slot"),
    submissionKey: newId(),
    later: addDays(from, CALENDAR_DAYS),
    earlier: from > today ? addDays(from, -CALENDAR_DAYS) : null,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.page.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context, SHARING);
  if (!(await ownerOf(params.id ?? ""))) return throwRefusal(notFound().refusal);
  const form = await request.formData();
  const parsed = parseForm(form, bookingForm);
  if (!parsed.ok) return unreadForm(parsed.state);
  const done = await bookSession(ctx, params.id ?? "", parsed.value);
  return done.ok
    ? redirect(`/resources/bookings/${done.value.id}?done=booked`, 303)
    : refusedForm(done.refusal, form);
};

/** One shared resource: what it is, what to mind, four weeks of sessions, and booking one of them. */
export default function Resource() {
  const t = useWords("resources");
  const { any } = useTranslator();
  const { ages } = useResourceTexts();
  const { page, from, own, books, stranger, picked, submissionKey, later, earlier } =
    useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const slot = page.days.flatMap((day) => day.sessions).find((one) => one.id === picked && one.bookable);
  return (
    <>
      <PageHeader
        title={page.title}
        subtitle={page.owner}
        trail={[{ href: "/resources", label: t("title") }]}
        state={<Tag>{any(`resources.kind.${page.kind}`)}</Tag>}
        action={
          own ? (
            <LinkButton href={`/resources/${page.id}/manage`}>{t("page.manage")}</LinkButton>
          ) : stranger ? (
            <LinkButton href={`/login?returnTo=${encodeURIComponent(`/resources/${page.id}`)}`}>
              {t("page.signIn")}
            </LinkButton>
          ) : undefined
        }
      />
      <div className="stack mt-5">
        <RefusedResourceForm state={state} />
        {page.state === "closed" && <Notice tone="wait">{t("page.closed")}</Notice>}
        {books && slot && <BookingForm slot={slot} state={state} submissionKey={submissionKey} />}
        <Section id="about" title={t("page.about")}>
          <p className="mt-3 whitespace-pre-line">{page.description}</p>
          <Facts
            facts={[
              { label: t("page.place"), value: page.place },
              { label: t("page.ages"), value: ages(page.minAge, page.maxAge) },
              {
                label: t("page.seats"),
                value: page.exclusive
                  ? `${t("list.capacity", { seats: page.capacity })} · ${t("list.whole")}`
                  : t("list.capacity", { seats: page.capacity }),
              },
              { label: t("page.notice"), value: t("page.noticeDays", { days: page.noticeDays }) },
              {
                label: t("page.safety"),
                value: <span className="whitespace-pre-line">{page.safetyNotice}</span>,
              },
            ]}
          />
        </Section>
        <Section
          id="sessions"
          title={t("page.calendar")}
          aside={<a href={`/resources/${page.id}/calendar.ics`}>{t("page.subscribe")}</a>}
        >
          {page.days.length === 0 ? (
            <EmptyState title={t("page.none")}>
              <p>{t("page.noneText")}</p>
            </EmptyState>
          ) : (
            <SessionCalendar days={page.days} from={from} pickable={books} picked={slot?.id ?? null} />
          )}
          <nav className="row mt-3" aria-label={t("page.calendar")}>
            {earlier && <a href={`?from=${earlier}#sessions`}>{t("page.earlier")}</a>}
            <a href={`?from=${later}#sessions`}>{t("page.later")}</a>
          </nav>
        </Section>
      </div>
    </>
  );
}
