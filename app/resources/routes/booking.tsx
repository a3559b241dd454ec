import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/marketplace/staff.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { notFound } from "~/platform/result";
import { Facts } from "~/ui/Facts";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import { actOnBooking, BOOKING_DONE } from "../booking-actions.server";
import { AttendanceForm, CancelForm, ClassListForm } from "../components/BookingForms";
import { ClassList } from "../components/ClassList";
import { RefusedResourceForm } from "../components/RefusedResourceForm";
import { useResourceTexts } from "../components/use-resource-texts";
import { SHARING } from "../policy";
import { bookingPage } from "../queries/booking-page.server";
import { refusedForm, unreadForm } from "../resource-forms.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context, SHARING);
  const page = await bookingPage(ctx, params.id ?? "");
  if (!page) return throwRefusal(notFound().refusal);
  const asked = new URL(request.url).searchParams.get("done");
  return { page, done: BOOKING_DONE.find((one) => one === asked) ?? null };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.page.group }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context, SHARING);
  const id = params.id ?? "";
  const form = await request.formData();
  const outcome = await actOnBooking(ctx, id, form);
  if ("state" in outcome) return unreadForm(outcome.state);
  const { result, done } = outcome;
  return result.ok
    ? redirect(`/resources/bookings/${id}?done=${done}`, 303)
    : refusedForm(result.refusal, form);
};

const TONES: Record<string, Tone> = { booked: "act", held: "ok", cancelled: "neutral" };
const WORDS = {
  booked: "booking.doneBooked",
  list: "booking.doneList",
  paper: "booking.donePaper",
  held: "booking.doneHeld",
  cancelled: "booking.doneCancelled",
} as const;

/** One booking from either side: the group, its list and guardians, who came, and cancelling it. */
export default function Booking() {
  const t = useWords("resources");
  const { any } = useTranslator();
  const { when } = useResourceTexts();
  const { page, done } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const { guardians, may } = page;
  const { people, youngest, oldest, adults } = page;
  const facts = [
    { label: t("booking.when"), value: when(page.slot) },
    { label: t("page.place"), value: page.resource.place },
    { label: t("page.owner"), value: page.owner },
    { label: t("booking.booker"), value: page.booker },
    { label: t("booking.people"), value: t("booking.peopleValue", { people, youngest, oldest, adults }) },
    { label: t("booking.contact"), value: page.contact },
    ...(page.note ? [{ label: t("booking.note"), value: page.note }] : []),
    {
      label: t("page.safety"),
      value: <span className="whitespace-pre-line">{page.resource.safetyNotice}</span>,
    },
    ...(page.came === null
      ? []
      : [{ label: t("field.came"), value: t("booking.cameValue", { came: page.came, people }) }]),
  ];
  const side = page.side === "booker" ? "made" : "received";
  return (
    <>
      <PageHeader
        title={page.group}
        subtitle={page.resource.title}
        trail={[{ href: `/resources/bookings?side=${side}`, label: t(`bookings.${side}`) }]}
        state={
          <StateBadge tone={TONES[page.state] ?? "neutral"} word={any(`resources.state.${page.state}`)} />
        }
      />
      <div className="stack mt-5">
        {done && !state && <Notice tone="ok">{t(WORDS[done])}</Notice>}
        <RefusedResourceForm state={state} />
        {page.cancelledBy && (
          <Notice tone="wait">
            {any(`resources.booking.cancelledBy.${page.cancelledBy}`, { reason: page.reason ?? "" })}
          </Notice>
        )}
        <Facts facts={facts} />
        <p>
          <a href={`/resources/bookings/${page.id}/calendar.ics`}>{t("booking.calendar")}</a>
        </p>
        {may.attend && (
          <Section id="attend" title={t("booking.attend")}>
            <AttendanceForm page={page} state={state} />
          </Section>
        )}
        <Section id="class" title={t("booking.list")}>
          {page.visitors.length === 0 && (
            <p className="mt-3">
              {t("booking.noList")} {page.needsGuardians && t("booking.noListWhy")}
            </p>
          )}
          {guardians.needed > 0 && (
            <p className="mt-3">
              {t("booking.progress", {
                ...guardians,
                open: guardians.needed - guardians.given - guardians.refused,
              })}
            </p>
          )}
          {page.visitors.length > 0 &&
            (page.namesShown ? (
              <ClassList page={page} />
            ) : (
              <p className="mt-3">{t("booking.hidden", { total: page.visitors.length })}</p>
            ))}
          {may.list && <ClassListForm page={page} state={state} />}
        </Section>
        {may.cancel && (
          <Section id="cancel" title={t("booking.cancel")}>
            <CancelForm page={page} state={state} />
          </Section>
        )}
      </div>
    </>
  );
}
