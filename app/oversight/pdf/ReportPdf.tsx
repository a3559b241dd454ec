import { Document, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import { FAMILY } from "~/agreements/pdf/font.server";

/** A yearly report ready to be drawn: every word is in its place already. */
export type ReportSheet = {
  heading: string;
  place: string;
  facts: readonly { label: string; value: string }[];
  /** stands at the foot of every page: whose copy, of which records */
  mark: string;
  /** across every page: for whom the copy was made */
  watermark?: string;
  columns: readonly [string, string, string];
  tables: readonly {
    title: string;
    rows: readonly { name: string; value: string; fraction: string; notes: string }[];
  }[];
};

const styles = StyleSheet.create({
  page: {
    fontFamily: FAMILY,
    fontSize: 10,
    lineHeight: 1.55,
    paddingTop: 52,
    paddingBottom: 64,
    paddingHorizontal: 54,
    color: "#1e2327",
  },
  heading: { fontSize: 20, lineHeight: 1.3 },
  place: { fontSize: 12, marginTop: 4, color: "#5b646b" },
  facts: { marginTop: 14 },
  fact: { flexDirection: "row" },
  label: { width: 84, color: "#5b646b" },
  title: {
    fontSize: 13,
    marginTop: 18,
    paddingBottom: 3,
    borderBottomWidth: 1.4,
    borderBottomColor: "#1e2327",
  },
  row: { flexDirection: "row", borderBottomWidth: 0.5, borderBottomColor: "#e4dfd4", paddingVertical: 4 },
  head: { flexDirection: "row", paddingTop: 4, color: "#5b646b", fontSize: 8.5 },
  name: { flex: 1, paddingRight: 10 },
  notes: { fontSize: 8, color: "#5b646b" },
  value: { width: 110, textAlign: "right" },
  fraction: { width: 92, textAlign: "right" },
  watermark: {
    position: "absolute",
    top: 380,
    left: 0,
    right: 0,
    textAlign: "center",
    fontSize: 15,
    color: "#b9b2a3",
    opacity: 0.4,
    transform: "rotate(-28deg)",
  },
  mark: { position: "absolute", bottom: 30, left: 54, right: 54, fontSize: 7.5, color: "#5b646b" },
});

/** The report: what it is of, then every table with figures, definitions and what is left out. */
export const ReportPdf = ({ sheet }: { sheet: ReportSheet }) => (
  <Document title={sheet.heading} subject={sheet.place} language="zh-CN" creator="Chanjiao Bridge">
    <Page size="A4" style={styles.page} wrap>
      {sheet.watermark && (
        <Text style={styles.watermark} fixed>
          {sheet.watermark}
        </Text>
      )}
      <Text style={styles.heading}>{sheet.heading}</Text>
      <Text style={styles.place}>{sheet.place}</Text>
      <View style={styles.facts}>
        {sheet.facts.map(({ label, value }) => (
          <View key={label} style={styles.fact}>
            <Text style={styles.label}>{label}</Text>
            <Text style={{ flex: 1 }}>{value}</Text>
          </View>
        ))}
      </View>
      {sheet.tables.map((table) => (
        <View key={table.title}>
          <Text style={styles.title} minPresenceAhead={60}>
            {table.title}
          </Text>
          <View style={styles.head}>
            <Text style={styles.name}>{sheet.columns[0]}</Text>
            <Text style={styles.value}>{sheet.columns[1]}</Text>
            <Text style={styles.fraction}>{sheet.columns[2]}</Text>
          </View>
          {table.rows.map((row) => (
            <View key={row.name} style={styles.row} wrap={false}>
              <View style={styles.name}>
                <Text>{row.name}</Text>
                <Text style={styles.notes}>{row.notes}</Text>
              </View>
              <Text style={styles.value}>{row.value}</Text>
              <Text style={styles.fraction}>{row.fraction}</Text>
            </View>
          ))}
        </View>
      ))}
      <Text style={styles.mark} fixed>
        {sheet.watermark ? `${sheet.mark} · ${sheet.watermark}` : sheet.mark}
      </Text>
    </Page>
  </Document>
);
