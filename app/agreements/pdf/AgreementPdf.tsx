import { Document, Image, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import { chineseNumber } from "../rules/numbering";
import { FAMILY } from "./font.server";

export type PdfSignature = {
  organization: string;
  name: string;
  capacity: string;
  at: string;
  method: string;
  mark: string;
};
export type PdfEvent = { sequence: number; at: string; name: string; who: string };

/** A signed text ready to be drawn: every word is in its place already. */
export type PdfFacts = {
  title: string;
  code: string;
  digest: string;
  heading: string;
  changes: string;
  parties: readonly string[];
  period: string;
  clauses: readonly { id: string; title: string; text: string }[];
  /** what stands before the clauses and after them, in rows; a table without rows is left out */
  before: readonly PdfTable[];
  after: readonly PdfTable[];
  signatures: readonly PdfSignature[];
  events: readonly PdfEvent[];
  verifyUrl: string;
  /** PNG data URL of the QR code */
  qr: string;
  words: { parties: string; signatures: string; history: string; verify: string };
};
export type PdfTable = { title: string; rows: readonly (readonly string[])[] };

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

const Table = ({ table }: { table: PdfTable }) =>
  table.rows.length > 0 && (
    <View style={styles.rule}>
      <Text style={styles.heading}>{table.title}</Text>
      {table.rows.map((cells, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <Cells key={index} cells={cells} />
      ))}
    </View>
  );

/** A sealed text on paper: its words, its tables, who signed in which capacity, what happened, and where to check it. */
export const AgreementPdf = ({ facts }: { facts: PdfFacts }) => {
  const { words } = facts;
  return (
    <Document
      title={facts.title}
      subject={facts.code}
      keywords={facts.digest}
      language="zh-CN"
      creator="Chanjiao Bridge"
    >
      <Page size="A4" style={styles.page}>
        <Text style={styles.code}>
          {facts.heading} · {facts.code}
        </Text>
        <Text style={styles.title}>{facts.title}</Text>
        {facts.changes !== "" && <Text>{facts.changes}</Text>}
        <View style={styles.rule}>
          <Text style={styles.heading}>{words.parties}</Text>
          {facts.parties.map((party) => (
            <Text key={party}>{party}</Text>
          ))}
          <Text>{facts.period}</Text>
        </View>
        {facts.before.map((table) => (
          <Table key={table.title} table={table} />
        ))}
        <View style={styles.rule} />
        {facts.clauses.map((clause, index) => (
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
        {facts.after.map((table) => (
          <Table key={table.title} table={table} />
        ))}
        <View style={styles.rule} break>
          <Text style={styles.heading}>{words.signatures}</Text>
          {facts.signatures.map((one) => (
            <Cells
              key={`${one.organization}${one.name}`}
              cells={[
                one.organization,
                `${one.name}（${one.capacity}）`,
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
          <Text style={styles.code}>SHA-256 {facts.digest}</Text>
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
