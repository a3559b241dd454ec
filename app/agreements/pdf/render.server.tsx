import { readFile } from "node:fs/promises";
import { renderToBuffer } from "@react-pdf/renderer";
import QRCode from "qrcode";
import { config } from "~/platform/config/config.server";
import { isInTransaction } from "~/platform/db/gate.server";
import { absoluteText } from "~/ui/when";
import type { WordKey } from "~/words";
import { translatorFor } from "~/words/translator.server";
import type { Frozen } from "../rules/freeze";
import { PARTY_ROLES } from "../rules/kinds";
import type { Statement } from "../rules/signature";
import { AgreementPdf, type PdfFacts } from "./AgreementPdf";
import { coverageOf } from "./coverage";
import { FONT_FILE, registerFont } from "./font.server";

export type PdfInput = {
  frozen: Frozen;
  digest: string;
  signatures: readonly {
    statement: Statement;
    method: string;
    signature: string | null;
    scanSha256: string | null;
  }[];
  events: readonly { sequence: number; at: Date; name: string; who: string }[];
};

let covered: Promise<(text: string) => string> | null = null;

/** Replaces, in every text of a value, the characters the font has no shape for by their number. */
const legible = <T,>(value: T, drawable: (text: string) => string): T =>
  JSON.parse(JSON.stringify(value), (_key, one: unknown) =>
    typeof one === "string" ? drawable(one) : one,
  ) as T;

/** Turns a frozen agreement with its signatures and history into a PDF. Never inside a transaction or request: a job does it. */
export const renderAgreementPdf = async (input: PdfInput): Promise<Buffer> => {
  if (isInTransaction()) throw new Error("a PDF inside a transaction");
  registerFont();
  covered ??= readFile(FONT_FILE).then(coverageOf);
  const drawable = await covered;
  const { room } = translatorFor("zh-CN");
  const t = room("agreements");
  const { frozen, digest } = input;
  const verifyUrl = `${config().baseUrl}/verify/${frozen.code}`;
  const facts: PdfFacts = {
    content: frozen.content,
    code: frozen.code,
    digest,
    heading: t(`documentKind.${frozen.kind}`, { ordinal: frozen.ordinal }),
    changes:
      frozen.changes.length > 0
        ? t("pdf.changes", {
            what: frozen.changes.map((flag) => t(`changeFlag.${flag}` as WordKey<"agreements">)).join("、"),
          })
        : "",
    signatures: input.signatures.map(({ statement, method, signature, scanSha256 }) => ({
      organization: statement.organizationName,
      name: statement.signatoryName,
      position: statement.position,
      authority: t(`authority.${statement.authority}`),
      at: absoluteText(statement.at, "zh-CN"),
      method: method === "paper" ? t("pdf.paper") : t("pdf.electronic"),
      mark: (method === "paper" ? scanSha256 : signature)?.slice(0, 16) ?? "",
    })),
    events: input.events.map((event) => ({
      sequence: event.sequence,
      at: absoluteText(event.at.toISOString(), "zh-CN"),
      name: t(`eventNames.${event.name.replace("agreement.", "")}` as WordKey<"agreements">),
      who: event.who,
    })),
    verifyUrl,
    qr: await QRCode.toDataURL(verifyUrl, { margin: 1, width: 276 }),
    words: {
      parties: t("pdf.parties"),
      period: t("field.period"),
      commitments: t("pdf.commitments"),
      charter: t("pdf.charter"),
      signatures: t("pdf.signatures"),
      history: t("pdf.history"),
      verify: t("pdf.verify"),
      digest: "SHA-256",
      by: t("pdf.by"),
      due: t("pdf.due"),
      owner: t("pdf.owner"),
      none: t("pdf.none"),
      roles: Object.fromEntries(PARTY_ROLES.map((role) => [role, t(`role.${role}`)])),
    },
  };
  return renderToBuffer(<AgreementPdf facts={{ ...legible(facts, drawable), qr: facts.qr }} />);
};
