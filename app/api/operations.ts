import type { z } from "zod";
import { searchSchema } from "~/marketplace/rules/search-query";
import { evaluationAnswer, evaluationRequest } from "~/regulations/schema";
import * as schema from "./schema";

/** One operation of the API as the document prints it; `tests/routes/api` holds every answer to `response`. */
export type Operation = {
  id: string;
  method: "get" | "post";
  path: string;
  summary: { zh: string; en: string };
  params?: Record<string, string>;
  query?: z.ZodObject;
  body?: z.ZodType;
  response: z.ZodType;
  problems: readonly (404 | 422 | 429)[];
};

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
];
