export const api = {
  noSuchAddress: "没有这个接口地址。全部接口见 /api/v1/openapi.json。",
  noSuchMajor: "没有这个专业代码，或已撤销。",
  noSuchListing: "没有这条供需，或已不再公开。",
  onlyPost: "这个地址只接受 POST。",
} as const;
