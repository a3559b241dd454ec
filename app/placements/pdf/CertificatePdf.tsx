import { Document, Image, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import { FAMILY } from "~/agreements/pdf/font.server";

/** A certificate ready to be drawn: every word is in its place already. */
export type CertificateSheet = {
  heading: string;
  name: string;
  text: string;
  facts: readonly { label: string; value: string }[];
  competencesTitle: string;
  competences: readonly { name: string; level: string }[];
  issuer: string;
  issuedOn: string;
  /** up to four characters */
  seal: string;
  code: string;
  verifyText: string;
  verifyUrl: string;
  /** PNG data URL of the QR code */
  qr: string;
};

const styles = StyleSheet.create({
  page: {
    fontFamily: FAMILY,
    fontSize: 11,
    lineHeight: 1.65,
    paddingTop: 64,
    paddingBottom: 48,
    paddingHorizontal: 68,
    color: "#1e2327",
  },
  heading: { fontSize: 26, lineHeight: 1.3, letterSpacing: 6 },
  name: { fontSize: 18, marginTop: 26 },
  text: { marginTop: 10 },
  rule: { borderTopWidth: 1.4, borderTopColor: "#1e2327", marginTop: 20, paddingTop: 6 },
  row: { flexDirection: "row", borderBottomWidth: 0.5, borderBottomColor: "#e4dfd4", paddingVertical: 4 },
  label: { width: 110, color: "#5b646b" },
  value: { flex: 1 },
  foot: { flexDirection: "row", justifyContent: "space-between", marginTop: 34 },
  qr: { width: 88, height: 88 },
  small: { fontSize: 8.5, color: "#5b646b" },
  seal: {
    width: 74,
    height: 74,
    borderWidth: 2.4,
    borderColor: "#b3362b",
    borderRadius: 4,
    alignItems: "center",
    justifyContent: "center",
  },
  sealText: { fontSize: 22, lineHeight: 1.25, color: "#b3362b", width: 46, textAlign: "center" },
});

/** The certificate on one sheet: who, where, what they can do, the school's seal and where to check it. */
export const CertificatePdf = ({ sheet }: { sheet: CertificateSheet }) => (
  <Document title={sheet.heading} subject={sheet.code} language="zh-CN" creator="Chanjiao Bridge">
    <Page size="A4" style={styles.page}>
      <Text style={styles.heading}>{sheet.heading}</Text>
      <Text style={styles.name}>{sheet.name}</Text>
      <Text style={styles.text}>{sheet.text}</Text>
      <View style={styles.rule}>
        {sheet.facts.map((fact) => (
          <View key={fact.label} style={styles.row}>
            <Text style={styles.label}>{fact.label}</Text>
            <Text style={styles.value}>{fact.value}</Text>
          </View>
        ))}
      </View>
      <View style={styles.rule}>
        <Text>{sheet.competencesTitle}</Text>
        {sheet.competences.map((one) => (
          <View key={one.name} style={styles.row}>
            <Text style={styles.value}>{one.name}</Text>
            <Text>{one.level}</Text>
          </View>
        ))}
      </View>
      <View style={styles.foot} wrap={false}>
        <View>
          <Image src={sheet.qr} style={styles.qr} />
          <Text style={styles.small}>{sheet.verifyText}</Text>
          <Text style={styles.small}>{sheet.verifyUrl}</Text>
          <Text style={styles.small}>{sheet.code}</Text>
        </View>
        <View>
          <View style={styles.seal}>
            <Text style={styles.sealText}>{sheet.seal}</Text>
          </View>
          <Text>{sheet.issuer}</Text>
          <Text>{sheet.issuedOn}</Text>
        </View>
      </View>
    </Page>
  </Document>
);
