/** Mail services anybody may have an address at: sharing one says nothing. House list. */
const PUBLIC_MAIL = new Set([
  "qq.com",
  "vip.qq.com",
  "foxmail.com",
  "163.com",
  "vip.163.com",
  "126.com",
  "yeah.net",
  "sina.com",
  "sina.cn",
  "vip.sina.com",
  "sohu.com",
  "139.com",
  "189.cn",
  "wo.cn",
  "aliyun.com",
  "tom.com",
  "21cn.com",
  "gmail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "icloud.com",
  "yahoo.com",
]);

/**
 * The domain by which mail addresses tell who works where. Goes in: an address. Comes out: its domain in lower case,
 * or null for a public mail service and for what is no address. House rule.
 */
export const mailDomainOf = (address: string): string | null => {
  const at = address.lastIndexOf("@");
  if (at < 1) return null;
  const domain = address
    .slice(at + 1)
    .trim()
    .toLowerCase();
  return domain.includes(".") && !PUBLIC_MAIL.has(domain) ? domain : null;
};
