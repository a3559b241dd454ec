import type { z } from "zod";
import { searchSchema } from "~/marketplace/rules/search-query";
import { roundDocumentSchema, roundResultSchema } from "~/matching/schema";
import { evaluationAnswer, evaluationRequest } from "~/regulations/schema";
import type { KeyScope } from "./key-schema";
import * as schema from "./schema";
import * as writing from "./writing-schema";

/** One operation of the API as the document prints it; `tests/routes/api` holds every answer to `response`. */
export type Operation = {
  id: string;
  method: "get" | "post" | "patch";
  path: string;
  summary: { zh: string; en: string };
  params?: Record<string, string>;
  query?: z.ZodObject;
  body?: z.ZodType;
  response: z.ZodType;
  problems: readonly (401 | 403 | 404 | 409 | 422 | 429)[];
  /** Needs a key with this scope. */
  key?: KeyScope;
  /** Doing it twice under one Idempotency-Key does it once. */
  idempotent?: boolean;
  /** The status of success, 200 unless told otherwise. */
  status?: 200 | 201;
};

const WITH_KEY = [401, 403, 422, 429] as const;

/** Every operation of `/api/v1`, in the order of the document. */
export const OPERATIONS: readonly Operation[] = [
  {
    id: "listMajors",
    method: "get",
    path: "/majors",
    summary: {
      zh: "专业：按词、代码、拼音查找，或按代码逐页列出",
      en: "Majors by words, code or pinyin, or all in order of code",
    },
    query: schema.majorsQuery,
    response: schema.majorsPage,
    problems: [422],
  },
  {
    id: "getMajor",
    method: "get",
    path: "/majors/{code}",
    summary: { zh: "一个专业", en: "One major" },
    params: { code: "Catalogue code as published, with or without the trailing K" },
    response: schema.majorItem,
    problems: [404],
  },
  {
    id: "listOccupationsOfMajor",
    method: "get",
    path: "/majors/{code}/occupations",
    summary: {
      zh: "一个专业面向的职业，吻合度从高到低，注明官方或推断及理由",
      en: "The occupations a major prepares for, best first, with basis (official or inferred), score and reason",
    },
    params: { code: "Catalogue code as published, with or without the trailing K" },
    query: schema.fitQuery,
    response: schema.fitPage,
    problems: [404, 422],
  },
  {
    id: "listOccupations",
    method: "get",
    path: "/occupations",
    summary: { zh: "职业", en: "Occupations" },
    query: schema.occupationsQuery,
    response: schema.occupationsPage,
    problems: [422],
  },
  {
    id: "listRegions",
    method: "get",
    path: "/regions",
    summary: { zh: "行政区划，含坐标及坐标来源", en: "Regions, with a point and whose point it is" },
    query: schema.regionsQuery,
    response: schema.regionsPage,
    problems: [422],
  },
  {
    id: "listIndustries",
    method: "get",
    path: "/industries",
    summary: { zh: "国民经济行业", en: "Industries" },
    query: schema.industriesQuery,
    response: schema.industriesPage,
    problems: [422],
  },
  {
    id: "listOrganizations",
    method: "get",
    path: "/organizations",
    summary: { zh: "企业、学校与其他机构", en: "Companies, schools and other organizations" },
    query: schema.organizationsQuery,
    response: schema.organizationsPage,
    problems: [422],
  },
  {
    id: "searchListings",
    method: "get",
    path: "/listings",
    summary: { zh: "公开的供需，筛选条件与页面相同", en: "Published listings, by the filters of the page" },
    query: searchSchema.omit({ after: true }).extend({ cursor: searchSchema.shape.after }),
    response: schema.listingsPage,
    problems: [422],
  },
  {
    id: "getListing",
    method: "get",
    path: "/listings/{id}",
    summary: { zh: "一条公开的供需", en: "One published listing" },
    params: { id: "The listing's id" },
    response: schema.listingItem,
    problems: [404],
  },
  {
    id: "evaluateRegulations",
    method: "post",
    path: "/regulations/evaluate",
    summary: {
      zh: "按提交日期有效的规则判定给出的事实；没有给出的事实是“缺少”，不是“通过”",
      en: "Evaluates typed facts against the rules in force on a date; a fact not given is missing, never passed",
    },
    body: evaluationRequest,
    response: evaluationAnswer,
    problems: [422, 429],
  },
  {
    id: "addListing",
    method: "post",
    path: "/listings",
    summary: {
      zh: "新增一条供需；publish 为 true 时核对并发布，规则与表单相同",
      en: "Adds a listing; with publish it is checked and published by the rules of the form",
    },
    body: writing.newListing,
    response: writing.written,
    status: 201,
    problems: [...WITH_KEY, 409],
    key: "write",
    idempotent: true,
  },
  {
    id: "changeListing",
    method: "patch",
    path: "/listings/{id}",
    summary: {
      zh: "修改本机构的一条供需；没有给出的字段不变，null 清空。已发布的会重新核对，通不过就一点也不改",
      en: "Changes one of your listings: fields left out stay, null empties. A published one is checked again, and nothing changes unless it passes",
    },
    params: { id: "The listing's id" },
    body: writing.changedListing,
    response: writing.written,
    problems: [...WITH_KEY, 404, 409],
    key: "write",
    idempotent: true,
  },
  {
    id: "closeListing",
    method: "post",
    path: "/listings/{id}/close",
    summary: { zh: "关闭本机构的一条供需", en: "Closes one of your listings" },
    params: { id: "The listing's id" },
    body: writing.closeBody,
    response: writing.written,
    problems: [...WITH_KEY, 404, 409],
    key: "write",
  },
  {
    id: "upsertListings",
    method: "post",
    path: "/listings/bulk",
    summary: {
      zh: "按贵方自己的编号批量新增或更新，一次最多 500 条，一个事务，逐条答复；与上次发送相同的记录不会覆盖人工修改",
      en: "Creates or updates by your own references, up to 500 in one transaction, each answered; a record sent again unchanged never undoes what people changed",
    },
    body: writing.bulkBody,
    response: writing.bulkAnswer,
    problems: [...WITH_KEY, 409],
    key: "write",
    idempotent: true,
  },
  {
    id: "listOwnListings",
    method: "get",
    path: "/listings/mine",
    summary: { zh: "本机构的供需，含草稿和已关闭的", en: "Your own listings in every state" },
    query: writing.mineQuery,
    response: writing.minePage,
    problems: [...WITH_KEY],
    key: "read",
  },
  {
    id: "solveRound",
    method: "post",
    path: "/rounds/solve",
    summary: {
      zh: "公平分配一轮（学生提出的延迟接受），同一份文件结果相同，附“为什么不是”的说明",
      en: "Solves a fair round by student-proposing deferred acceptance; the same document gives the same result, with reasons why not",
    },
    query: writing.roundQuery,
    body: roundDocumentSchema,
    response: roundResultSchema,
    problems: [...WITH_KEY],
    key: "read",
  },
];
