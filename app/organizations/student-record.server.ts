import { pinyinKey } from "~/catalogues/pinyin-key.server";
import { guardianData } from "~/identity/consent-requests.server";
import { lookupHash, openField, sealField } from "~/platform/crypto/fields.server";
import type { RosterRecord } from "./rules/roster-row";

export type SealedStudent = {
  birthDateSealed: string | null;
  idTailSealed: string | null;
  phoneSealed: string | null;
  emailSealed: string | null;
};

const opened = (place: string, sealed: string | null): string | null =>
  sealed ? openField(place, sealed) : null;

/** A student's sealed fields in the clear. Whoever shows them to staff records it first. */
export const openStudent = (student: SealedStudent) => ({
  birthDate: opened("student.birthDate", student.birthDateSealed),
  idTail: opened("student.idTail", student.idTailSealed),
  phone: opened("student.phone", student.phoneSealed),
  email: opened("student.email", student.emailSealed),
});

/** A roster record as columns of the roll. A cell the school left empty keeps what was there before. */
export const studentData = (record: RosterRecord) => ({
  programmeId: record.programmeId,
  entryYear: record.entryYear,
  className: record.className,
  name: record.name,
  nameInitials: pinyinKey(record.name).initials,
  sex: record.sex,
  birthDateSealed: sealField("student.birthDate", record.birthDate),
  ...(record.idNumber
    ? {
        idTailSealed: sealField("student.idTail", record.idNumber.slice(-4)),
        idHash: lookupHash("student.idNumber", record.idNumber),
      }
    : {}),
  ...(record.phone
    ? {
        phoneSealed: sealField("student.phone", record.phone),
        phoneHash: lookupHash("person.phone", record.phone),
      }
    : {}),
  ...(record.email
    ? {
        emailSealed: sealField("student.email", record.email),
        emailHash: lookupHash("person.email", record.email),
      }
    : {}),
});

type Stored = SealedStudent & {
  programmeId: string;
  entryYear: number;
  className: string;
  name: string;
  sex: string;
  idHash: string | null;
  phoneHash: string | null;
  emailHash: string | null;
  guardians: readonly {
    name: string;
    relation: string;
    phoneHash: string | null;
    emailHash: string | null;
  }[];
};

const keepsOrEquals = (given: string | null, place: string, stored: string | null): boolean =>
  given === null || lookupHash(place, given) === stored;

/** Whether the roll already says exactly what a roster record says. */
export const saysTheSame = (stored: Stored, record: RosterRecord): boolean => {
  const { guardian } = record;
  const wanted = guardian && guardianData({ ...guardian, email: guardian.email ?? undefined });
  const sameGuardian =
    !wanted ||
    stored.guardians.some(
      (one) =>
        one.name === wanted.name &&
        one.relation === wanted.relation &&
        one.phoneHash === wanted.phoneHash &&
        (wanted.emailHash === null || one.emailHash === wanted.emailHash),
    );
  return (
    stored.programmeId === record.programmeId &&
    stored.entryYear === record.entryYear &&
    stored.className === record.className &&
    stored.name === record.name &&
    stored.sex === record.sex &&
    openStudent(stored).birthDate === record.birthDate &&
    keepsOrEquals(record.idNumber, "student.idNumber", stored.idHash) &&
    keepsOrEquals(record.phone, "person.phone", stored.phoneHash) &&
    keepsOrEquals(record.email, "person.email", stored.emailHash) &&
    sameGuardian
  );
};
