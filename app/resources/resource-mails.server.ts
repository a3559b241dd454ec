import { peopleWhoAct } from "~/organizations/people-who-act.server";
import type { Tx } from "~/platform/db/gate.server";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import { translatorFor } from "~/words/translator.server";
import { timeOf } from "./rules/sessions";

type Told = {
  kind: "booked" | "cancelled";
  bookingId: string;
  to: string;
  title: string;
  slot: { day: string; fromMinute: number; toMinute: number };
  groupName: string;
  people: number;
  reason?: string;
};

/** Tells the people of one side of a booking that it was made or cancelled, with the page it is on. */
export const bookingMails = async (tx: Tx, told: Told): Promise<NewDelivery[]> =>
  (await peopleWhoAct(tx, told.to)).map((reader) => {
    const t = translatorFor(reader.language === "en" ? "en" : "zh-CN").room("resources");
    const values = {
      title: told.title,
      day: told.slot.day,
      from: timeOf(told.slot.fromMinute),
      to: timeOf(told.slot.toMinute),
      group: told.groupName,
      people: told.people,
      reason: told.reason ?? "",
    };
    return mailDelivery({
      key: `resource-${told.kind}:${told.bookingId}:${reader.personId}`,
      to: reader.email,
      language: reader.language,
      subject: t(`mail.${told.kind}.subject`, values),
      lines: [t(`mail.${told.kind}.text`, values)],
      link: `/resources/bookings/${told.bookingId}`,
    });
  });
