import {
  collectedBody,
  reconciliationQuery,
  transcriptDocument,
  transcriptsQuery,
} from "~/credits/deposit-schema";
import * as answers from "./credit-schema";
import type { Operation } from "./operations";

const ID = { id: "The id the store gave the deposit" };
const PROBLEMS = [401, 403, 422, 429] as const;

/** The intermediate store (中间库): a school's own system deposits transcripts and collects converted ones. */
export const CREDIT_OPERATIONS: readonly Operation[] = [
  {
    id: "depositTranscript",
    method: "post",
    path: "/credits/transcripts",
    summary: {
      zh: "存入一份标准成绩单。请求体用中间库签名密钥签名（Bridge-Signature: t=…,v1=HMAC-SHA256）；同一编号和序号重发得到同样的答复，序号倒退的保留并标明，从不覆盖",
      en: "Deposits a standard transcript, its body signed with the store's secret (Bridge-Signature: t=…,v1=HMAC-SHA256 over t.body). Sent again it gives the same answer; a lower sequence is kept and marked, over nothing",
    },
    body: transcriptDocument,
    response: answers.depositAnswer,
    problems: [...PROBLEMS, 409],
    key: "credits",
    status: 201,
  },
  {
    id: "listTranscripts",
    method: "get",
    path: "/credits/transcripts",
    summary: {
      zh: "本校存入的，或可以取走的成绩单（主管部门批准转入本校的学生）",
      en: "Transcripts you deposited, or may collect: of students whose transfer to you the authority approved",
    },
    query: transcriptsQuery,
    response: answers.transcriptList,
    problems: [...PROBLEMS],
    key: "credits",
  },
  {
    id: "getTranscript",
    method: "get",
    path: "/credits/transcripts/{id}",
    summary: { zh: "一份成绩单，原样", en: "One transcript as it was deposited" },
    params: ID,
    response: answers.storedTranscript,
    problems: [...PROBLEMS, 404],
    key: "credits",
  },
  {
    id: "getConvertedTranscript",
    method: "get",
    path: "/credits/transcripts/{id}/converted",
    summary: {
      zh: "按有效的学分互认表转换后的成绩单，逐行说明，转入校密钥签名",
      en: "The converted transcript by the table that counts, every line explained, signed with the receiving school's key",
    },
    params: ID,
    response: answers.convertedTranscript,
    problems: [...PROBLEMS, 404, 409],
    key: "credits",
  },
  {
    id: "markTranscriptCollected",
    method: "post",
    path: "/credits/transcripts/{id}/collected",
    summary: { zh: "转入校确认已取走", en: "The receiving school says that it has it" },
    params: ID,
    body: collectedBody,
    response: answers.collectedAnswer,
    problems: [...PROBLEMS, 404],
    key: "credits",
  },
  {
    id: "getReconciliation",
    method: "get",
    path: "/credits/reconciliation",
    summary: {
      zh: "对账：存入、转换、取走、内容不一致、序号倒退、重复",
      en: "Reconciliation: deposits, converted, collected, differing contents, out of order, repeated",
    },
    query: reconciliationQuery,
    response: answers.reconciliationAnswer,
    problems: [...PROBLEMS],
    key: "credits",
  },
];
