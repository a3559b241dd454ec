import { Document, Image, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import { type AgreementContent, partyName } from "../rules/content";
import { chineseNumber } from "../rules/numbering";
import { FAMILY } from "./font.server";

export type PdfSignature = {
  organization: string;
  name: string;
  position: string;
  authority: string;
  at: string;
  method: string;
  mark: string;
};
export type PdfEvent = { sequence: number; at: string; name: string; who: string };

export type PdfFacts = {
  content: AgreementContent;
  code: string;
  digest: string;
  heading: string;
  changes: string;
  signatures: readonly PdfSignature[];
  events: readonly PdfEvent[];
  verifyUrl: string;
  /** PNG data URL of the QR code */
  qr: string;
  words: {
    parties: string;
    period: string;
    commitments: string;
    charter: string;
    signatures: string;
    history: string;
    verify: string;
    digest: string;
    by: string;
    due: string;
    owner: string;
    none: string;
    roles: Record<string, string>;
  };
};

const styles = StyleSheet.create({
  page: {
    fontFamily: FAMILY,
    fontSize: 10.5,
    lineHeight: 1.65,
    paddingTop: 56,
    paddingBottom: 64,
    paddingHorizontal: 60,
    color: "#1e2327",
  },
  code: { fontSize: 8.5, color: "#5b646b" },
  title: { fontSize: 20, marginTop: 10, marginBottom: 14, lineHeight: 1.3 },
  rule: { borderTopWidth: 1.4, borderTopColor: "#1e2327", marginTop: 14, paddingTop: 8 },
  heading: { fontSize: 12.5, marginBottom: 4 },
  clause: { marginTop: 9 },
  row: { flexDirection: "row", borderBottomWidth: 0.5, borderBottomColor: "#e4dfd4", paddingVertical: 4 },
  cell: { flex: 1, paddingRight: 6 },
  wide: { flex: 2.2, paddingRight: 6 },
  foot: { position: "absolute", top: 804, left: 60, fontSize: 8, lineHeight: 1, color: "#5b646b" },
  qr: { width: 92, height: 92 },
});

const Cells = ({ cells }: { cells: readonly string[] }) => (
  <View style={styles.row} wrap={false}>
    {cells.map((cell, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
      <Text key={index} style={index === 0 ? styles.wide : styles.cell}>
        {cell}
      </Text>
    ))}
  </View>
);

const Charter = ({ content, title }: { content: AgreementContent; title: string }) =>
  content.charter && (
    <View style={styles.rule}>
      <Text style={styles.heading}>{title}</Text>
      {content.charter.organs.map((one) => (
        <Cells key={one.name} cells={[`${one.name}：${one.duty}`, String(one.seats)]} />
      ))}
      {content.charter.duties.map((one) => (
        <Cells
          key={one.task}
          cells={[
            one.task,
            partyName(content, one.responsibleId),
            partyName(content, one.accountableId),
            one.consulted,
            one.informed,
          ]}
        />
      ))}
      {content.charter.benefits.map((one) => (
        <Cells
          key={one.what}
          cells={[`${one.what}：${one.rule}`, `${one.enterpriseBp / 100}% : ${one.schoolBp / 100}%`]}
        />
      ))}
    </View>
  );

/** An agreement on paper: its text, its promises, who signed in which capacity, what happened, and where to check it. */
export const AgreementPdf = ({ facts }: { facts: PdfFacts }) => {
  const { content, words } = facts;
  return (
    <Document
      title={content.title}
      subject={facts.code}
      keywords={facts.digest}
      language="zh-CN"
      creator="Chanjiao Bridge"
    >
      <Page size="A4" style={styles.page}>
        <Text style={styles.code}>
          {facts.heading} · {facts.code}
        </Text>
        <Text style={styles.title}>{content.title}</Text>
        {facts.changes !== "" && <Text>{facts.changes}</Text>}
        <View style={styles.rule}>
          <Text style={styles.heading}>{words.parties}</Text>
          {content.parties.map((party) => (
            <Text key={party.organizationId}>
              {words.roles[party.role]}：{party.name}
              {party.uscc ? `（${party.uscc}）` : ""}
            </Text>
          ))}
          <Text>
            {words.period}：{content.startsOn} — {content.endsOn}
          </Text>
        </View>
        <View style={styles.rule} />
        {content.clauses.map((clause, index) => (
          <View key={clause.id} style={styles.clause}>
            <Text style={styles.heading}>
              第{chineseNumber(index + 1)}条 {clause.title}
            </Text>
            {clause.text.split("\n").map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
              <Text key={at}>{line}</Text>
            ))}
          </View>
        ))}
        <View style={styles.rule}>
          <Text style={styles.heading}>{words.commitments}</Text>
          {content.commitments.map((one) => (
            <Cells
              key={one.id}
              cells={[
                `${one.title} ${one.quantity} ${one.unit}`,
                `${words.by}${partyName(content, one.byId)}`,
                `${words.due}${one.dueOn ?? words.none}`,
                `${words.owner}${one.owner ?? words.none}`,
              ]}
            />
          ))}
        </View>
        <Charter content={content} title={words.charter} />
        <View style={styles.rule} break>
          <Text style={styles.heading}>{words.signatures}</Text>
          {facts.signatures.map((one) => (
            <Cells
              key={`${one.organization}${one.name}`}
              cells={[
                one.organization,
                `${one.name}（${one.position}，${one.authority}）`,
                one.at,
                `${one.method} ${one.mark}`,
              ]}
            />
          ))}
        </View>
        <View style={styles.rule}>
          <Text style={styles.heading}>{words.history}</Text>
          {facts.events.map((one) => (
            <Cells key={one.sequence} cells={[`${one.sequence}. ${one.name}`, one.at, one.who]} />
          ))}
        </View>
        <View style={styles.rule} wrap={false}>
          <Text style={styles.heading}>{words.verify}</Text>
          <Image src={facts.qr} style={styles.qr} />
          <Text>{facts.verifyUrl}</Text>
          <Text style={styles.code}>
            {words.digest} {facts.digest}
          </Text>
        </View>
        <Text
          style={styles.foot}
          fixed
          render={({ pageNumber, totalPages }) => `${facts.code} · ${pageNumber} / ${totalPages}`}
        />
      </Page>
    </Document>
  );
};
