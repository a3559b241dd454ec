import { absoluteText } from "~/ui/when";
import type { WordKey } from "~/words";
import { translatorFor } from "~/words/translator.server";
import { type AgreementContent, partyName } from "../rules/content";
import type { AnyFrozen, Frozen } from "../rules/freeze";
import type { FrozenDocument } from "../rules/sealed-content";
import { type AnyStatement, signedBy } from "../rules/signature";
import type { PdfFacts, PdfTable } from "./AgreementPdf";

const t = translatorFor("zh-CN").room("agreements");

const charterTable = (content: AgreementContent): PdfTable => ({
  title: t("pdf.charter"),
  rows: [
    ...(content.charter?.organs ?? []).map((one) => [`${one.name}：${one.duty}`, String(one.seats)]),
    ...(content.charter?.duties ?? []).map((one) => [
      one.task,
      partyName(content, one.responsibleId),
      partyName(content, one.accountableId),
      one.consulted,
      one.informed,
    ]),
    ...(content.charter?.benefits ?? []).map((one) => [
      `${one.what}：${one.rule}`,
      `${one.enterpriseBp / 100}% : ${one.schoolBp / 100}%`,
    ]),
  ],
});

type Text = Pick<
  PdfFacts,
  "heading" | "title" | "changes" | "parties" | "period" | "clauses" | "before" | "after"
>;

const periodOf = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string =>
  `${t("field.period")}：${startsOn} — ${endsOn}`;

const agreementText = ({ kind, ordinal, changes, content }: Frozen): Text => ({
  heading: t(`documentKind.${kind}`, { ordinal }),
  title: content.title,
  changes:
    changes.length > 0
      ? t("pdf.changes", {
          what: changes.map((flag) => t(`changeFlag.${flag}` as WordKey<"agreements">)).join("、"),
        })
      : "",
  parties: content.parties.map(
    (party) => `${t(`role.${party.role}`)}：${party.name}${party.uscc ? `（${party.uscc}）` : ""}`,
  ),
  period: periodOf(content),
  clauses: content.clauses,
  before: [],
  after: [
    {
      title: t("pdf.commitments"),
      rows: content.commitments.map((one) => [
        `${one.title} ${one.quantity} ${one.unit}`,
        `${t("pdf.by")}${partyName(content, one.byId)}`,
        `${t("pdf.due")}${one.dueOn ?? t("pdf.none")}`,
        `${t("pdf.owner")}${one.owner ?? t("pdf.none")}`,
      ]),
    },
    charterTable(content),
  ],
});

const documentText = ({ content }: FrozenDocument): Text => ({
  heading: content.heading,
  title: content.title,
  changes: "",
  parties: content.parties.map((party) => `${party.role}：${party.name}`),
  period: periodOf(content),
  clauses: content.clauses,
  before: [{ title: t("pdf.items"), rows: content.items.map((one) => [one.label, one.value]) }],
  after: [
    {
      title: t("pdf.references"),
      rows: content.references.map((one) => [one.label, `SHA-256 ${one.sha256}`]),
    },
  ],
});

export type SignedBy = {
  statement: AnyStatement;
  method: string;
  signature: string | null;
  scanSha256: string | null;
};

const capacityOf = (statement: AnyStatement): string =>
  statement.form === 1
    ? `${statement.position}，${t(`authority.${statement.authority}`)}`
    : statement.capacity;

/**
 * What is drawn of a frozen text. Goes in: the text, its digest, its signatures, its events in words, the address where it
 * is checked and that address as a QR code. The words are Chinese: the PDF is the Chinese text that was signed.
 */
export const pdfFacts = (
  frozen: AnyFrozen,
  given: {
    digest: string;
    signatures: readonly SignedBy[];
    events: PdfFacts["events"];
    verifyUrl: string;
    qr: string;
  },
): PdfFacts => ({
  ...(frozen.form === 1 ? agreementText(frozen) : documentText(frozen)),
  code: frozen.code,
  digest: given.digest,
  signatures: given.signatures.map(({ statement, method, signature, scanSha256 }) => {
    const { name, party } = signedBy(statement);
    return {
      organization: party,
      name,
      capacity: capacityOf(statement),
      at: absoluteText(statement.at, "zh-CN"),
      method: method === "paper" ? t("pdf.paper") : t("pdf.electronic"),
      mark: (method === "paper" ? scanSha256 : signature)?.slice(0, 16) ?? "",
    };
  }),
  events: given.events,
  verifyUrl: given.verifyUrl,
  qr: given.qr,
  words: {
    parties: t("pdf.parties"),
    signatures: t("pdf.signatures"),
    history: t("pdf.history"),
    verify: t("pdf.verify"),
  },
});
